const SURROGATE = /[\ud800-\udfff]/;

/** Number of code points, which is what Cypher calls the size of a string. */
export function codePointCount(text: string): number {
  return SURROGATE.test(text) ? Array.from(text).length : text.length;
}

/** Part of a string by code points; like `slice` with bounds that are not negative. */
export function codePointSlice(text: string, start: number, end: number): string {
  return SURROGATE.test(text)
    ? Array.from(text).slice(start, end).join("")
    : text.slice(start, end);
}
