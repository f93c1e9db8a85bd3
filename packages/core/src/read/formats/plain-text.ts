import { trimBlanks, visible } from "../../text/invisible.js";
import type { Page, PageLine } from "../page.js";
import type { FormatReader } from "./format-reader.js";

/** Shortest line that a mail program or a typist breaks at. */
const WRAP_FROM = 55;
const WRAP_TO = 90;
const ENDS_SENTENCE = /[.!?:;"”’)\]]$/;
const STARTS_ITEM = /^\s*([-•*–—▪●]|\d{1,2}[.)])\s/;

/** Blanks at an end of a line, with what prints nothing among them. */
const BLANKS_AT_END = /[ \t\u00a0\p{Default_Ignorable_Code_Point}]+$/u;
const withoutBlanks = (run: string): string => run.replace(/[ \t\u00a0]/g, "");

/** Whatever is text and nothing else. */
export const plainTextReader: FormatReader = {
  name: "text",
  extensions: ["txt", "text"],
  sniff: () => "name",
  read: ({ decoded }) => readPlainText(decoded().text),
};

/**
 * Lines of a plain text. A text with blank lines between its paragraphs and lines broken at a fixed
 * width is unwrapped: a broken line is joined to the next by a space.
 */
function readPlainText(text: string): Page {
  const lines = text.split("\n").map((line) => line.replace(BLANKS_AT_END, withoutBlanks));
  const joined = isWrapped(lines) ? unwrap(lines) : lines;
  return {
    lines: joined.map((line): PageLine => ({ text: line })),
    title: null,
    publisher: null,
    date: null,
    language: null,
    notices: [],
  };
}

/** Most lines that end in mid-sentence are about as long as the longest. */
function isWrapped(whole: readonly string[]): boolean {
  const lines = whole.map(visible);
  const longest = lines.reduce((most, line) => Math.max(most, line.length), 0);
  if (longest < WRAP_FROM || longest > WRAP_TO) return false;
  const broken = lines.filter(
    (line, at) =>
      line.length > WRAP_FROM * 0.8 && lines[at + 1]?.trim() && !ENDS_SENTENCE.test(line),
  );
  return broken.length >= 3 && broken.every((line) => line.length > longest * 0.6);
}

function unwrap(lines: readonly string[]): string[] {
  const joined: string[] = [];
  let open = false;
  for (const whole of lines) {
    const line = visible(whole);
    const starts = line.trim() === "" || STARTS_ITEM.test(line);
    const last = joined.at(-1);
    if (open && !starts && last !== undefined)
      joined[joined.length - 1] = `${last} ${trimBlanks(whole)}`;
    else joined.push(whole);
    open = line.trim() !== "" && line.length > WRAP_FROM * 0.6;
  }
  return joined;
}
