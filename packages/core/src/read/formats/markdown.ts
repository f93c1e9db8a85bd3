import { parse } from "yaml";
import { trimBlanks, trimBlanksEnd, visible } from "../../text/invisible.js";
import type { Page, PageLine } from "../page.js";
import type { FormatReader } from "./format-reader.js";

/** It would hide the sign that says what a line is. */
const INVISIBLE_IN_FRONT = /^\p{Default_Ignorable_Code_Point}+/u;
const FRONT_MATTER = /^---\n([\s\S]{0,4000}?)\n---\n/;
const HEADING = /^ {0,3}#{1,6}\s+(.+?)\s*#*$/;
const RULE = /^ {0,3}([-*_])( ?\1){2,}\s*$/;
const ITEM = /^\s*([-*+]|\d{1,3}[.)])\s+/;
const IMAGE = /!\[([^\]]{0,300})\]\([^)]{0,1000}\)/g;
const LINK = /\[([^\]]{1,300})\]\([^)]{0,1000}\)/g;
const EMPHASIS = /(\*\*|__|\*|`)(?=\S)([^*_`\n]{1,500}?)\1/g;

/** Markdown looks like any text: only name or media type tell it. */
export const markdownReader: FormatReader = {
  name: "Markdown",
  extensions: ["md", "markdown"],
  sniff: ({ extension, mediaHint }) =>
    markdownReader.extensions.includes(extension) || mediaHint.includes("markdown") ? "name" : null,
  read: ({ decoded }) => readMarkdown(decoded().text),
};

/**
 * Lines of a Markdown text without its markup; soft line breaks become spaces. Front matter gives
 * title, date, publisher and language.
 */
export function readMarkdown(text: string): Page {
  const front = FRONT_MATTER.exec(text);
  const meta = front === null ? {} : parseFrontMatter(front[1] ?? "");
  const body = front === null ? text : text.slice(front[0].length);
  const lines = joinLines(body);
  const title =
    text_(meta["title"]) ?? lines.find((line) => line.role === "headline")?.text ?? null;
  return {
    lines,
    title,
    publisher: text_(meta["publisher"] ?? meta["source"] ?? meta["site"]),
    date: /^\d{4}(-\d\d){0,2}/.exec(dateText(meta["date"]))?.[0] ?? null,
    language: text_(meta["lang"] ?? meta["language"]),
    notices: [],
  };
}

const text_ = (value: unknown): string | null =>
  typeof value === "string" && value.trim() !== "" ? value.trim() : null;

const dateText = (value: unknown): string =>
  value instanceof Date ? value.toISOString() : typeof value === "string" ? value : "";

/** Front matter is a courtesy: a broken one is passed over like any other line. */
function parseFrontMatter(source: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = parse(source, { maxAliasCount: 10 });
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
  } catch {
    return {};
  }
}

/** A line of a table, and the line of dashes under its headings. */
const ROW = /^\s{0,3}\|.*\|\s*$/;
const DASHES = /^\s{0,3}\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/;

/** Cells of a row; a bar behind a backslash parts none. */
const cellsOf = (row: string): readonly string[] =>
  row
    .trim()
    .replace(/^\||\|$/g, "")
    .split(/(?<!\\)\|/)
    .map((cell) => plain(cell).trim());

/** What a line says that no other is joined to: a row, a heading, a gap; null for a line of prose. */
function lineAlone(raw: string): readonly PageLine[] | null {
  if (ROW.test(raw)) return DASHES.test(raw) ? [] : [{ text: "", cells: cellsOf(raw) }];
  const heading = HEADING.exec(raw)?.[1];
  if (heading !== undefined) return [{ text: plain(heading), role: "headline" }];
  return visible(raw).trim() === "" || RULE.test(raw) ? [{ text: "" }] : null;
}

function joinLines(body: string): PageLine[] {
  const lines: PageLine[] = [];
  let open = false;
  for (const whole of body.split("\n")) {
    const raw = whole.replace(INVISIBLE_IN_FRONT, "");
    const alone = lineAlone(raw);
    if (alone !== null) {
      lines.push(...alone);
      open = false;
    } else {
      const item = ITEM.test(raw);
      const text = plain(raw.replace(/^\s*>\s?/, "").replace(ITEM, "• "));
      const last = lines.at(-1);
      if (open && !item && last !== undefined) {
        lines[lines.length - 1] = { ...last, text: `${last.text} ${trimBlanks(text)}` };
      } else lines.push({ text });
      open = !visible(raw).endsWith("  ");
    }
  }
  return lines;
}

const plain = (line: string): string =>
  trimBlanksEnd(
    line
      .replace(IMAGE, "")
      .replace(LINK, "$1")
      .replace(EMPHASIS, "$2")
      .replace(EMPHASIS, "$2")
      .replace(/\\([\\`*_{}[\]()#+.!|-])/g, "$1"),
  );
