import { RedthreadError, type RedthreadErrorCode } from "@redthread/core/errors";
import type { ForeignFile, ReadFile } from "../readers/foreign-reader.js";
import { FOREIGN_READERS } from "../readers/registry.js";

/** A file for a reader of the registry, by its name. */
export interface ReaderRequest {
  readonly reader: string;
  readonly file: ForeignFile;
}

/** What became of it. */
export type ReaderAnswer =
  | { readonly read: ReadFile }
  | { readonly code: RedthreadErrorCode; readonly reason: string };

/** Characters of one document, and files in one file, that are passed on. */
const MOST_CHARACTERS = 20_000_000;
const MOST_PARTS = 2_000;

/** Reads a file; whatever a reader throws becomes one sentence. */
export async function answerRequest({ reader, file }: ReaderRequest): Promise<ReaderAnswer> {
  const found = FOREIGN_READERS.find(({ name }) => name === reader);
  try {
    if (found === undefined) throw new TypeError(`There is no reader \`${reader}\`.`);
    const read = await found.read(file);
    checkSize(file.path, read);
    return { read };
  } catch (error) {
    if (error instanceof RedthreadError) return { code: error.code, reason: error.message };
    return {
      code: "INPUT_UNREADABLE",
      reason: `\`${file.path}\` is damaged: it cannot be read as ${reader}. Get the file again.`,
    };
  }
}

function checkSize(path: string, { page, parts }: ReadFile): void {
  const characters = page?.lines.reduce(
    (sum, { text, cells = [] }) => sum + text.length + cells.join(" | ").length,
    0,
  );
  if ((characters ?? 0) > MOST_CHARACTERS)
    throw tooMuch(path, `more than ${MOST_CHARACTERS / 1e6} million characters`);
  if (parts.length > MOST_PARTS) throw tooMuch(path, `more than ${MOST_PARTS} files`);
}

const tooMuch = (path: string, what: string): RedthreadError =>
  new RedthreadError("INPUT_TOO_LARGE", `\`${path}\` holds ${what}, which is the limit. Split it.`);
