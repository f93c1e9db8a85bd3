import type { Readable, Writable } from "node:stream";

/** A stream that may be a terminal. */
export interface OutputStream extends Writable {
  readonly isTTY?: boolean;
  /** Width of the terminal in columns. */
  readonly columns?: number;
  /** Height of the terminal in lines. */
  readonly rows?: number;
}

export interface InputStream extends Readable {
  readonly isTTY?: boolean;
  /** Hands over every key at once, where the input is a terminal. */
  setRawMode?(isRaw: boolean): unknown;
}

/** All that a command touches of its process; tests pass their own. */
export interface Io {
  readonly stdin: InputStream;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absolute path that relative ones start from. */
  readonly cwd: string;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly now: () => number;
}

/** The real process. */
export function processIo(): Io {
  return {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    cwd: process.cwd(),
    now: () => Date.now(),
  };
}

/** Whether to colour what goes to the stream: terminals only, unless NO_COLOR or FORCE_COLOR says otherwise. */
export function wantsColor(stream: OutputStream, env: Io["env"]): boolean {
  if ((env["NO_COLOR"] ?? "") !== "") return false;
  if ((env["FORCE_COLOR"] ?? "0") !== "0") return true;
  return stream.isTTY === true && env["TERM"] !== "dumb";
}

const DEFAULT_WIDTH = 100;

/** Columns to lay text out for; a pipe has none and gets 100 unless COLUMNS says otherwise. */
export function widthOf(stream: OutputStream, env: Io["env"]): number {
  const stated = Number(env["COLUMNS"] ?? "");
  const width = stream.columns ?? (Number.isInteger(stated) && stated > 0 ? stated : DEFAULT_WIDTH);
  return Math.max(20, width);
}
