// The lines of a page in the order in which they are read. Runs of one height make a row; a wide gap parts
// it. Where many rows in a row have a gap at one place with prose on both sides, the page is set in
// columns there, and each column is read to its end; where the sides hold a word or two, it is a table.
import type { PageText, TextRun } from "./pdf-runs.js";

/** A line, or a row of a table, of one column. */
export interface PrintedLine {
  readonly text: string;
  /** The parts between wide gaps, where the line is a row of a table. */
  readonly cells?: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly right: number;
  readonly size: number;
  /** Lines of one number stand in one column; the next number is read after it. */
  readonly column: number;
}

/** Letters without a wide gap between them. */
interface Segment {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly right: number;
  readonly size: number;
}

type Row = readonly Segment[];

/** A gap of so many letter heights parts a row. */
const WIDE = 1.3;
/** A gap of so many letter heights is a blank. */
const BLANK = 0.17;
/** Rows that stand side by side from which on they can be columns. */
const FEW_ROWS = 3;
/** Letters of a line on average from which on it is prose. */
const PROSE = 22;

export function readLines({ runs }: Pick<PageText, "runs">): readonly PrintedLine[] {
  const rows = rowsOf(runs).map(segmentsOf);
  const lines: PrintedLine[] = [];
  let column = 0;
  for (const stretch of stretchesOf(rows)) {
    if (stretch.gutter === null) {
      for (const row of stretch.rows) lines.push(wholeLine(row, column));
      continue;
    }
    const { gutter } = stretch;
    for (const isLeft of [true, false]) {
      column += 1;
      const side = stretch.rows.flatMap((row) => {
        const own = row.filter((one) => one.right <= gutter === isLeft);
        return own.length === 0 ? [] : [own];
      });
      // A side may be set in columns again.
      lines.push(...nested(side, column));
      column = Math.max(column, ...lines.map((line) => line.column));
    }
    column += 1;
  }
  return lines;
}

function nested(rows: readonly Row[], column: number): readonly PrintedLine[] {
  const lines: PrintedLine[] = [];
  let own = column;
  for (const { rows: part, gutter } of stretchesOf(rows)) {
    if (gutter === null) {
      for (const row of part) lines.push(wholeLine(row, own));
      continue;
    }
    for (const isLeft of [true, false]) {
      own += 1;
      for (const row of part) {
        const side = row.filter((one) => one.right <= gutter === isLeft);
        if (side.length > 0) lines.push(wholeLine(side, own));
      }
    }
    own += 1;
  }
  return lines;
}

/** Runs by height, from the top, each row from the left. */
function rowsOf(runs: readonly TextRun[]): readonly (readonly TextRun[])[] {
  const rows: TextRun[][] = [];
  const sorted = [...runs].sort((a, b) => b.y - a.y || a.x - b.x);
  for (const run of sorted) {
    const row = rows.at(-1);
    const first = row?.[0];
    const near = first !== undefined && first.y - run.y < Math.min(first.size, run.size) * 0.45;
    if (near) row?.push(run);
    else rows.push([run]);
  }
  return rows.map((row) => row.sort((a, b) => a.x - b.x));
}

function segmentsOf(row: readonly TextRun[]): Row {
  const segments: Segment[] = [];
  for (const { text, x, y, width, size } of row) {
    const last = segments.at(-1);
    const gap = last === undefined ? Number.POSITIVE_INFINITY : x - last.right;
    if (last === undefined || gap > size * WIDE) {
      segments.push({ text: text.trimStart(), x, y, right: x + width, size });
      continue;
    }
    const blank = gap > size * BLANK && !last.text.endsWith(" ") && !text.startsWith(" ");
    segments[segments.length - 1] = {
      ...last,
      text: `${last.text}${blank ? " " : ""}${text}`,
      right: Math.max(last.right, x + width),
      size: Math.max(last.size, size),
    };
  }
  return segments;
}

interface Stretch {
  readonly rows: readonly Row[];
  /** Where the columns part, or null where there is one. */
  readonly gutter: number | null;
}

/** Rows from the top, cut where columns begin and end. */
function stretchesOf(rows: readonly Row[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let single: Row[] = [];
  for (let at = 0; at < rows.length; ) {
    const found = columnsFrom(rows, at);
    if (found === null) {
      const row = rows[at];
      if (row !== undefined) single.push(row);
      at += 1;
      continue;
    }
    if (single.length > 0) stretches.push({ rows: single, gutter: null });
    single = [];
    stretches.push({ rows: rows.slice(at, found.end), gutter: found.gutter });
    at = found.end;
  }
  if (single.length > 0) stretches.push({ rows: single, gutter: null });
  return stretches;
}

/** The longest run of rows from one on that leave one gap free, with prose on both sides of it. */
function columnsFrom(
  rows: readonly Row[],
  from: number,
): { readonly end: number; readonly gutter: number } | null {
  const first = rows[from] ?? [];
  let best: { end: number; gutter: number } | null = null;
  for (const [start, end] of gapsOf(first)) {
    let free: readonly [number, number] = [start, end];
    let at = from + 1;
    for (; at < rows.length; at += 1) {
      const next = narrow(rows[at] ?? [], free);
      if (next === null) break;
      free = next;
    }
    const gutter = (free[0] + free[1]) / 2;
    const part = trimEnd(rows.slice(from, at), gutter);
    if (isColumns(part, gutter) && from + part.length > (best?.end ?? 0))
      best = { end: from + part.length, gutter };
  }
  return best;
}

/** Rows of one side alone at the end belong to what follows, unless the columns are long. */
function trimEnd(rows: readonly Row[], gutter: number): readonly Row[] {
  let end = rows.length;
  const sides = (row: Row): number =>
    Number(row.some((one) => one.right <= gutter)) + Number(row.some((one) => one.x >= gutter));
  const last = rows.findLastIndex((row) => sides(row) === 2);
  const alone = rows.slice(last + 1);
  const isRight = alone.every((row) => row.every((one) => one.x >= gutter));
  if (!isRight && alone.length > last + 1) end = last + 1;
  return rows.slice(0, end);
}

/** Gaps of a row that holds several segments; of a row with one, none. */
const gapsOf = (row: Row): readonly (readonly [number, number])[] =>
  row.slice(1).map((one, at) => [row[at]?.right ?? one.x, one.x] as const);

/** What a row leaves free of a gap, or null where it stands across it. */
function narrow(
  row: Row,
  [start, end]: readonly [number, number],
): readonly [number, number] | null {
  let [from, to] = [start, end];
  for (const { x, right, size } of row) {
    if (right <= from || x >= to) continue;
    if (right < (from + to) / 2 || (right < to && x < from)) from = right;
    else if (x > from) to = x;
    else return null;
    if (to - from < size * 0.8) return null;
  }
  return [from, to];
}

function isColumns(rows: readonly Row[], gutter: number): boolean {
  const left = rows.flatMap((row) => row.filter((one) => one.right <= gutter));
  const right = rows.flatMap((row) => row.filter((one) => one.x >= gutter));
  const average = (side: Row): number =>
    side.reduce((sum, one) => sum + one.text.length, 0) / Math.max(1, side.length);
  return (
    Math.min(left.length, right.length) >= FEW_ROWS &&
    Math.min(average(left), average(right)) >= PROSE
  );
}

function wholeLine(row: Row, column: number): PrintedLine {
  const cells = row.map(({ text }) => text.trim());
  const [first, last] = [row[0], row.at(-1)];
  const size = Math.max(...row.map((one) => one.size));
  const line = {
    text: cells.join(" "),
    x: first?.x ?? 0,
    y: first?.y ?? 0,
    right: last?.right ?? 0,
    size,
    column,
  };
  return cells.length > 1 ? { ...line, cells } : line;
}
