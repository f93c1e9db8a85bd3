// A program of this machine: a document a line on its standard input, its claims a line on its standard
// output, one document at a time. A program that crashes, hangs, floods or writes nonsense loses the
// document it was at and is started anew for the next one.
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import type { AskedDocument } from "@redthread/core/build";
import type { Clock } from "./clock.js";
import {
  type Answered,
  type Door,
  type DoorLimits,
  isFields,
  parseJson,
  readClaims,
  unread,
} from "./door.js";
import type { CommandSpec } from "./extractor-spec.js";

/** Where and by what a command is run. */
export interface CommandSetting {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  readonly limits: DoorLimits;
}

/** All of the environment that a command sees: where programs, home and temporary files lie, the language. */
const PASSED = [
  "PATH",
  "HOME",
  "USERPROFILE",
  "SYSTEMROOT",
  "TMPDIR",
  "TEMP",
  "TMP",
  "LANG",
  "LC_ALL",
];

const GRACE_MILLISECONDS = 2_000;
const TOLD_CHARACTERS = 200;

/** Opens the door to a command; the program is started with the first question. */
export function openCommandDoor({ words }: CommandSpec, ground: CommandSetting): Door {
  let run: Run | null = null;
  const ready = (): Run => {
    if (run?.isReady() === true) return run;
    run?.kill();
    run = start(words, ground);
    return run;
  };
  return {
    async ask(document) {
      const first = ready();
      const answered = await first.ask(document);
      if (answered.kind === "answered") return answered;
      first.kill();
      // One that ended, or still talked of the document before, may not have heard the question.
      if (!first.mayGoOn()) return answered;
      const again = ready();
      const second = await again.ask(document);
      if (second.kind === "unread") again.kill();
      return second;
    },
    async close() {
      await run?.end();
      run = null;
    },
  };
}

/** One life of the program. */
interface Run {
  /** False once it ended, or wrote what nobody asked for. */
  isReady(): boolean;
  /** True where it ended by itself or talked nonsense, and had answered before: another life may go further. */
  mayGoOn(): boolean;
  ask(document: AskedDocument): Promise<Answered>;
  kill(): void;
  end(): Promise<void>;
}

function start([program, ...rest]: CommandSpec["words"], ground: CommandSetting): Run {
  const { cwd, clock, limits } = ground;
  const isGroup = process.platform !== "win32";
  const child = spawn(program, rest, {
    cwd,
    env: environmentOf(ground.env),
    shell: false,
    detached: isGroup,
    stdio: ["pipe", "pipe", "pipe"],
  });
  const heard = listen(child, limits);
  let [answers, isNonsense, isKilled] = [0, false, false];
  const kill = (): void => {
    isKilled = true;
    try {
      if (child.pid !== undefined) process.kill(isGroup ? -child.pid : child.pid, "SIGKILL");
    } catch {
      // It ended by itself.
    }
    child.stdout.destroy();
  };
  return {
    isReady: () => !isKilled && heard.isOpen() && !heard.hasRest(),
    mayGoOn: () => answers > 0 && (isNonsense || heard.hasEndedAlone()),
    async ask(document) {
      const line = heard.nextLine();
      const ring = clock.after(limits.milliseconds, () =>
        heard.stop(`gave no answer within ${limits.milliseconds / 1000} s`),
      );
      child.stdin.write(`${JSON.stringify(document)}\n`);
      const found = await line;
      ring();
      if ("reason" in found) return unread(found.reason);
      const answered = readLine(found.line, document, limits);
      if (answered.kind === "answered") answers += 1;
      else isNonsense = true;
      return answered;
    },
    kill,
    async end() {
      child.stdin.end();
      const ring = clock.after(GRACE_MILLISECONDS, kill);
      await heard.ended;
      ring();
      // Whatever it started goes with it.
      kill();
    },
  };
}

function environmentOf(env: CommandSetting["env"]): Record<string, string> {
  const passed = PASSED.flatMap((name) => {
    const value = env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  // Python would keep its answers to itself until it ends.
  return { ...Object.fromEntries(passed), PYTHONUNBUFFERED: "1", PYTHONIOENCODING: "utf-8" };
}

type Line = { readonly line: string } | { readonly reason: string };

/** What a program writes, line by line. */
interface Heard {
  isOpen(): boolean;
  /** True where it ended without having been stopped. */
  hasEndedAlone(): boolean;
  /** True where something was written that no question was about. */
  hasRest(): boolean;
  /** The next line, or why there is none. */
  nextLine(): Promise<Line>;
  /** Gives up waiting. */
  stop(reason: string): void;
  readonly ended: Promise<void>;
}

function listen(child: ChildProcessWithoutNullStreams, limits: DoorLimits): Heard {
  let [written, size, told] = ["", 0, ""];
  let gone: string | null = null;
  let isAlone = false;
  let waiting: ((line: Line) => void) | null = null;
  const settle = (line: Line): void => {
    waiting?.(line);
    waiting = null;
  };
  const take = (): void => {
    const end = written.indexOf("\n");
    if (waiting === null) return;
    if (end >= 0) {
      const line = written.slice(0, end);
      written = written.slice(end + 1);
      size = Buffer.byteLength(written);
      settle({ line });
    } else if (gone !== null) {
      const isCut = written.trim() !== "" ? ", in the middle of its answer" : "";
      settle({ reason: `${gone}${isCut}${tail(told)}` });
    }
  };
  child.stdin.on("error", () => undefined);
  child.stdout.on("error", () => undefined);
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    size += Buffer.byteLength(text);
    if (size > limits.bytes) {
      child.stdout.destroy();
      gone ??= `wrote more than ${limits.bytes / 1_000_000} MB about one document`;
      written = "";
    } else written += text;
    take();
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    told = (told + text).slice(-2 * TOLD_CHARACTERS);
  });
  child.once("error", (error) => {
    gone ??= `could not be started: ${startFault(error)}`;
    take();
  });
  const ended = new Promise<void>((end) => {
    child.once("error", () => end());
    child.once("close", (code, signal) => {
      isAlone = gone === null && signal === null;
      gone ??= `ended with ${signal === null ? `code ${code}` : signal} before it answered`;
      take();
      end();
    });
  });
  return {
    isOpen: () => gone === null,
    hasEndedAlone: () => isAlone,
    hasRest: () => written.trim() !== "",
    nextLine: () =>
      new Promise((resolve) => {
        waiting = resolve;
        take();
      }),
    stop: (reason) => settle({ reason: `${reason}${tail(told)}` }),
    ended,
  };
}

function startFault(error: Error): string {
  const code = "code" in error ? String(error.code) : "";
  if (code === "ENOENT") return "there is no such program";
  return code === "EACCES" ? "it may not be run" : code || error.name;
}

/** The last line of what a program complained of, in quotation marks. */
function tail(told: string): string {
  const last = told.trimEnd().split("\n").at(-1)?.trim() ?? "";
  return last === "" ? "" : `; it said “${last.slice(-TOLD_CHARACTERS)}”`;
}

function readLine(line: string, { document }: AskedDocument, limits: DoorLimits): Answered {
  const value = parseJson(line);
  if (!isFields(value)) return unread("wrote a line that is no JSON object");
  const about = value["document"];
  if (about === document) return readClaims(value, limits);
  return unread("answered about another document than the one it was asked about");
}
