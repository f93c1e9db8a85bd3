import type { Block, BlockRole, DateOrder, ReportDate } from "../model/report-document.js";
import type { DomainPack } from "../packs/domain-pack.js";
import { type CalendarDate, findCalendarDates, isoDate } from "../text/calendar-date.js";
import { parseDateline } from "../text/dateline.js";
import { findPublisher } from "./find-publisher.js";

/** Where a report says that it comes from. */
export interface ReportOrigin {
  readonly publisher: string | null;
  readonly date: ReportDate | null;
  readonly dateOrder: DateOrder | null;
  readonly notices: readonly string[];
}

/** Blocks before and with the first paragraph that can state date and source. */
const HEADER_BLOCKS = 8;
/** Characters of a header line or a dateline that are looked at. */
const HEADER_CHARACTERS = 200;

/** Date, order of day and month, and publisher of a report, as its own text states them. */
export function readOrigin(text: string, blocks: readonly Block[], pack: DomainPack): ReportOrigin {
  const { order, notices } = proveDateOrder(text);
  return {
    publisher: findPublisher(text, blocks, pack),
    date: findReportDate(text, blocks, order),
    dateOrder: order,
    notices,
  };
}

/** One document, one order: a date such as 25/12/2024 decides for all. */
function proveDateOrder(text: string): Pick<ReportOrigin, "notices"> & { order: DateOrder | null } {
  const numeric = findCalendarDates(text).flatMap(({ numeric: date }) =>
    date === null ? [] : [date],
  );
  const dayFirst = numeric.some(({ first }) => first > 12);
  const monthFirst = numeric.some(({ second }) => second > 12);
  if (dayFirst && monthFirst) {
    const notice =
      "Some dates have the day first and some the month; dates that could be either stay open.";
    return { order: null, notices: [notice] };
  }
  const order = dayFirst ? "day-first" : monthFirst ? "month-first" : null;
  return { order, notices: [] };
}

/** Value of a date under an order; an open one is known by its year alone. */
function readValue(date: CalendarDate, order: DateOrder | null): string {
  if (date.value !== null) return date.value;
  const { first = 0, second = 0, year = 0 } = date.numeric ?? {};
  if (order === "day-first") return isoDate(year, second, first) ?? String(year);
  if (order === "month-first") return isoDate(year, first, second) ?? String(year);
  return String(year);
}

const CUE = /\b(published|issued|released?|posted|date[ds]?|updated)\b/i;

function findReportDate(
  text: string,
  blocks: readonly Block[],
  order: DateOrder | null,
): ReportDate | null {
  const header = headerLines(text, blocks);
  const cued = header.find(({ line }) => CUE.test(line) && findCalendarDates(line).length > 0);
  const plain = header.find(({ line }) => findCalendarDates(line).some((date) => isFull(date)));
  const found = cued ?? plain;
  if (found !== undefined) {
    const dates = findCalendarDates(found.line);
    const date = dates.find(isFull) ?? dates[0];
    if (date !== undefined) return { value: readValue(date, order), basis: found.basis };
  }
  return captionDate(text, blocks, order);
}

const isFull = (date: CalendarDate): boolean => date.value === null || date.value.length === 10;

/** Roles of lines above a report that say when it was written. */
const HEADER_ROLES: ReadonlySet<BlockRole> = new Set(["headline", "dateline", "byline"]);

interface HeaderLine {
  readonly line: string;
  readonly basis: "header" | "dateline";
}

/** Headline, date and byline blocks, and the dateline of the first paragraphs. */
function headerLines(text: string, blocks: readonly Block[]): HeaderLine[] {
  const lines: HeaderLine[] = [];
  let paragraphs = 0;
  for (const block of blocks.slice(0, HEADER_BLOCKS)) {
    const line = text.slice(block.start, Math.min(block.end, block.start + HEADER_CHARACTERS));
    if (block.role === "paragraph" || block.role === "duplicate") {
      const dateline = paragraphs < 3 ? datelineOf(line) : null;
      if (dateline !== null) lines.push({ line: dateline, basis: "dateline" });
      paragraphs += 1;
    } else if (HEADER_ROLES.has(block.role)) {
      lines.push({ line, basis: "header" });
    }
  }
  return lines;
}

/** Openers such as `26 April 2024 - …`, `Issued 27/12/2024.` and `date 2026-02-10 …`. */
const DATE_OPENER =
  /^\s*(?:(?:published|issued|released?|posted|updated|dated?)\b[:,]?\s*)?[^.!?]{0,24}?\d{4}\b/i;

function datelineOf(line: string): string | null {
  const dateline = parseDateline(line);
  if (dateline !== null) return line.slice(0, dateline.end);
  const first = findCalendarDates(line)[0];
  if (first === undefined || first.start > 24) return null;
  const opener = line.slice(0, first.end);
  const after = line.slice(first.end, first.end + 3);
  const standsAlone = /^\s*(?:$|[-–—|:.,])/.test(after);
  return (CUE.test(opener) || (first.start < 14 && standsAlone)) && DATE_OPENER.test(opener)
    ? opener
    : null;
}

/** A picture was taken shortly before the report; its month is all that is taken over. */
function captionDate(
  text: string,
  blocks: readonly Block[],
  order: DateOrder | null,
): ReportDate | null {
  for (const block of blocks) {
    if (block.role !== "caption") continue;
    const date = findCalendarDates(text.slice(block.start, block.end))[0];
    if (date !== undefined) return { value: readValue(date, order).slice(0, 7), basis: "caption" };
  }
  return null;
}
