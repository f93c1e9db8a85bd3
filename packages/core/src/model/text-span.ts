/** Half-open range of a document's text in UTF-16 code units: `text.slice(start, end)` is the quote. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}
