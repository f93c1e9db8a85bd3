/** Half-open range of the query text in UTF-16 code units. */
export interface SourceSpan {
  readonly start: number;
  readonly end: number;
}
