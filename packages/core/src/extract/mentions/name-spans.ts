// Every span of a sentence that may be a name: capitals and figures, with what joins them inside a name. The spans of
// one stretch overlap; which of them are names is weighed elsewhere.

import { is, type ReadToken } from "../words/read-tokens.js";
import { isCapital, type SentenceTokens } from "./sentence-tokens.js";

/** Some tokens that may be a name, and the stretch of capitals they stand in. */
export interface CapitalSpan {
  readonly from: number;
  /** One past the last token. */
  readonly to: number;
  readonly stretch: { readonly from: number; readonly to: number };
}

/** Tokens of the longest name, and of what joins two words of one. */
const LONGEST = 10;
const LONGEST_JOIN = 3;
/** A stretch longer than this is no name but a list or a table; its spans would be many. */
const LONGEST_STRETCH = 40;

/** The spans of a sentence, in text order. */
export function capitalSpans(view: SentenceTokens): CapitalSpan[] {
  if (view.shouts) return [];
  const { tokens } = view;
  const spans: CapitalSpan[] = [];
  let at = view.datelineEnd;
  while (at < tokens.length) {
    if (!isCapital(tokens[at]) && !opensLow(tokens, at)) {
      at += 1;
      continue;
    }
    const to = endOfStretch(tokens, at);
    if (to - at <= LONGEST_STRETCH) spans.push(...spansOf(tokens, at, to));
    at = to;
  }
  return spans;
}

/** "al-Haddad", "14K": a particle or a figure joined to a capital. */
const opensLow = (tokens: readonly ReadToken[], at: number): boolean =>
  is(tokens[at], "name_articles") && isHyphen(tokens, at + 1) && isCapital(tokens[at + 2]);

/** A hyphen between two words of one: no blank on either side. */
const isHyphen = (tokens: readonly ReadToken[], at: number): boolean =>
  tokens[at]?.text === "-" &&
  tokens[at - 1]?.end === tokens[at]?.start &&
  tokens[at]?.end === tokens[at + 1]?.start;

const isFigure = (token: ReadToken | undefined): boolean =>
  token?.kind === "number" && /^\d{1,4}$/.test(token.text);

function endOfStretch(tokens: readonly ReadToken[], from: number): number {
  let to = opensLow(tokens, from) ? from + 3 : from + 1;
  for (;;) {
    const next = nextWord(tokens, to);
    if (next === null) return to;
    to = next;
  }
}

/** One past the next capital or figure of a stretch, over what may join it; null where the stretch ends. */
function nextWord(tokens: readonly ReadToken[], at: number): number | null {
  for (let word = at; word <= at + LONGEST_JOIN; word += 1) {
    if (isCapital(tokens[word])) return word + 1;
    if (word === at && isFigure(tokens[word])) return word + 1;
    if (isHyphen(tokens, word) && tokens[word + 1]?.kind !== "mark" && word === at) return word + 2;
    if (!isJoin(tokens, word)) return null;
  }
  return null;
}

function isJoin(tokens: readonly ReadToken[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  if (isHyphen(tokens, at)) return true;
  if (token.text === ".") return (tokens[at - 1]?.text.length ?? 9) <= 4 && !isEnd(tokens, at);
  if (token.kind === "mark") return /^[&/’'"“”]$/.test(token.text);
  return (
    is(token, "name_joins") ||
    is(token, "name_particles") ||
    is(token, "body_joins") ||
    is(token, "additive") ||
    is(token, "definite_article")
  );
}

const isEnd = (tokens: readonly ReadToken[], at: number): boolean => at + 1 >= tokens.length;

function spansOf(tokens: readonly ReadToken[], from: number, to: number): CapitalSpan[] {
  const spans: CapitalSpan[] = [];
  const stretch = { from, to };
  for (let start = from; start < to; start += 1) {
    if (!isCapital(tokens[start]) && !opensLow(tokens, start)) continue;
    for (let end = start + 1; end <= Math.min(to, start + LONGEST); end += 1) {
      const last = tokens[end - 1];
      if (!isCapital(last) && !isFigure(last) && !closesLow(tokens, start, end)) continue;
      if (isHyphen(tokens, end) && !isCapital(tokens[end + 1])) continue;
      spans.push({ from: start, to: end, stretch });
    }
  }
  return spans;
}

/** "Min-seok": the low half of a word in two. */
const closesLow = (tokens: readonly ReadToken[], from: number, end: number): boolean =>
  end - 2 > from && isHyphen(tokens, end - 2) && tokens[end - 1]?.kind === "word";
