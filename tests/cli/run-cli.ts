import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import { type InputStream, type Io, type OutputStream, runProgram } from "@redthread/cli";
import { afterAll, onTestFinished } from "vitest";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** What a command line said and how it ended. */
export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly stdin?: string;
  /** Standard output is a terminal of so many columns. */
  readonly terminal?: number;
  /** Milliseconds; time stands still where absent. */
  readonly now?: () => number;
}

class Collector extends Writable implements OutputStream {
  readonly isTTY: boolean;
  readonly columns: number;
  readonly #chunks: Buffer[] = [];

  constructor(terminal: number | undefined) {
    super();
    this.isTTY = terminal !== undefined;
    // A pipe has no columns; a type that says so would not be the stream's own.
    this.columns = terminal as number;
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.#chunks.push(chunk);
    done();
  }

  get text(): string {
    return Buffer.concat(this.#chunks).toString("utf8");
  }
}

/** Runs a command line in this process: the same program, other streams. */
export async function runHere(args: readonly string[], options: RunOptions): Promise<Ran> {
  const stdout = new Collector(options.terminal);
  const stderr = new Collector(undefined);
  const io: Io = {
    stdin: Readable.from([Buffer.from(options.stdin ?? "")]) as InputStream,
    stdout,
    stderr,
    env: options.env ?? {},
    cwd: options.cwd,
    now: options.now ?? (() => 0),
  };
  const code = await runProgram(args, io);
  return { code, stdout: stdout.text, stderr: stderr.text };
}

/** Arguments of Node for a TypeScript file that imports the sources of the packages. */
function nodeArguments(file: string): readonly string[] {
  return ["--conditions=@redthread/source", "--import", import.meta.resolve("tsx"), file];
}

/** The program as it is started in a shell, from its source. */
export const PROGRAM: readonly string[] = nodeArguments(join(ROOT, "packages/cli/src/bin.ts"));

/** Runs a command line in a process of its own. */
export function runProcess(
  args: readonly string[],
  options: Pick<RunOptions, "cwd" | "env">,
): Promise<Ran> {
  return new Promise((ended, failed) => {
    const child = spawn(process.execPath, [...PROGRAM, ...args], {
      cwd: options.cwd,
      env: { PATH: process.env["PATH"], ...options.env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const said = { stdout: "", stderr: "" };
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      said.stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      said.stderr += text;
    });
    child.once("error", failed);
    child.once("close", (code) => ended({ code, ...said }));
  });
}

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "redthread-cli-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A folder that is gone after all tests of the file. */
export function suiteFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "redthread-cli-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Whether this machine has the program that makes named pipes; Node has no call for it. */
export function canMakePipes(): boolean {
  return spawnSync("mkfifo", ["--version"], { stdio: "ignore" }).error === undefined;
}

const SHARED = join(ROOT, "..", "shared");

/** A script of the reference inputs that makes a folder, or null where they are not beside the project. */
export function inputMaker(name: string): string | null {
  const script = join(SHARED, "cases/inputs", `${name}-make.sh`);
  if (existsSync(script)) return script;
  if ((process.env["REDTHREAD_REQUIRE"] ?? "").split(",").includes("shared")) {
    throw new Error("The reference inputs are required and not beside the project.");
  }
  return null;
}
