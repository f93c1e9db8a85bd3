import type { TextSpan } from "./text-span.js";

/**
 * What a block is for. Nothing is ever deleted from the text: a block of {@link UNREAD_ROLES} stays
 * where it stands and is only passed over by extraction.
 */
export type BlockRole =
  | "headline"
  | "dateline"
  | "byline"
  | "caption"
  | "paragraph"
  | "bullet"
  | "footnote"
  /** A row of a table whose columns are known; read as the sentence that its cells make. */
  | "row"
  /** A line of a table that makes no sentence: headings, totals, columns that nobody knows. */
  | "cells"
  /** An older message that stands in a newer one, and is a document of its own. */
  | "quotation"
  /** Text that its writer struck out. */
  | "struck"
  | "duplicate"
  | "boilerplate";

/** Roles of blocks that extraction passes over. */
export const UNREAD_ROLES: ReadonlySet<BlockRole> = new Set([
  "cells",
  "quotation",
  "struck",
  "duplicate",
  "boilerplate",
]);

/** A part of a file that a reader can be sent to, such as `page 3` or `sheet Trips, row 5`. */
export interface DocumentPlace extends TextSpan {
  readonly name: string;
}

/** A piece of what a row says: words between its cells, or the range of the text that a cell is. */
export type RowPiece = string | readonly [start: number, end: number];

/** A row of a table as the sentence that is read in its place. */
export interface SpokenRow {
  /** Index of the block that holds the row. */
  readonly block: number;
  readonly pieces: readonly RowPiece[];
}

/** A run of text set apart by its layout; blocks are in text order and never overlap. */
export interface Block extends TextSpan {
  readonly index: number;
  readonly role: BlockRole;
  /** One-based number of the body paragraph or bullet a reader would count to; absent for other roles. */
  readonly paragraph?: number;
}

/** A sentence inside one block; sentences are in text order and never overlap. */
export interface Sentence extends TextSpan {
  readonly index: number;
  /** Index of the block that holds it. */
  readonly block: number;
}

/** Where a report's date was read. */
export type DateBasis = "metadata" | "header" | "dateline" | "caption" | "text" | "file-name";

/** Order of day and month in numeric dates of one document: one document, one order. */
export type DateOrder = "day-first" | "month-first";

/** The day a report was published, as precise as it is known. */
export interface ReportDate {
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly value: string;
  readonly basis: DateBasis;
}

/** A report as read: immutable text with its blocks, sentences and what is known of its origin. */
export interface ReportDocument {
  /** `doc:` and the first 16 hexadecimal digits of `sha256`. */
  readonly id: string;
  /** SHA-256 of the UTF-8 bytes of `text`, 64 lower-case hexadecimal digits. */
  readonly sha256: string;
  /** Path relative to the folder that was read, with `/` between its parts. */
  readonly path: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly date: ReportDate | null;
  /** BCP 47 primary tag such as `en`, or null where it could not be told. */
  readonly language: string | null;
  /** Normalised to NFC, line ends `\n`, no NUL; what prints nothing is in it, and read by nobody. */
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly sentences: readonly Sentence[];
  /** Pages, rows and the like, in text order, where the format has them. */
  readonly places?: readonly DocumentPlace[];
  /** Rows of tables that are read, in text order. */
  readonly rows?: readonly SpokenRow[];
  /** Order of day and month that the document's own dates prove, or null where none proves one. */
  readonly dateOrder: DateOrder | null;
  /** Notes for the reader of a build summary: a cut, an odd encoding, a language not extracted. */
  readonly notices: readonly string[];
}
