import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** Bytes that are gathered before they are written. */
const PIECE = 1 << 16;

/**
 * Writes a file so that whoever looks finds the old content or all of the new one.
 * @returns the number of its bytes
 */
export function writeWholeFile(
  path: string,
  content: string | Iterable<string | Uint8Array>,
): number {
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}`);
  try {
    const bytes = writeNewFile(draft, typeof content === "string" ? [content] : content);
    renameSync(draft, path);
    return bytes;
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/** Writes a file that is not there yet, down to the disk; the number of its bytes. */
export function writeNewFile(
  path: string,
  chunks: Iterable<string | Uint8Array>,
  onBytes: (bytes: Uint8Array) => void = () => undefined,
): number {
  const file = openSync(path, "wx");
  let total = 0;
  let waiting: Uint8Array[] = [];
  let size = 0;
  const flush = (): void => {
    const bytes = Buffer.concat(waiting);
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    onBytes(bytes);
    total += bytes.length;
    waiting = [];
    size = 0;
  };
  try {
    for (const chunk of chunks) {
      const bytes = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
      waiting.push(bytes);
      size += bytes.length;
      if (size >= PIECE) flush();
    }
    flush();
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  return total;
}
