import type { SourceSpan } from "./source-span.js";

/** Place of an offset in a text; both count from 1, columns in UTF-16 code units. */
export interface SourcePosition {
  readonly line: number;
  readonly column: number;
}

/** Characters of a line shown on each side of the blamed part before it is cut. */
const CONTEXT = 60;

/** Line and column of an offset; an offset beyond the end is the end. `\r\n` is one line break. */
export function positionOf(source: string, offset: number): SourcePosition {
  const end = Math.min(offset, source.length);
  let line = 1;
  let lineStart = 0;
  for (let at = source.indexOf("\n"); at !== -1 && at < end; at = source.indexOf("\n", at + 1)) {
    line += 1;
    lineStart = at + 1;
  }
  return { line, column: end - lineStart + 1 };
}

function lineAround(source: string, offset: number): { start: number; end: number } {
  const start = offset === 0 ? 0 : source.lastIndexOf("\n", offset - 1) + 1;
  const newline = source.indexOf("\n", offset);
  const end = newline === -1 ? source.length : newline;
  return { start, end: end > start && source[end - 1] === "\r" ? end - 1 : end };
}

/** Tabs and other controls take one column as a space, so that the caret stays under its word. */
function printable(text: string): string {
  let out = "";
  for (const unit of text) {
    const code = unit.charCodeAt(0);
    out += code < 0x20 || code === 0x7f ? " " : unit;
  }
  return out;
}

/**
 * The line of `span.start` with carets under the span, for example
 * `  1 | RETURN frend` over `    |        ^^^^^`. A span over several lines is marked to the end of its first
 * line; a long line is cut to the neighbourhood of the span.
 */
export function excerpt(source: string, span: SourceSpan): string {
  const offset = Math.min(span.start, source.length);
  const line = lineAround(source, offset);
  const from = Math.max(line.start, offset - CONTEXT);
  const markEnd = Math.max(offset + 1, Math.min(span.end, line.end));
  const to = Math.min(
    line.end,
    Math.max(offset + CONTEXT, Math.min(markEnd, offset + 2 * CONTEXT)),
  );
  const before = `${from > line.start ? "…" : ""}${printable(source.slice(from, offset))}`;
  const rest = `${printable(source.slice(offset, to))}${to < line.end ? "…" : ""}`;
  const carets = "^".repeat(Math.max(1, Math.min(markEnd, Math.max(to, offset + 1)) - offset));
  const gutter = String(positionOf(source, offset).line);
  return (
    `  ${gutter} | ${before}${rest}\n` +
    `  ${" ".repeat(gutter.length)} | ${" ".repeat(before.length)}${carets}`
  );
}
