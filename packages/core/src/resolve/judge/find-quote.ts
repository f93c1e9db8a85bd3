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

/** A document with the words of each of its sentences. */
export interface WordedDocument {
  readonly document: ReportDocument;
  /** Read once, since many judgements are about one report. */
  readonly sentenceWords: () => readonly (readonly string[])[];
}

export function createWorded(document: ReportDocument): WordedDocument {
  let words: readonly (readonly string[])[] | null = null;
  const read = () =>
    document.sentences.map(({ start, end }) => wordsOf(document.text.slice(start, end)));
  return {
    document,
    sentenceWords: () => {
      words ??= read();
      return words;
    },
  };
}

/** The stretch of a document that is the quote, or null. Of equal ones the nearest to where it stood. */
export function findQuote(
  worded: WordedDocument,
  { document: id, quote, start, end }: Sighting,
): FoundQuote | null {
  const { text } = worded.document;
  if (worded.document.id === id && text.slice(start, end) === quote)
    return { start, end, kept: "letters" };
  const literal = nearestLiteral(text, quote, start);
  if (literal !== null) return { start: literal, end: literal + quote.length, kept: "letters" };
  return findWords(worded, wordsOf(quote), start);
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
  worded: WordedDocument,
  wanted: readonly string[],
  start: number,
): FoundQuote | null {
  let best: FoundRun | null = null;
  for (const run of runsOf(worded)) {
    if (mostShare(wanted.length, run.words.length) < MOST_WORDS) continue;
    const share = commonShare(wanted, run.words);
    if (share < MOST_WORDS || (best !== null && !isBetter({ ...run, share }, best, start)))
      continue;
    best = { ...run, share };
  }
  if (best === null) return null;
  const kept = best.share === 1 && isSequence(wanted, best.words) ? "words" : "most";
  return { start: best.start, end: best.end, kept };
}

/** Some sentences in a row, with their words. */
interface Run extends TextSpan {
  readonly words: readonly string[];
}

interface FoundRun extends Run {
  readonly share: number;
}

function* runsOf({ document: { sentences }, sentenceWords }: WordedDocument): Generator<Run> {
  const own = sentenceWords();
  for (const [index, { start }] of sentences.entries()) {
    for (let length = 1; length <= LONGEST_RUN; length += 1) {
      const last = sentences[index + length - 1];
      if (last === undefined) break;
      yield { start, end: last.end, words: own.slice(index, index + length).flat() };
    }
  }
}

/** The larger share, then the run that stands nearer to where the quote stood. */
const isBetter = (one: FoundRun, best: FoundRun, start: number): boolean =>
  one.share > best.share ||
  (one.share === best.share && Math.abs(one.start - start) < Math.abs(best.start - start));

const isSequence = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((word, index) => word === b[index]);

/** The largest share that texts of so many words can have. */
const mostShare = (a: number, b: number): number => (2 * Math.min(a, b)) / Math.max(1, a + b);

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
