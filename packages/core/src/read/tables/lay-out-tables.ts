// Tables of a page, before its text is put together. Every cell keeps its place in the text, parted by
// bars; what is read of a row is a sentence made of its very cells, so that a quote stands in the file.
// A cell of prose is a line of its own behind its row.
import type { TableWords } from "../../packs/table-schemas.js";
import { foldName } from "../../text/fold.js";
import { collapseBlanks } from "../../text/invisible.js";
import type { PageLine } from "../page.js";
import { type Column, findHeadings, type Headings } from "./columns.js";
import { chooseSentence } from "./say-row.js";

/** A piece of a row's sentence: words, or a range of the row's own line. */
type LinePiece = string | readonly [start: number, end: number];

/** A line of a page with its tables written out. */
export interface LaidLine extends PageLine {
  readonly pieces?: readonly LinePiece[];
}

/** Cells of so many characters are prose. */
const PROSE = 80;
const BAR = " | ";
/** Columns named in a notice. */
const SHOWN = 8;

/** The lines of a page with each table's rows as lines, and what is to be told of the tables. */
export function layOutTables(
  lines: readonly PageLine[],
  about: string,
  tables: TableWords,
): { readonly lines: readonly LaidLine[]; readonly notices: readonly string[] } {
  if (!lines.some(({ cells }) => cells !== undefined)) return { lines, notices: [] };
  const laid: LaidLine[] = [];
  const notices: string[] = [];
  let heading = about;
  let count = 0;
  for (let at = 0; at < lines.length; ) {
    const line = lines[at];
    if (line?.cells === undefined) {
      if (line !== undefined) laid.push(line);
      if (line?.role === "headline") heading = `${about} ${line.text}`;
      at += 1;
      continue;
    }
    let end = at;
    while (lines[end]?.cells !== undefined) end += 1;
    count += 1;
    const table = layOutTable(placeAll(lines.slice(at, end), count), heading, tables);
    for (const one of table.lines) laid.push(one);
    notices.push(...table.notices);
    at = end;
  }
  return { lines: laid, notices };
}

/** Rows of a format that has no names for its places are counted by table. */
const placeAll = (rows: readonly PageLine[], table: number): readonly PageLine[] =>
  rows.map((row, at) =>
    row.place === undefined ? { ...row, place: `table ${table}, row ${at + 1}` } : row,
  );

function layOutTable(
  lines: readonly PageLine[],
  about: string,
  tables: TableWords,
): { readonly lines: readonly LaidLine[]; readonly notices: readonly string[] } {
  const rows = lines.map(({ cells = [] }) => cells.map(tidy));
  const headings = findHeadings(rows, tables);
  const table: Table = { tables, headings, about: wordsOf(about, rows[headings?.at ?? 0] ?? []) };
  const laid = lines.flatMap((line, at) => layOutRow(line, rows[at] ?? [], at, table));
  return { lines: laid, notices: noticesOf(rows, laid, headings) };
}

interface Table {
  readonly tables: TableWords;
  readonly headings: Headings | null;
  readonly about: ReadonlySet<string>;
}

const tidy = (cell: string): string =>
  collapseBlanks(cell.replace(/[\n\r]+/g, " ")).normalize("NFC");

const wordsOf = (about: string, row: readonly string[]): ReadonlySet<string> =>
  new Set(`${about} ${row.join(" ")}`.split(/[^\p{L}\p{N}]+/u).map(foldName));

function layOutRow(
  line: PageLine,
  row: readonly string[],
  at: number,
  { tables, headings, about }: Table,
): readonly LaidLine[] {
  const isProse = (cell: string): boolean => cell.length > PROSE && /[.!?]["”’)]?$/.test(cell);
  const short = row.map((cell) => (isProse(cell) ? "" : cell));
  const prose = row.filter(isProse).map((text): LaidLine => ({ ...placeOf(line), text }));
  const text = short.join(BAR);
  if (short.every((cell) => cell === "")) return prose;
  const filled = short.filter((cell) => cell !== "");
  if (headings !== null && at < headings.at && filled.length === 1)
    return [{ ...placeOf(line), text: filled[0] ?? "", role: "headline" }, ...prose];
  const pieces =
    headings === null || at <= headings.at || isTotal(short, tables)
      ? null
      : sayRow(short, headings.columns, tables, about);
  const laid: LaidLine =
    pieces === null
      ? { ...placeOf(line), text, role: "cells" }
      : { ...placeOf(line), text, role: "row", pieces };
  return [laid, ...prose];
}

const placeOf = ({ place }: PageLine): Pick<PageLine, "place"> =>
  place === undefined ? {} : { place };

const isTotal = (row: readonly string[], { totals }: TableWords): boolean => {
  const first = foldName(row.find((cell) => cell !== "") ?? "").replace(/\s*:$/, "");
  return totals.some((word) => first === word || first.startsWith(`${word} `));
};

/** What a row says, as words and ranges of its line; null where it makes no sentence. */
function sayRow(
  row: readonly string[],
  columns: readonly Column[],
  tables: TableWords,
  about: ReadonlySet<string>,
): readonly LinePiece[] | null {
  const ranges = new Map<string, LinePiece>();
  let start = 0;
  for (const [at, cell] of row.entries()) {
    const column = columns[at];
    const name = column?.name ?? null;
    if (name !== null && isValue(cell, tables)) ranges.set(name, [start, start + cell.length]);
    if (name === "amount" && column?.unit && /^[\d.,\s]+$/.test(cell) && !ranges.has("unit"))
      ranges.set("unit", column.unit);
    start += cell.length + BAR.length;
  }
  const said = chooseSentence(
    tables,
    (column) => ranges.has(column),
    (word) => about.has(word),
  );
  if (said === null) return null;
  return said.map((piece) =>
    typeof piece === "string" ? piece : (ranges.get(piece.column) ?? ""),
  );
}

/** A cell that says something: no dash, no zero, no word for nothing. */
const isValue = (cell: string, { blank }: TableWords): boolean =>
  !/^(?:[-–—.?]*|0+)$/.test(cell.trim()) && !blank.includes(cell.trim().toLowerCase());

function noticesOf(
  rows: readonly (readonly string[])[],
  laid: readonly LaidLine[],
  headings: Headings | null,
): readonly string[] {
  const notices: string[] = [];
  const read = laid.filter(({ role }) => role === "row").length;
  if (read === 0 && rows.length > 1) {
    const seen = (rows[headings?.at ?? 0] ?? []).filter((cell) => cell !== "").slice(0, SHOWN);
    notices.push(
      `A table of ${rows.length} rows makes no sentences, for its columns are not known: ${seen.join(", ")}.`,
    );
  }
  if (headings === null) return notices;
  if (headings.repeated.length > 0)
    notices.push(
      `A table has more than one column for the same thing; these are not read: ${headings.repeated.join(", ")}.`,
    );
  const longer = rows.filter((row) => row.length > headings.columns.length).length;
  if (longer > 0) {
    const rowsHave = longer === 1 ? "1 row of a table has" : `${longer} rows of a table have`;
    notices.push(`${rowsHave} more cells than there are headings.`);
  }
  return notices;
}
