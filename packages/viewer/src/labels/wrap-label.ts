import { fitText, textWidth } from "../theme/text-width.js";

/** A name in one line, or broken at spaces into lines of about the same width, cut where even that is too wide. */
export interface WrappedLabel {
  readonly lines: readonly string[];
  readonly width: number;
}

/** Width in font sizes beyond which a name is broken, and beyond which a line is cut. */
const BREAK_AT = 10.4;
const CUT_AT = 15;

/** Breaks a name for the picture, into at most the lines given. Width is in the unit of `size`. */
export function wrapLabel(text: string, size: number, bold: boolean, most = 2): WrappedLabel {
  const whole = textWidth(text, size, bold);
  const lines = whole <= BREAK_AT * size ? [text] : breakEvenly(text.split(" "), most, size, bold);
  const isLong = lines.some((line) => textWidth(line, size, bold) > CUT_AT * size);
  const cut = isLong ? filled(text.split(" "), most, size, bold) : lines;
  return { lines: cut, width: widest(cut, size, bold) };
}

/** As many words a line as fit, the last line cut at its end, so that a name is never cut in its middle. */
function filled(
  words: readonly string[],
  most: number,
  size: number,
  bold: boolean,
): readonly string[] {
  const lines: string[] = [];
  let at = 0;
  while (lines.length < most - 1 && at < words.length) {
    let end = at + 1;
    const isRoomFor = (to: number) =>
      to <= words.length && textWidth(words.slice(at, to).join(" "), size, bold) <= CUT_AT * size;
    while (isRoomFor(end + 1)) end += 1;
    lines.push(fitText(words.slice(at, end).join(" "), CUT_AT * size, size, bold));
    at = end;
  }
  const rest = words.slice(at).join(" ");
  return rest === "" ? lines : [...lines, fitText(rest, CUT_AT * size, size, bold)];
}

/** The words in as many lines as given, or fewer, so that the widest is as narrow as can be. */
function breakEvenly(
  words: readonly string[],
  most: number,
  size: number,
  bold: boolean,
): readonly string[] {
  let best: readonly string[] = [words.join(" ")];
  if (most <= 1) return best;
  let least = widest(best, size, bold);
  for (let at = 1; at < Math.min(words.length, MOST_WORDS); at += 1) {
    const rest = breakEvenly(words.slice(at), most - 1, size, bold);
    const lines = [words.slice(0, at).join(" "), ...rest];
    const width = widest(lines, size, bold);
    if (width >= least) continue;
    best = lines;
    least = width;
  }
  return best;
}

/** Words of a name that a first line may hold; longer names are cut anyway. */
const MOST_WORDS = 12;

function widest(lines: readonly string[], size: number, bold: boolean): number {
  return Math.max(...lines.map((line) => textWidth(line, size, bold)));
}
