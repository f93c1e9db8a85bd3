// Blocks are the lines of the stored text. Their roles come from the page's layout where it told
// one, else from cue lists of the pack and from the form of the line. Nothing is deleted: what is no
// report keeps its place under the role `boilerplate` or `duplicate`.
import type { Block, BlockRole } from "../model/report-document.js";
import type { DomainPack } from "../packs/domain-pack.js";
import { findCalendarDates } from "../text/calendar-date.js";
import { findDuplicates } from "./duplicates.js";
import type { PageLine } from "./page.js";

/** Longest line that can be a heading, a credit, or a line of navigation. */
const SHORT_LINE = 160;

interface Line {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly role: BlockRole | undefined;
}

/** The stored text of a page's lines. */
export const joinLines = (lines: readonly PageLine[]): string =>
  lines
    .map((line) => line.text)
    .join("\n")
    .normalize("NFC")
    .trimEnd();

/** The blocks of a text, with the role each line's layout gave, by line. */
export function layOutText(
  text: string,
  lines: readonly PageLine[],
  pack: DomainPack,
): readonly Block[] {
  const placed = placeLines(text, lines);
  const roles = assignRoles(placed, pack);
  let paragraph = 0;
  return placed.map((line, index): Block => {
    const role = roles[index] ?? "paragraph";
    const counted = role === "paragraph" || role === "bullet";
    if (counted) paragraph += 1;
    const block = { index, role, start: line.start, end: line.end };
    return counted ? { ...block, paragraph } : block;
  });
}

function placeLines(text: string, lines: readonly PageLine[]): Line[] {
  const placed: Line[] = [];
  let start = 0;
  for (const [at, line] of text.split("\n").entries()) {
    const trimmed = line.trim();
    if (trimmed !== "") {
      const from = start + line.length - line.trimStart().length;
      placed.push({
        text: trimmed,
        start: from,
        end: from + trimmed.length,
        role: lines[at]?.role,
      });
    }
    start += line.length + 1;
  }
  return placed;
}

function assignRoles(lines: readonly Line[], pack: DomainPack): BlockRole[] {
  const end = findEnd(lines, pack);
  const roles = lines.map((line, at) =>
    at >= end ? "boilerplate" : (lineRole(line, at, lines, pack) ?? line.role ?? "paragraph"),
  );
  const duplicates = findDuplicates(lines.map((line) => line.text));
  return roles.map((role, at) =>
    duplicates.has(at) && (role === "paragraph" || role === "bullet") ? "duplicate" : role,
  );
}

/** Index of the line that opens the part after the report, or the number of lines. */
function findEnd(lines: readonly Line[], pack: DomainPack): number {
  const cues = pack.words.entries("boilerplate_end");
  const at = lines.findIndex((line, index) => {
    if (index < lines.length / 3 || line.text.length > 60) return false;
    const text = line.text.toLowerCase();
    return cues.some((cue) =>
      cue.length > 9 || cue.endsWith("(") ? text.startsWith(cue) : text === cue,
    );
  });
  return at < 0 ? lines.length : at;
}

const isCaption = (text: string, { words }: DomainPack): boolean =>
  words
    .pattern("^<caption_openers>\\s*[:.]|\\b<caption_phrases>\\b|\\(<caption_marks>\\)\\.?$", "iu")
    .test(text) || words.pattern("\\b<picture_agencies>/\\p{Lu}").test(text);
const BULLET = /^([•▪●◦*–—-]\s|\d{1,2}[.)]\s)/;

function lineRole(
  line: Line,
  at: number,
  lines: readonly Line[],
  pack: DomainPack,
): BlockRole | undefined {
  const { text } = line;
  const { words } = pack;
  const short = text.length <= SHORT_LINE;
  if (short && isBoilerplate(text, pack)) return "boilerplate";
  if (short && isCaption(text, pack)) return "caption";
  if (
    isCaption(text, pack) &&
    text.length < 400 &&
    !/[.!?] \p{Lu}.*[.!?] \p{Lu}.*[.!?] /u.test(text)
  )
    return "caption";
  if (line.role !== undefined)
    return line.role === "bullet" && text.length > 300 ? "paragraph" : line.role;
  if (short && words.pattern("\\b<contributed_phrases>\\.?$", "iu").test(text)) return "byline";
  if (
    short &&
    text.length < 100 &&
    words.pattern("^<byline_line_openers>\\s", "iu").test(text) &&
    !/[.!?]$/.test(text)
  )
    return "byline";
  if (short && at < 8 && isDateLine(text, pack)) return "dateline";
  if (short && isHeading(line, at, lines)) return "headline";
  if (BULLET.test(text)) return "bullet";
  return undefined;
}

/** A line that holds a date and little else. */
function isDateLine(text: string, { words }: DomainPack): boolean {
  if (
    text.length < 120 &&
    words.pattern("^(?:<date_line_openers>|\\d+ <ago_units> <ago_words>)\\b", "iu").test(text)
  )
    return true;
  const date = findCalendarDates(text)[0];
  if (date === undefined || /[.!?]$/.test(text.replace(/\d\.$/, ""))) return false;
  return text.length - (date.end - date.start) < 50;
}

const ENDS = /[.!?:;,…]["”’)]?$/;

/** A short line without a full stop that stands before text: a title or a sub-heading. */
function isHeading(line: Line, at: number, lines: readonly Line[]): boolean {
  if (at === lines.length - 1 && at > 0) return false;
  if (BULLET.test(line.text)) return false;
  if (at === 0)
    return !ENDS.test(line.text) || (/[?!]["”’)]?$/.test(line.text) && lines.length > 1);
  if (line.text.length > 100) return false;
  if (at < 4 && !/[.:;,]$/.test(line.text) && (lines[at + 1]?.text.length ?? 0) > 80) return true;
  if (/\?$/.test(line.text) && line.text.length < 70) return true;
  return !ENDS.test(line.text) && line.text.length < 70 && (lines[at + 1]?.text.length ?? 0) > 60;
}

function isBoilerplate(text: string, pack: DomainPack): boolean {
  const lower = text.toLowerCase();
  if (pack.words.entries("boilerplate_lines").some((cue) => lower.startsWith(cue))) return true;
  return (
    / \| .* \| /.test(text) &&
    !/\d{4}/.test(text) &&
    text.length < 120 &&
    pack.words.pattern("<menu_words>", "iu").test(text)
  );
}
