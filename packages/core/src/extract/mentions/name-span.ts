// How far a name reaches that its surroundings tell: over capitals, hyphens, particles ("Estrella de Altata",
// "Noor-e-Makran"), numbers ("Amal 7"), and "of the" where the first word is one that groups begin with.
import { is, type ReadToken } from "../words/read-tokens.js";
import { inList, isCommonWord, type MentionContext } from "./mention-context.js";
import { isCapital, type SentenceTokens } from "./sentence-tokens.js";
import { stateStartingAt } from "./state-words.js";

/** A name and whether it stands in quotes; `end` is one past the closing quote. */
export interface NameSpan {
  readonly from: number;
  /** One past the last token. */
  readonly to: number;
  readonly end: number;
  readonly quoted: boolean;
}

const LONGEST = 7;
const OPEN = /^["“‘«„']$/;
const CLOSE = /^["”’»“']$/;

/** The name that starts at a token, with or without quotes, or null. */
export function nameAt(
  context: MentionContext,
  view: SentenceTokens,
  at: number,
  limit = view.tokens.length,
): NameSpan | null {
  const { tokens } = view;
  if (OPEN.test(tokens[at]?.text ?? "")) return quotedName(tokens, at);
  if (!opensName(context, tokens, at)) return null;
  let to = at + 1;
  while (to < limit && to - at < LONGEST) {
    const next = nextPart(context, tokens, at, to);
    if (next === to) break;
    to = next;
  }
  return { from: at, to, end: to, quoted: false };
}

/** The words between quotes, where the first content word has a capital. */
function quotedName(tokens: readonly ReadToken[], open: number): NameSpan | null {
  for (let end = open + 2; end <= open + LONGEST; end += 1) {
    if (!CLOSE.test(tokens[end]?.text ?? "")) continue;
    const to = /^[,.]$/.test(tokens[end - 1]?.text ?? "") ? end - 1 : end;
    const words = tokens.slice(open + 1, to);
    if (to === open + 1 || !words.some(isCapital) || !isCapital(words.at(-1))) return null;
    if (words.some((token) => /^[,;:]$/.test(token.text))) return null;
    return { from: open + 1, to, end: end + 1, quoted: true };
  }
  return null;
}

/** A capital, a numbered name ("14K"), or a particle before a capital that may begin a name. */
function opensName(context: MentionContext, tokens: readonly ReadToken[], at: number): boolean {
  const token = tokens[at];
  const joined = tokens[at + 1]?.text === "-" && isCapital(tokens[at + 2]);
  if (joined && inList(context, "name_particles", token)) return true;
  if (!isCapital(token)) return false;
  if (inList(context, "days_and_months", token)) return false;
  if (inList(context, "ranks", token)) return false;
  return stateStartingAt(context, tokens, at)?.form !== "demonym";
}

/** One past the next part of a name, or `to` itself. */
function nextPart(
  context: MentionContext,
  tokens: readonly ReadToken[],
  from: number,
  to: number,
): number {
  const token = tokens[to];
  const last = tokens[to - 1];
  if (isCapital(token)) return inList(context, "days_and_months", token) ? to : to + 1;
  if (token?.text === "-" && last?.end === token.start && token.end === tokens[to + 1]?.start) {
    if (isCapital(tokens[to + 1]) || isHullNumber(last, tokens[to + 1])) return to + 2;
    const bridge = tokens[to + 2]?.text === "-" && isCapital(tokens[to + 3]);
    return bridge ? to + 4 : to;
  }
  if (token?.kind === "number" && /^\d{1,3}$/.test(token.text)) {
    return isCountedThing(tokens[to + 1]) ? to : to + 1;
  }
  return particleEnd(context, tokens, from, to);
}

/** "C-413": letters and the number of a hull. */
const isHullNumber = (letters: ReadToken | undefined, number: ReadToken | undefined): boolean =>
  number?.kind === "number" && /^\p{Lu}{1,4}$/u.test(letters?.text ?? "");

/** "Te Rauhia 40 kg": the number counts what follows and is no part of the name. */
const isCountedThing = (next: ReadToken | undefined): boolean =>
  next?.kind === "word" && !isCapital(next) && next.folded.length < 3;

function particleEnd(
  context: MentionContext,
  tokens: readonly ReadToken[],
  from: number,
  to: number,
): number {
  const of = is(tokens[to], "genitive") && inList(context, "group_openers", tokens[from]);
  if (!of && !inList(context, "name_joins", tokens[to])) return to;
  let at = to + 1;
  while (
    at < to + 3 &&
    (inList(context, "name_joins", tokens[at]) || is(tokens[at], "definite_article"))
  )
    at += 1;
  if (tokens[at]?.text === "-") at += 1;
  return isCapital(tokens[at]) ? at + 1 : to;
}

/** First token of the name that ends before a token, or null; it is no longer than a name may be. */
export function nameBefore(
  context: MentionContext,
  view: SentenceTokens,
  end: number,
): NameSpan | null {
  const { tokens } = view;
  const closed = CLOSE.test(tokens[end - 1]?.text ?? "");
  if (closed) return quotedBefore(tokens, end);
  for (let from = Math.max(view.datelineEnd, end - LONGEST); from < end; from += 1) {
    if (isCapital(tokens[from - 1]) && !isPassed(context, view, from - 1)) continue;
    if (isPassed(context, view, from)) continue;
    const name = nameAt(context, view, from, end);
    if (name !== null && name.end === end) return name;
  }
  return null;
}

/** The first word of a sentence that is English before it is a name is none of the name's. */
const isPassed = (context: MentionContext, { tokens }: SentenceTokens, at: number): boolean => {
  const token = tokens[at];
  const opens = at === 0 || /^[.:“"!?]$/.test(tokens[at - 1]?.text ?? "");
  return (
    token !== undefined &&
    (inList(context, "days_and_months", token) ||
      is(token, "definite_article") ||
      (opens && isCommonWord(context, token)))
  );
};

function quotedBefore(tokens: readonly ReadToken[], end: number): NameSpan | null {
  for (let open = end - 3; open >= Math.max(0, end - LONGEST); open -= 1) {
    if (!OPEN.test(tokens[open]?.text ?? "")) continue;
    const name = quotedName(tokens, open);
    return name !== null && name.end === end ? name : null;
  }
  return null;
}
