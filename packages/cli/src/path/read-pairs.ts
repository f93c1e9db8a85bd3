import { readFileSync } from "node:fs";
import { RedthreadError } from "@redthread/core/errors";
import { isSystemError } from "../exit-codes.js";
import type { InputStream } from "../io.js";
import { visibleText } from "../terminal/visible-text.js";

/** The lines of a file or stream of pairs; empty ones are left out. */
export async function readPairs(
  source: string | InputStream,
  name: string,
): Promise<readonly string[]> {
  const text = typeof source === "string" ? readText(source, name) : await readStream(source);
  return text.split(/\r?\n/).filter((line) => line.trim() !== "");
}

function readText(path: string, name: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new RedthreadError(
      "INPUT_UNREADABLE",
      `The pairs in \`${visibleText(name)}\` cannot be read (${error.code}). Name a file of lines \`from<TAB>to\`.`,
      { cause: error },
    );
  }
}

async function readStream(stream: InputStream): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
}
