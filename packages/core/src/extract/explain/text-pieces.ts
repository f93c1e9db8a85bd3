import type { ExplainedName, ExplainedSentence } from "./explanation.js";

/** A stretch of a sentence: plain words, or a name opening or closing. */
export type TextPiece =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "open" | "close"; readonly name: ExplainedName };

/**
 * A sentence cut where its names open and close, in text order; names inside a name stay inside it.
 * A name that crosses the end of another is left out, so that pieces always nest.
 */
export function textPieces({ start, text, names }: ExplainedSentence): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  const open: ExplainedName[] = [];
  let at = start;
  const textTo = (end: number): void => {
    if (end > at) pieces.push({ kind: "text", text: text.slice(at - start, end - start) });
    at = Math.max(at, end);
  };
  const closeBefore = (point: number): void => {
    while ((open.at(-1)?.end ?? Number.POSITIVE_INFINITY) <= point) {
      const name = open.pop() as ExplainedName;
      textTo(name.end);
      pieces.push({ kind: "close", name });
    }
  };
  for (const name of names) {
    closeBefore(name.start);
    if (name.end > (open.at(-1)?.end ?? start + text.length) || name.start < at) continue;
    textTo(name.start);
    pieces.push({ kind: "open", name });
    open.push(name);
  }
  closeBefore(Number.MAX_SAFE_INTEGER);
  textTo(start + text.length);
  return pieces;
}
