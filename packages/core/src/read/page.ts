import type { BlockRole } from "../model/report-document.js";

/** A line of a page before the text is put together; `role` where the layout tells it. */
export interface PageLine {
  readonly text: string;
  readonly role?: BlockRole;
}

/** What a format reader makes of a file. */
export interface Page {
  readonly lines: readonly PageLine[];
  readonly title: string | null;
  readonly publisher: string | null;
  /** `YYYY-MM-DD` from metadata. */
  readonly date: string | null;
  readonly language: string | null;
  readonly notices: readonly string[];
}
