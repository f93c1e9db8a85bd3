import { RedthreadError } from "../errors/redthread-error.js";
import type { ReportDocument } from "../model/report-document.js";
import type { DomainPack } from "../packs/domain-pack.js";
import { sha256 } from "../text/sha256.js";
import { splitBlocks } from "./blocks.js";
import { decodeText } from "./decode.js";
import { splitSentences } from "./sentences.js";

/** A file as found: nothing of it is trusted. */
export interface ReadInput {
  /** Path relative to the folder that was read, with `/` between its parts. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Media type told by whoever delivered the file; the bytes decide where they differ. */
  readonly mediaHint?: string;
}

export interface ReadOptions {
  readonly pack: DomainPack;
}

/**
 * A report as read: immutable text, blocks, sentences, title, publisher, date.
 * @throws RedthreadError `INPUT_EMPTY`, `INPUT_UNSUPPORTED`, `INPUT_UNREADABLE`, `INPUT_TOO_LARGE`.
 */
export function readDocument(input: ReadInput, options: ReadOptions): ReportDocument {
  const { text, notices } = decodeText(input.bytes);
  if (text.trim() === "") {
    throw new RedthreadError(
      "INPUT_EMPTY",
      `\`${input.path}\` is empty. There is nothing to read.`,
    );
  }
  const blocks = splitBlocks(text, options.pack);
  const hash = sha256(text);
  return {
    id: `doc:${hash.slice(0, 16)}`,
    sha256: hash,
    path: input.path,
    title: null,
    publisher: null,
    date: null,
    language: "en",
    text,
    blocks,
    sentences: splitSentences(text, blocks, options.pack),
    dateOrder: null,
    notices,
  };
}
