import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { RedthreadError } from "@redthread/core/errors";
import type { FoundInput } from "./finder.js";
import { reasonOf } from "./reason-of.js";

/** A report is prose; what is larger is no report, and would only take memory from the others. */
const MAX_INPUT_BYTES = 100_000_000;

/**
 * All bytes of a file. Opened so that a pipe which took the file's place cannot make it wait.
 * @throws RedthreadError `INPUT_UNREADABLE`, `INPUT_TOO_LARGE`.
 */
export function readInput({ file, path }: Pick<FoundInput, "file" | "path">): Uint8Array {
  let handle: number;
  try {
    handle = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    throw unreadable(path, error);
  }
  try {
    const { size } = fstatSync(handle);
    if (size > MAX_INPUT_BYTES) throw tooLarge(path, size);
    const bytes = new Uint8Array(size);
    let at = 0;
    while (at < size) {
      const length = readSync(handle, bytes, at, size - at, null);
      if (length === 0) break;
      at += length;
    }
    return bytes.subarray(0, at);
  } catch (error) {
    throw error instanceof RedthreadError ? error : unreadable(path, error);
  } finally {
    closeSync(handle);
  }
}

function unreadable(path: string, error: unknown): RedthreadError {
  return new RedthreadError("INPUT_UNREADABLE", `\`${path}\`: ${reasonOf(error)}.`, {
    cause: error,
  });
}

function tooLarge(path: string, bytes: number): RedthreadError {
  const megabytes = (n: number) => Math.ceil(n / 1_000_000);
  return new RedthreadError(
    "INPUT_TOO_LARGE",
    `\`${path}\` has ${megabytes(bytes)} MB; the limit for one report is ${megabytes(MAX_INPUT_BYTES)} MB. Split it.`,
  );
}
