import { createHash } from "node:crypto";
import { closeSync, openSync, readSync } from "node:fs";
import { StringDecoder } from "node:string_decoder";
import type { FileRecord } from "./case-files.js";

const CHUNK_BYTES = 1_048_576;

/**
 * The lines of a file without their line breaks, read as they are asked for; after the last one,
 * what the file was, to be held against its manifest.
 */
export function* readLines(path: string): Generator<string, FileRecord> {
  const file = openSync(path, "r");
  const hash = createHash("sha256");
  const decoder = new StringDecoder("utf8");
  const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
  let bytes = 0;
  let rest = "";
  try {
    for (;;) {
      const length = readSync(file, buffer, 0, CHUNK_BYTES, null);
      if (length === 0) break;
      bytes += length;
      const chunk = buffer.subarray(0, length);
      hash.update(chunk);
      const text = rest + decoder.write(chunk);
      let start = 0;
      for (let end = text.indexOf("\n"); end !== -1; end = text.indexOf("\n", start)) {
        yield text.slice(start, end);
        start = end + 1;
      }
      rest = text.slice(start);
    }
  } finally {
    closeSync(file);
  }
  rest += decoder.end();
  if (rest !== "") yield rest;
  return { bytes, sha256: hash.digest("hex") };
}
