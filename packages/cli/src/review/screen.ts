import type { TraceQuote } from "@redthread/core/trace";
import { counted } from "../terminal/counted.js";
import { cutToWidth, wrapToWidth } from "../terminal/display-width.js";
import type { Layout } from "../terminal/layout.js";
import { visibleText } from "../terminal/visible-text.js";
import type { AnswerChoice, ReviewItem, ReviewSide } from "./review-item.js";

/** What stands on the screen around an item. */
export interface ScreenState {
  readonly title: string;
  /** One-based place of the item in the queue, and how many there are. */
  readonly at: number;
  readonly of: number;
  readonly answered: number;
  readonly choices: readonly AnswerChoice[];
  /** What the last key did. */
  readonly note: string;
}

/** How the screen is laid out. */
export interface ScreenLayout extends Layout {
  readonly rows: number;
}

const MOST_QUOTES = 3;
const LONGEST_QUOTE = 6;
const LETTERS = "ABCDEFGH";

/** The lines of a screen, none wider than it is and as many as fit; quotes give way first. */
export function itemScreen(
  item: ReviewItem,
  state: ScreenState,
  layout: ScreenLayout,
): readonly string[] {
  const foot = footLines(item, state, layout);
  const room = Math.max(3, layout.rows - foot.length - 1);
  const sides = item.sides();
  for (let quotes = MOST_QUOTES; quotes >= 1; quotes -= 1) {
    for (let lines = LONGEST_QUOTE; lines >= 1; lines -= 1) {
      const head = headLines(item, sides, { quotes, lines }, state, layout);
      if (head.length <= room) return [...head, ...foot];
    }
  }
  const head = headLines(item, sides, { quotes: 1, lines: 1 }, state, layout);
  return [...head.slice(0, room - 1), "…", ...foot].slice(0, layout.rows - 1);
}

interface Room {
  readonly quotes: number;
  readonly lines: number;
}

function headLines(
  item: ReviewItem,
  sides: readonly ReviewSide[],
  room: Room,
  { title, at, of, answered }: ScreenState,
  layout: ScreenLayout,
): readonly string[] {
  const { paint } = layout;
  const place = `${at} of ${of}, ${answered} answered`;
  return [
    paint.dim(line(`${title} · ${place}`, layout)),
    "",
    ...wrapped(item.question, "", 2, layout).map((text) => paint.bold(text)),
    ...sides.flatMap((side, index) => sideLines(side, labelOf(item, index), room, layout)),
  ];
}

/** The key that chooses a side, else a letter. */
const labelOf = ({ choices }: ReviewItem, index: number): string =>
  choices === undefined ? (LETTERS[index] ?? "") : (choices[index]?.key ?? "-");

function sideLines(
  { title, quotes }: ReviewSide,
  letter: string,
  room: Room,
  layout: ScreenLayout,
): readonly string[] {
  const { paint } = layout;
  const shown = quotes
    .slice(0, room.quotes)
    .flatMap((quote) => [
      ...wrapped(`“${quote.quote.replace(/\s+/g, " ").trim()}”`, "   ", room.lines, layout),
      ...wrapped(sourceText(quote), "     ", 1, layout).map((text) => paint.dim(text)),
    ]);
  const rest = quotes.length - room.quotes;
  return [
    "",
    ...wrapped(`${letter}  ${title}`, "", 2, layout).map((text) => paint.bold(text)),
    ...shown,
    ...(rest > 0 ? [paint.dim(`   and ${counted(rest, "more quote")}`)] : []),
  ];
}

const sourceText = ({ publisher, date, path, document }: TraceQuote): string =>
  `${publisher ?? "publisher unknown"}, ${date ?? "undated"}, ${path ?? document}`;

function footLines(
  item: ReviewItem,
  { choices, note }: ScreenState,
  layout: ScreenLayout,
): readonly string[] {
  const { chains, crossings, links } = item.changes;
  const change = `At stake: ${counted(chains, "way")} of two steps, ${crossings} across a border, ${counted(links, "link")}`;
  const keys = [
    ...choices.map(({ key, words }) => `${key} ${words}`),
    "k skip",
    "z undo",
    "q quit",
    "? help",
  ];
  return [
    "",
    ...wrapped(`Why asked: ${item.reasons.join("; ")}`, "", 3, layout),
    ...(links === 0 ? [] : [line(change, layout)]),
    ...(note === "" ? [] : [layout.paint.dim(line(note, layout))]),
    ...wrapped(keys.join("  "), "", 2, layout),
  ];
}

/** The keys with what each does. */
export function helpScreen(
  choices: readonly AnswerChoice[],
  layout: ScreenLayout,
): readonly string[] {
  const told = [
    ...choices.map(({ key, words }) => [key, `judge: ${words}`] as const),
    ["k", "skip: nothing is written, it comes up again next time"],
    ["z", "take the last answer of this session back, and go back to it"],
    ["q", "quit; what was answered is written already"],
    ["?", "this page; any key leads back"],
  ] as const;
  return told
    .flatMap(([key, words]) => wrapped(`${key}  ${words}`, "", 2, layout))
    .slice(0, layout.rows - 1);
}

/** Text of any origin as lines that fit. */
function wrapped(
  text: string,
  indent: string,
  most: number,
  { width }: ScreenLayout,
): readonly string[] {
  const room = Math.max(10, width - indent.length);
  return wrapToWidth(visibleText(text), room, most).map((one) => `${indent}${one}`);
}

const line = (text: string, { width }: ScreenLayout): string =>
  cutToWidth(visibleText(text), width);
