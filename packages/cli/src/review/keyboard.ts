// The terminal while a person answers by keys: raw mode, a screen of its own, and all of it put back
// however the session ends. Nothing but the sequences that every terminal since the VT100 knows.
import type { Io } from "../io.js";

const ENTER = "\u001b[?1049h\u001b[?25l";
const LEAVE = "\u001b[?25h\u001b[?1049l";
const HOME = "\u001b[H";
const END_OF_LINE = "\u001b[K";
const REST_OF_SCREEN = "\u001b[J";

/** What a key asks for: more keys, or the end. */
export type KeyResult = "next" | "end";

export interface KeyboardSession {
  /** What to show now. */
  readonly lines: () => readonly string[];
  readonly press: (key: string) => KeyResult;
}

/** Sequences that arrow and function keys send: they are no answers. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what is looked for
const SEQUENCE = /\u001b(\[[0-9;?]*[ -/]*[@-~]|O.|.)?/g;
/** Ctrl-C and Ctrl-D arrive as characters in raw mode. */
const STOPS: ReadonlySet<string> = new Set(["\u0003", "\u0004"]);
const SIGNALS = ["SIGTERM", "SIGHUP", "SIGINT"] as const;

/**
 * Hands keys to a session until it ends, the terminal goes away or a signal comes; its name, or null.
 * Where a key fails, as on a full disk, the terminal is put back before that is told.
 */
export function runKeyboard(session: KeyboardSession, io: Io): Promise<NodeJS.Signals | null> {
  const { stdin, stdout } = io;
  const draw = (): void => {
    const lines = session.lines().map((line) => `${line}${END_OF_LINE}\r\n`);
    stdout.write(`${HOME}${lines.join("")}${REST_OF_SCREEN}`);
  };
  return new Promise((done, fail) => {
    const leave = (): void => {
      stdin.off("data", take);
      stdin.off("end", hangUp);
      stdin.off("error", hangUp);
      stdout.off("resize", draw);
      for (const name of SIGNALS) process.off(name, finish);
      stdin.setRawMode?.(false);
      stdin.pause();
      stdout.write(LEAVE);
    };
    const finish = (signal: NodeJS.Signals | null): void => {
      leave();
      done(signal);
    };
    const hangUp = (): void => finish(null);
    const take = (chunk: Buffer | string): void => {
      try {
        if (pressAll(String(chunk), session) === "end") finish(null);
        else draw();
      } catch (error) {
        leave();
        fail(error);
      }
    };
    for (const name of SIGNALS) process.on(name, finish);
    stdin.setRawMode?.(true);
    stdin.on("data", take);
    stdin.on("end", hangUp);
    stdin.on("error", hangUp);
    stdout.on("resize", draw);
    stdout.write(ENTER);
    draw();
    stdin.resume();
  });
}

/** Keys may arrive several at once. */
function pressAll(text: string, session: KeyboardSession): KeyResult {
  for (const key of text.replace(SEQUENCE, "")) {
    if (STOPS.has(key) || session.press(key) === "end") return "end";
  }
  return "next";
}
