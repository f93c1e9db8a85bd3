import { is, type ReadToken } from "../words/read-tokens.js";
import { inList, isCommonWord, type MentionContext } from "./mention-context.js";
import { isCapital, isUpper, opensSentence, type SentenceTokens } from "./sentence-tokens.js";

/** A run of capitalised words that no lexicon or grammar has claimed. */
export interface CapitalRun {
  readonly from: number;
  /** One past the last token. */
  readonly to: number;
  /** Index of a rank, title or post that was stripped from the front, or null. */
  readonly cue: number | null;
}

const LONGEST_RUN = 9;
const QUOTES = new Set(["“", '"', "‘", "'"]);
const CLOSING = new Set(["”", '"', "’", "'"]);

/** Runs of a sentence that may be names of people, places or organizations, fronts stripped. */
export function capitalRuns(
  context: MentionContext,
  view: SentenceTokens,
  claimed: readonly boolean[],
): CapitalRun[] {
  if (view.shouts) return [];
  const runs: CapitalRun[] = [];
  let at = view.datelineEnd;
  while (at < view.tokens.length) {
    if (!startsRun(context, view, claimed, at)) {
      at += 1;
      continue;
    }
    const to = endOfRun(context, view, claimed, at);
    const run = stripFront(context, view, at, to);
    if (run !== null) runs.push(run);
    at = to;
  }
  return runs;
}

function startsRun(
  context: MentionContext,
  view: SentenceTokens,
  claimed: readonly boolean[],
  at: number,
): boolean {
  const token = view.tokens[at];
  if (claimed[at] === true) return false;
  if (isArticleJoin(view.tokens, at) && !isCapital(token))
    return isCapital(view.tokens[at + 2]) && claimed[at + 2] !== true;
  return isNameWord(context, token) || isShoutedName(context, view, at);
}

/** "By ELLIOT HARBOUR": a byline may be in capitals. */
const isShoutedName = (context: MentionContext, view: SentenceTokens, at: number): boolean => {
  const token = view.tokens[at];
  if (!isUpper(token) || token.text.length < 3) return false;
  return (
    view.role === "byline" ||
    isShoutedFullName(context, view.tokens, at) ||
    isShoutedSurname(context, view.tokens, at)
  );
};

/** "Darren KOWALCHUK, 44": a family name in capitals behind a given name, or before an age. */
function isShoutedSurname(
  context: MentionContext,
  tokens: readonly ReadToken[],
  at: number,
): boolean {
  const before = tokens[at - 1];
  if (!isCapital(before) || !/\p{Ll}/u.test(before.text)) return false;
  if (context.pack.lexicon.longestAt(tokens, at) !== undefined) return false;
  const first = isCapital(tokens[at - 2]) ? tokens[at - 2] : before;
  if (inList(context, "given_names", before) || inList(context, "given_names", first)) return true;
  return tokens[at + 1]?.text === "," && /^\d{2}$/.test(tokens[at + 2]?.text ?? "");
}

/** "JUAN CARLOS HARBOUR": in a statement a defendant's name may be in capitals, the given name first. */
function isShoutedFullName(
  context: MentionContext,
  tokens: readonly ReadToken[],
  at: number,
): boolean {
  let from = at;
  while (isUpper(tokens[from - 1]) && (tokens[from - 1]?.text.length ?? 0) > 2) from -= 1;
  let to = at + 1;
  while (isUpper(tokens[to]) && (tokens[to]?.text.length ?? 0) > 2) to += 1;
  if (to - from < 2 || to - from > 5) return false;
  if (inList(context, "given_names", tokens[from])) return true;
  const words = tokens.slice(from, to);
  const closed = /^[,(.;]$/.test(tokens[to]?.text ?? "");
  const strange = words.every((token) => !isCommonWord(context, token));
  return closed && strange && words.some((token) => inList(context, "given_names", token));
}

const isNameWord = (context: MentionContext, token: ReadToken | undefined): boolean =>
  isCapital(token) &&
  (!isUpper(token) || token.text.length <= 2) &&
  (!inList(context, "days_and_months", token) || is(token, "short_days_and_months"));

/** `al-Haddad`, `ul-Islam`: a particle, a hyphen, a capitalised word. */
const isArticleJoin = (tokens: readonly ReadToken[], at: number): boolean =>
  is(tokens[at], "name_articles") &&
  tokens[at + 1]?.text === "-" &&
  tokens[at]?.end === tokens[at + 1]?.start;

function endOfRun(
  context: MentionContext,
  view: SentenceTokens,
  claimed: readonly boolean[],
  from: number,
): number {
  const { tokens } = view;
  let to = isArticleJoin(tokens, from) ? from + 3 : from + 1;
  while (to < tokens.length && to - from < LONGEST_RUN) {
    const next =
      isShoutedName(context, view, to) && claimed[to] !== true
        ? to + 1
        : extend(context, tokens, claimed, to);
    if (next === to) break;
    to = next;
  }
  return to;
}

/** One step over a further part of a name, or `to` itself. */
function extend(
  context: MentionContext,
  tokens: readonly ReadToken[],
  claimed: readonly boolean[],
  to: number,
): number {
  const token = tokens[to];
  const before = tokens[to - 1];
  if (token === undefined || claimed[to] === true) return to;
  if (isArticleJoin(tokens, to) && isCapital(tokens[to + 2])) return to + 3;
  if (isNameWord(context, token)) return to + 1;
  if (token.text === "." && before?.text.length === 1 && isNameWord(context, tokens[to + 1]))
    return to + 2;
  if (
    token.text === "." &&
    is(before, "stopped_titles") &&
    isCapital(tokens[to + 1]) &&
    claimed[to + 1] !== true
  )
    return to + 2;
  const hyphen =
    token.text === "-" && before?.end === token.start && token.end === tokens[to + 1]?.start;
  if (hyphen && tokens[to + 1]?.kind === "word") {
    const after = tokens[to + 1];
    return isCapital(after) ||
      after?.text.length === 2 ||
      after?.text.length === 3 ||
      isSecondHalf(context, after)
      ? to + 2
      : to;
  }
  if (/^['’]$/.test(token.text) && before?.end === token.start && isArticleJoin(tokens, to + 1))
    return to + 4;
  if (inList(context, "name_particles", token) && !isCapital(token)) {
    let at = to + 1;
    while (inList(context, "name_particles", tokens[at]) && !isCapital(tokens[at])) at += 1;
    return isNameWord(context, tokens[at]) &&
      claimed[at] !== true &&
      !is(token, "at_word") &&
      !is(token, "role_mark") &&
      !is(token, "indefinite_article")
      ? at + 1
      : to;
  }
  return nickname(context, tokens, to);
}

/** "Kim Min-seok": the second half of an East Asian given name is no word of English. */
const isSecondHalf = (context: MentionContext, after: ReadToken | undefined): boolean =>
  after !== undefined && after.text.length <= 5 && !inList(context, "common", after);

/** `Joaquín “El Barco” Marín`: a name in quotes inside a name. */
function nickname(context: MentionContext, tokens: readonly ReadToken[], at: number): number {
  if (!QUOTES.has(tokens[at]?.text ?? "")) return at;
  for (let end = at + 2; end <= at + 4; end += 1) {
    if (!CLOSING.has(tokens[end]?.text ?? "")) continue;
    return isNameWord(context, tokens[end + 1]) && isCapital(tokens[at + 1]) ? end + 2 : at;
  }
  return at;
}

/** The run without common words at the start of a sentence, and without ranks, titles and posts. */
function stripFront(
  context: MentionContext,
  view: SentenceTokens,
  from: number,
  to: number,
): CapitalRun | null {
  const { tokens } = view;
  let start = from;
  while (start < to && isOpener(context, view, start)) start += 1;
  let cue: number | null = null;
  for (let at = start; at < to; at += 1) {
    if (isFrontWord(context, tokens, at) && at < to - 1) {
      cue = at;
      start = at + 1;
      if (tokens[start]?.text === ".") start += 1;
    }
  }
  while (start < to && tokens[start]?.kind !== "word") start += 1;
  let end = to;
  while (
    end > start + 1 &&
    inList(context, "honorific_after", tokens[end - 1]) &&
    isUpper(tokens[end - 1])
  )
    end -= 1;
  return start < end ? { from: start, to: end, cue } : null;
}

function isOpener(context: MentionContext, view: SentenceTokens, at: number): boolean {
  const token = view.tokens[at];
  if (token === undefined || !isCapital(token)) return false;
  if (
    inList(context, "ranks", token) ||
    inList(context, "titles", token) ||
    inList(context, "posts", token)
  )
    return false;
  const opens = opensSentence(view.tokens, at);
  if (opens && isCommonWord(context, token)) return true;
  return is(token, "function_words");
}

/** A rank, title, post or role in front of a name; one that is itself the first name is none. */
function isFrontWord(context: MentionContext, tokens: readonly ReadToken[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || !isCapital(token)) return false;
  if (token.text.length === 1) return is(token, "u_word");
  // "Special Agent in Charge Dan Foley".
  if (is(token, "in_charge")) return is(tokens[at - 1], "inside_mark");
  // "Agent Rosa Peralta", "Pilot Hector Luna": an English word before a given name.
  const given = isCapital(tokens[at + 1]) && inList(context, "given_names", tokens[at + 1]);
  if (given && isCapital(tokens[at + 2]) && isCommonWord(context, token)) return true;
  if (
    token.folded.endsWith("s") &&
    inList(context, "posts", { ...token, folded: token.folded.slice(0, -1) })
  )
    return true;
  return (
    inList(context, "ranks", token) ||
    inList(context, "titles", token) ||
    inList(context, "posts", token) ||
    (inList(context, "roles", token) && isCommonWord(context, token)) ||
    (is(token, "post_fields") &&
      (inList(context, "posts", tokens[at + 1]) ||
        inList(context, "ranks", tokens[at + 1]) ||
        is(tokens[at + 1], "post_seconds")))
  );
}
