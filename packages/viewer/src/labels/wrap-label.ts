import { fitText, textWidth } from "../theme/text-width.js";

/** A name in one line, or broken at a space into two of about the same width, cut where even that is too wide. */
export interface WrappedLabel {
  readonly lines: readonly string[];
  readonly width: number;
}

/** Width in font sizes beyond which a name is broken, and beyond which a line is cut. */
const BREAK_AT = 10.4;
const CUT_AT = 15;

/** Breaks a name for the picture. Width is in the unit of `size`. */
export function wrapLabel(text: string, size: number, bold: boolean): WrappedLabel {
  const whole = textWidth(text, size, bold);
  const lines = whole <= BREAK_AT * size ? [text] : breakEvenly(text, size, bold);
  const cut = lines.map((line) => fitText(line, CUT_AT * size, size, bold));
  return { lines: cut, width: Math.max(...cut.map((line) => textWidth(line, size, bold))) };
}

function breakEvenly(text: string, size: number, bold: boolean): readonly string[] {
  const words = text.split(" ");
  let best: readonly string[] = [text];
  let least = textWidth(text, size, bold);
  for (let at = 1; at < words.length; at += 1) {
    const pair = [words.slice(0, at).join(" "), words.slice(at).join(" ")];
    const width = Math.max(...pair.map((line) => textWidth(line, size, bold)));
    if (width < least) {
      best = pair;
      least = width;
    }
  }
  return best;
}
