import type { BlockRole } from "../model/report-document.js";

/** A line of a page before the text is put together; `role` where the layout tells it. */
export interface PageLine {
  readonly text: string;
  readonly role?: BlockRole;
  /** Where in the file it stands, such as `page 3`; absent where the format has no such places. */
  readonly place?: string;
  /** The cells of a row of a table; `text` is then made from them. Rows without a break are one table. */
  readonly cells?: readonly string[];
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
