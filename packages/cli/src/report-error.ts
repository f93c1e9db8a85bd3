import { RedthreadError } from "@redthread/core/errors";
import { EXIT, type ExitCode, exitCodeOf, isSystemError } from "./exit-codes.js";
import { reasonOf } from "./input/reason-of.js";
import type { Io } from "./io.js";
import { OutputClosed } from "./output.js";
import { visibleLines, visibleText } from "./terminal/visible-text.js";
import { VERSION } from "./version.js";

/**
 * Says on stderr what went wrong and returns the exit code. People get the sentence; `debug` adds the
 * stack. A bug of ours prints what its report needs, and nothing of the data.
 */
export function reportError(error: unknown, io: Io, debug: boolean): ExitCode {
  if (error instanceof OutputClosed) return EXIT.done;
  const code = exitCodeOf(error);
  const text = code === EXIT.bug ? bugReport(error, debug) : sentenceOf(error);
  const stack = debug && code !== EXIT.bug ? `\n${stackOf(error)}` : "";
  io.stderr.write(`${visibleLines(`${text}${stack}`)}\n`);
  return code;
}

function sentenceOf(error: unknown): string {
  if (error instanceof RedthreadError) return error.message;
  if (isSystemError(error)) {
    const what = error.code === "ENOSPC" ? "the disk is full" : reasonOf(error);
    const where =
      error.path === undefined ? "Writing failed" : `\`${visibleText(error.path)}\` cannot be used`;
    return `${where}: ${what}. Nothing of an existing case was changed.`;
  }
  return String(error);
}

function bugReport(error: unknown, debug: boolean): string {
  const where = debug ? `\n${stackOf(error)}` : ` Run it again with \`--debug\` to see where.`;
  const name = error instanceof Error ? error.name : typeof error;
  return (
    `This is a bug in Redthread, not in your data (${name}).${where}\n` +
    `Redthread ${VERSION}, Node ${process.versions.node}, ${process.platform}. ` +
    "To report it, send this text and the command line; look through both for names first."
  );
}

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? "" : `\ncaused by ${stackOf(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}
