// Characters that print nothing: joiners, spaces of no width, marks of direction, soft hyphens, variation
// selectors, byte order marks. They tell a screen how to draw letters, and nothing of what is said; whoever
// scatters them through a name must not hide the name. Texts keep them; what is read is the text without.
import { firstFrom } from "./first-from.js";

const INVISIBLE = /\p{Default_Ignorable_Code_Point}+/gu;

/** A text without characters that print nothing. */
export const visible = (text: string): string => text.replace(INVISIBLE, "");

const BLANKS = /[\s\p{Default_Ignorable_Code_Point}]+/gu;
const BLANK = /(?!\ufeff)\s/gu;

/** Every run of blanks made one, and none at the ends; what prints nothing among them stays. */
export function collapseBlanks(text: string): string {
  return text.replace(BLANKS, (run: string, at: number) => {
    const rest = run.replace(BLANK, "");
    const isInside = at > 0 && at + run.length < text.length;
    return rest.length < run.length && isInside ? ` ${rest}` : rest;
  });
}

const BLANKS_IN_FRONT = /^[\s\p{Default_Ignorable_Code_Point}]+/u;
const BLANKS_AT_END = /[\s\p{Default_Ignorable_Code_Point}]+$/u;

/** A text without blanks at its end; what prints nothing among them stays. */
export const trimBlanksEnd = (text: string): string =>
  text.replace(BLANKS_AT_END, (run) => run.replace(BLANK, ""));

/** A text without blanks at its ends; what prints nothing among them stays. */
export const trimBlanks = (text: string): string =>
  trimBlanksEnd(text).replace(BLANKS_IN_FRONT, (run) => run.replace(BLANK, ""));

/** How many characters of a text print nothing. */
export function countInvisible(text: string): number {
  let count = 0;
  for (const [run] of text.matchAll(INVISIBLE)) count += [...run].length;
  return count;
}

/** A stretch of a text, in UTF-16 code units. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A text as it is read, with the way back to the text as it stands. */
export interface FoldedText {
  readonly text: string;
  /** Where a stretch of the folded text stands in the whole one, from its first letter to its last. */
  readonly whole: (span: Stretch) => Stretch;
  /** What a stretch of the whole text is in the folded one. */
  readonly folded: (span: Stretch) => Stretch;
}

/** A run that was left out: where it would stand in the folded text, and what was left out up to its end. */
interface Cut {
  readonly at: number;
  readonly sum: number;
}

/** The text without characters that print nothing; null where it has none. Linear in its length. */
export function foldText(text: string): FoldedText | null {
  const cuts: Cut[] = [];
  let sum = 0;
  for (const { index, 0: run } of text.matchAll(INVISIBLE)) {
    cuts.push({ at: index - sum, sum: sum + run.length });
    sum += run.length;
  }
  if (cuts.length === 0) return null;
  const wholeOf = (offset: number): number =>
    offset + (cuts[firstFrom(cuts, ({ at }) => at > offset) - 1]?.sum ?? 0);
  const foldedOf = (offset: number): number => {
    const before = firstFrom(cuts, (cut) => cut.at + cut.sum > offset);
    const inside = cuts[before];
    const left = cuts[before - 1]?.sum ?? 0;
    return inside === undefined ? offset - left : Math.min(offset - left, inside.at);
  };
  return {
    text: visible(text),
    whole: ({ start, end }) => ({
      start: wholeOf(start),
      end: end > start ? wholeOf(end - 1) + 1 : wholeOf(end),
    }),
    folded: ({ start, end }) => ({ start: foldedOf(start), end: foldedOf(end) }),
  };
}
