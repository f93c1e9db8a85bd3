import type { Page } from "@redthread/core/build";

/** A file whose bytes are no text that the core reads by itself. Nothing of it is trusted. */
export interface ForeignFile {
  /** What the case calls it, for sentences. */
  readonly path: string;
  /** End of its name in lower case without the dot, or empty. */
  readonly extension: string;
  readonly bytes: Uint8Array;
  /** Encoding of texts that do not state theirs, where the user named one. */
  readonly encoding?: string;
}

/** A file that lies in another one, or a message that stands in it: a document of its own. */
export type ReadPart =
  | { readonly name: string; readonly bytes: Uint8Array; readonly mediaHint?: string }
  | { readonly name: string; readonly page: Page };

/** Something in a file that is not read, with the reason. */
export interface UnreadPart {
  readonly name: string;
  readonly reason: string;
}

/** What a reader makes of a file. */
export interface ReadFile {
  /** The document that the file itself is; null for an archive. */
  readonly page: Page | null;
  readonly parts: readonly ReadPart[];
  readonly unread: readonly UnreadPart[];
  /** Left out by rule: what is no document of anybody. */
  readonly skipped?: readonly UnreadPart[];
}

/**
 * How one format is read that needs a library or much care. It runs in a process of its own, so that a
 * file can cost no more than itself; libraries are loaded when the first file asks for them.
 */
export interface ForeignReader {
  /** For a sentence: `PDF`. */
  readonly name: string;
  /** Ends of names that usually mean it, without dots. */
  readonly extensions: readonly string[];
  /** Files of more bytes are refused. */
  readonly largestBytes: number;
  /**
   * Whether a file is of this format: `content` where its bytes say so, whatever the name; `name` where
   * the name does and the bytes do not gainsay it; null where neither does.
   */
  readonly sniff: (file: Pick<ForeignFile, "extension" | "bytes">) => "content" | "name" | null;
  /** @throws RedthreadError `INPUT_UNREADABLE`, `INPUT_EMPTY`, `INPUT_TOO_LARGE` with one sentence. */
  readonly read: (file: ForeignFile) => Promise<ReadFile>;
}

/** A file that is one document and holds no other. */
export const onePage = (page: Page): ReadFile => ({ page, parts: [], unread: [] });

/** A page about whose origin the file says nothing. */
export const plainPage = (lines: Page["lines"], notices: readonly string[] = []): Page => ({
  lines,
  title: null,
  publisher: null,
  date: null,
  language: null,
  notices,
});

/** A file in the container of old Office programs, which locked documents are wrapped in too. */
export const isOldOffice = (bytes: Uint8Array): boolean =>
  startsWith(bytes, "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1");

/** Whether bytes begin with these. */
export const startsWith = (bytes: Uint8Array, start: string): boolean =>
  [...start].every((letter, at) => bytes[at] === letter.charCodeAt(0));

/** The first bytes as letters, one a byte. */
export const headOf = (bytes: Uint8Array, length: number): string =>
  String.fromCharCode(...bytes.subarray(0, length));
