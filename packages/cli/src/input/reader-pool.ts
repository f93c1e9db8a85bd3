/**
 * Foreign files are read in processes of their own: a file that hangs, swells or brings its reader down
 * costs itself and nothing else. Each process has an empty environment, a limit of memory and a clock.
 */
import { type ChildProcess, fork } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { RedthreadError } from "@redthread/core/errors";
import type { ReadFile } from "../readers/foreign-reader.js";
import type { ReaderAnswer, ReaderRequest } from "./reader-messages.js";

export interface ReaderLimits {
  /** For one file. */
  readonly seconds: number;
  /** Of one process, in bytes; watched where the system tells it. */
  readonly memory: number;
}

const LIMITS: ReaderLimits = { seconds: 30, memory: 1024 ** 3 };
/** Heap of a reader in MB; what lies outside it is watched by {@link ReaderLimits.memory}. */
const HEAP = 768;
/** Milliseconds between two looks at the memory of a process. */
const WATCH = 100;

interface Waiting {
  readonly request: ReaderRequest;
  readonly done: (read: ReadFile) => void;
  readonly fail: (error: RedthreadError) => void;
}

/** Reads foreign files, some at a time; close it when all are read. */
export class ReaderPool {
  readonly size: number;
  readonly #limits: ReaderLimits;
  readonly #idle: ChildProcess[] = [];
  readonly #waiting: Waiting[] = [];
  #busy = 0;

  constructor(
    limits: ReaderLimits = LIMITS,
    size = Math.max(1, Math.min(4, availableParallelism())),
  ) {
    this.#limits = limits;
    this.size = size;
  }

  /** @throws RedthreadError of the reader, or one that names the limit which the file met. */
  read(request: ReaderRequest): Promise<ReadFile> {
    return new Promise((done, fail) => {
      this.#waiting.push({ request, done, fail });
      this.#next();
    });
  }

  close(): void {
    for (const child of this.#idle.splice(0)) child.kill("SIGKILL");
  }

  #next(): void {
    if (this.#busy >= this.size) return;
    const job = this.#waiting.shift();
    if (job === undefined) return;
    this.#busy += 1;
    const child = this.#idle.pop() ?? startReader();
    askReader(child, job.request, this.#limits, (outcome) => {
      this.#busy -= 1;
      if (outcome.isAlive) this.#idle.push(child);
      if ("read" in outcome.answer) job.done(outcome.answer.read);
      else job.fail(new RedthreadError(outcome.answer.code, outcome.answer.reason));
      this.#next();
    });
  }
}

interface Outcome {
  readonly answer: ReaderAnswer;
  readonly isAlive: boolean;
}

/** Asks one process about one file; a process that does not answer within its limits is ended. */
function askReader(
  child: ChildProcess,
  request: ReaderRequest,
  { seconds, memory }: ReaderLimits,
  tell: (outcome: Outcome) => void,
): void {
  const { path } = request.file;
  const stop = (outcome: Outcome): void => {
    clearTimeout(clock);
    clearInterval(watch);
    child.removeAllListeners();
    if (!outcome.isAlive) child.kill("SIGKILL");
    child.on("error", () => undefined);
    tell(outcome);
  };
  const end = (reason: string): void =>
    stop({ answer: { code: "INPUT_TOO_LARGE", reason: `\`${path}\` ${reason}` }, isAlive: false });
  const clock = setTimeout(
    () => end(`took more than ${seconds} s to read, which is the limit; it was not read.`),
    seconds * 1000,
  );
  const watch = setInterval(() => {
    if (residentBytes(child.pid) > memory)
      end(
        `took more than ${memory / 1024 ** 2} MB of memory, which is the limit; it was not read.`,
      );
  }, WATCH);
  const die = (): void =>
    end("brought its reader down, by its size or by a fault in it; it was not read.");
  child.once("error", die);
  child.once("exit", die);
  child.once("message", (answer: ReaderAnswer) => stop({ answer, isAlive: true }));
  child.send(request, (error) => {
    if (error !== null) die();
  });
}

/** Memory that a process holds, or 0 where the system does not tell. */
function residentBytes(pid: number | undefined): number {
  try {
    const pages = readFileSync(`/proc/${pid}/statm`, "latin1").split(" ")[1];
    return Number(pages) * 4096;
  } catch {
    return 0;
  }
}

/** Where the program of a reader lies: beside this file's folder, or beside it where all is bundled. */
const PROGRAMS = ["../reader-process.ts", "../reader-process.js", "./reader-process.js"];

function startReader(): ChildProcess {
  const program = PROGRAMS.map((name) => fileURLToPath(new URL(name, import.meta.url))).find(
    existsSync,
  );
  if (program === undefined) throw new Error("The program that reads foreign files is missing.");
  const sources = program.endsWith(".ts")
    ? ["--conditions=@redthread/source", "--import", import.meta.resolve("tsx")]
    : [];
  const child = fork(program, [], {
    execArgv: [...sources, `--max-old-space-size=${HEAP}`],
    env: {},
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    serialization: "advanced",
  });
  child.unref();
  child.channel?.unref();
  return child;
}
