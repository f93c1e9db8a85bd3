// Where a quote stands in a text that may have been edited since it was cut: literally, in the same
// words with other signs between them, or in the sentence that shares most of its words.
import type { Sighting } from "../../model/judgement.js";
import type { ReportDocument } from "../../model/report-document.js";
import type { TextSpan } from "../../model/text-span.js";
import { foldName } from "../../text/fold.js";

/** A stretch of a text that is what a person saw. */
export interface FoundQuote extends TextSpan {
  /** How much was edited: the quote as it was, its words, or most of them. */
  readonly kept: "letters" | "words" | "most";
}

/** Share of common words from which a sentence is the edited one. */
const MOST_WORDS = 0.7;
/** Sentences that a quote of several may run over. */
const LONGEST_RUN = 3;

/** The stretch of a document that is the quote, or null. Of equal ones the nearest to where it stood. */
export function findQuote(
  document: ReportDocument,
  { document: id, quote, start, end }: Sighting,
): FoundQuote | null {
  const { text } = document;
  if (document.id === id && text.slice(start, end) === quote)
    return { start, end, kept: "letters" };
  const literal = nearestLiteral(text, quote, start);
  if (literal !== null) return { start: literal, end: literal + quote.length, kept: "letters" };
  return findWords(document, wordsOf(quote), start);
}

export const wordsOf = (text: string): readonly string[] =>
  foldName(text)
    .split(" ")
    .filter((word) => word !== "");

function nearestLiteral(text: string, quote: string, start: number): number | null {
  let best: number | null = null;
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    if (best === null || Math.abs(at - start) < Math.abs(best - start)) best = at;
  }
  return best;
}

function findWords(
  { text, sentences }: ReportDocument,
  wanted: readonly string[],
  start: number,
): FoundQuote | null {
  let best: { readonly found: FoundQuote; readonly share: number } | null = null;
  const sentenceWords = sentences.map((one) => wordsOf(text.slice(one.start, one.end)));
  for (const [index, first] of sentences.entries()) {
    let words: readonly string[] = [];
    for (let run = 0; run < LONGEST_RUN; run += 1) {
      const last = sentences[index + run];
      if (last === undefined) break;
      words = [...words, ...(sentenceWords[index + run] ?? [])];
      const share = commonShare(wanted, words);
      if (share < MOST_WORDS) continue;
      const kept = share === 1 && isSequence(wanted, words) ? "words" : "most";
      const found = { start: first.start, end: last.end, kept } as const;
      if (
        best === null ||
        share > best.share ||
        (share === best.share && isNearer(found, best.found, start))
      )
        best = { found, share };
    }
  }
  return best?.found ?? null;
}

const isSequence = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((word, index) => word === b[index]);

const isNearer = (a: TextSpan, b: TextSpan, start: number): boolean =>
  Math.abs(a.start - start) < Math.abs(b.start - start);

/** Dice's share of common words, each as often as it stands: 0 nothing, 1 the same words. */
function commonShare(a: readonly string[], b: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const word of a) counts.set(word, (counts.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of b) {
    const left = counts.get(word) ?? 0;
    if (left > 0) common += 1;
    counts.set(word, left - 1);
  }
  const all = a.length + b.length;
  return all === 0 ? 0 : (2 * common) / all;
}
