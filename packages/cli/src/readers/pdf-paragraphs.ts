// Printed lines to paragraphs: lines of one paragraph are joined, over columns and pages too, hyphens at
// line ends taken out, running heads and feet set aside by their repetition.
import type { PageLine } from "@redthread/core/build";
import { type PrintedLine, readLines } from "./pdf-lines.js";
import type { PageText } from "./pdf-runs.js";

interface Line extends PrintedLine {
  readonly page: number;
  /** The right edge of its column. */
  readonly edge: number;
  readonly isFurniture: boolean;
}

/** The lines of a document's pages, each with the page it begins on. */
export function joinPages(pages: readonly PageText[]): readonly PageLine[] {
  const furniture = runningLines(pages);
  const lines = pages.flatMap((page) => linesOf(page, furniture));
  const body = bodySize(lines);
  const words = new Set(
    lines.flatMap(({ text }) => text.match(/[\p{L}\d]+(?:-[\p{L}\d]+)+/gu) ?? []),
  );
  const read = lines.filter(({ isFurniture }) => !isFurniture);
  const joined: PageLine[] = [];
  let open: Line | null = null;
  for (const [at, line] of read.entries()) {
    const last = joined.at(-1);
    if (isTableRow(read, at)) {
      joined.push({ text: line.text, cells: line.cells ?? [line.text], place: placeOf(line) });
      open = null;
    } else if (open !== null && last !== undefined && goesOn(open, line, body)) {
      joined[joined.length - 1] = { ...last, text: joinText(last.text, line.text, words) };
      open = line;
    } else {
      if (last?.cells === undefined) joined.push({ text: "" });
      joined.push({ text: line.text, place: placeOf(line), ...roleOf(line, body) });
      open = line;
    }
  }
  const aside = lines.filter(({ isFurniture }) => isFurniture);
  const margins = aside.map(
    (line): PageLine => ({
      text: line.text,
      role: "boilerplate",
      place: placeOf(line),
    }),
  );
  return [...joined.filter(({ text, cells }, at) => at > 0 || text !== "" || cells), ...margins];
}

const placeOf = ({ page }: Line): string => `page ${page}`;

/** A size of letters so much above that of the text makes a heading. */
const HEADING = 1.15;
const LONGEST_HEADING = 160;

const roleOf = (line: Line, body: number): Pick<PageLine, "role"> =>
  line.size > body * HEADING && line.text.length < LONGEST_HEADING ? { role: "headline" } : {};

/** Rows with as many parts as a neighbour; one row alone is a line with wide gaps. */
function isTableRow(lines: readonly Line[], at: number): boolean {
  const cells = lines[at]?.cells?.length ?? 1;
  const near = (other: number): boolean => {
    const count = lines[other]?.cells?.length ?? 1;
    return count > 1 && Math.abs(count - cells) <= 1 && lines[other]?.page === lines[at]?.page;
  };
  return cells > 2 && (near(at - 1) || near(at + 1));
}

function linesOf(page: PageText, furniture: ReadonlySet<string>): readonly Line[] {
  const lines = readLines(page).map((line) => ({
    ...line,
    isFurniture: isAside(line, page, furniture),
  }));
  const edge = new Map<number, number>();
  for (const { column, right, isFurniture } of lines) {
    if (!isFurniture) edge.set(column, Math.max(edge.get(column) ?? 0, right));
  }
  return lines.map((line) => ({
    ...line,
    page: page.number,
    edge: edge.get(line.column) ?? line.right,
  }));
}

const isAside = (line: PrintedLine, page: PageText, furniture: ReadonlySet<string>): boolean =>
  isMargin(line, page) && (furniture.has(keyOf(line.text)) || PAGE_NUMBER.test(line.text));

/** Shares of the page's height in which heads and feet stand. */
const MARGIN = 0.12;
const PAGE_NUMBER = /^\s*[-–—|]?\s*(page\s*)?\d{1,4}(\s*(of|\/)\s*\d{1,4})?\s*[-–—|]?\s*$/i;

const isMargin = ({ y }: PrintedLine, { height }: PageText): boolean =>
  y < height * MARGIN || y > height * (1 - MARGIN);

const keyOf = (text: string): string => text.replace(/\d+/g, "#").replace(/\s+/g, " ").trim();

/** Lines of the margins that come again on other pages, numbers aside. */
function runningLines(pages: readonly PageText[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const page of pages) {
    const own = new Set(
      readLines(page)
        .filter((line) => isMargin(line, page))
        .map(({ text }) => keyOf(text)),
    );
    for (const key of own) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const least = Math.max(2, Math.ceil(pages.length * 0.4));
  return new Set([...counts].flatMap(([key, count]) => (count >= least ? [key] : [])));
}

/** The size of letters that most of the text has. */
function bodySize(lines: readonly Line[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  return [...letters].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 10;
}

const ENDS = /[.!?:]["”’)\]]*$/;
const ITEM = /^([•▪●◦*–—]\s|[-]\s|\(?\d{1,2}[.)]\s)/;

/** Whether the first word of the next line had no room any more in the one before. */
function isFull(before: Line, line: Line): boolean {
  const letter = (before.right - before.x) / Math.max(1, before.text.length);
  const word = /^\S*/.exec(line.text)?.[0].length ?? 0;
  return before.right + (word + 1) * letter > before.edge - before.size * 0.7;
}

/** Whether a line belongs to the paragraph of the one before. */
function goesOn(before: Line, line: Line, body: number): boolean {
  if (ITEM.test(line.text) || Math.abs(before.size - line.size) > 1) return false;
  const isOpen = !ENDS.test(before.text);
  if (before.page !== line.page || before.column !== line.column)
    return isOpen && isFull(before, line) && before.size <= body * HEADING;
  const gap = before.y - line.y;
  if (gap > Math.max(before.size, line.size) * 1.75) return isOpen && /^\p{Ll}/u.test(line.text);
  if (line.size > body * HEADING) return true;
  const isIndented = line.x - before.x > line.size * 0.9 && !isOpen;
  return isFull(before, line) ? !isIndented : isOpen && /^[\p{Ll}\d]/u.test(line.text);
}

/** Two lines of a paragraph as one; a hyphen that only parted a word is taken out. */
function joinText(before: string, after: string, words: ReadonlySet<string>): string {
  if (/\u00ad$/.test(before)) return `${before.slice(0, -1)}${after}`;
  const [, head] = /(\p{L}+)[-\u2010]$/u.exec(before) ?? [];
  const [tail] = /^\p{L}+/u.exec(after) ?? [];
  if (head === undefined || tail === undefined) return `${before} ${after}`;
  const isCompound = words.has(`${head}-${tail}`) || /^\p{Lu}/u.test(tail);
  return isCompound ? `${before}${after}` : `${before.slice(0, -1)}${after}`;
}
