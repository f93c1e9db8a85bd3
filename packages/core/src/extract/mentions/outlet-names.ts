// Sources of a report by where they stand: "Source: X", ", reports the X", "according to the X daily", a bracket of
// sources with their date, the agency behind the last dash.
import { is, type ReadToken } from "../words/read-tokens.js";
import type { Candidate } from "./candidate.js";
import { inList, isCommonWord, type MentionContext } from "./mention-context.js";
import { isCapital, isUpper, type SentenceTokens } from "./sentence-tokens.js";
import { stateStartingAt } from "./state-words.js";

/** Outlets that a sentence credits. */
export function outletNames(context: MentionContext, view: SentenceTokens): Candidate[] {
  if (view.shouts) return [];
  const found: Candidate[] = [];
  for (let at = view.datelineEnd; at < view.tokens.length; at += 1) {
    found.push(...bracketSources(context, view, at));
    for (const candidate of [
      sourceLine(context, view, at),
      quotedSource(context, view, at),
      investigator(context, view, at),
      closingCredit(view, at),
    ])
      if (candidate !== null) found.push(candidate);
  }
  return found;
}

const outlet = (from: number, to: number, how: string, score: number): Candidate => ({
  from,
  to,
  role: "organization",
  rule: `organization.${how}`,
  score,
  key: null,
  country: null,
  form: "name",
});

const LONGEST = 6;

/** One past a run of capitals, with the hyphens, dots and small joins inside it. */
function runEnd(context: MentionContext, tokens: readonly ReadToken[], from: number): number {
  let to = from;
  while (to < from + LONGEST) {
    const token = tokens[to];
    if (isCapital(token) && !inList(context, "days_and_months", token)) to += 1;
    else if (
      to > from &&
      isCapital(tokens[to + 1]) &&
      (inList(context, "name_joins", token) ||
        (/^[-.]$/.test(token?.text ?? "") &&
          token?.start === tokens[to - 1]?.end &&
          token?.end === tokens[to + 1]?.start))
    )
      to += 2;
    else break;
  }
  return to;
}

/** "Source: National Harbour News". */
function sourceLine(context: MentionContext, { tokens }: SentenceTokens, at: number) {
  if (at > 0 || !inList(context, "source_words", tokens[at]) || tokens[1]?.text !== ":")
    return null;
  const to = runEnd(context, tokens, 2);
  return to > 2 && (to === tokens.length || tokens[to]?.text === ".")
    ? outlet(2, to, "source-line", 0.99)
    : null;
}

/** ", reports the Harbour Shimbun (May 7)", "according to the Nation daily", "according to Pier news". */
function quotedSource(context: MentionContext, { tokens }: SentenceTokens, at: number) {
  const reports = inList(context, "report_verbs", tokens[at]) && tokens[at - 1]?.text === ",";
  const according = is(tokens[at], "goal_mark") && is(tokens[at - 1], "according_word");
  if (!reports && !according) return null;
  const article = is(tokens[at + 1], "definite_article");
  const from = article ? at + 2 : at + 1;
  const end = runEnd(context, tokens, from);
  if (end === from || isKnown(context, tokens, from, end)) return null;
  if (inList(context, "outlet_nouns", tokens[end])) {
    const to = inList(context, "media_heads", tokens[end]) ? end + 1 : end;
    return outlet(from, to, "quoted", 0.9);
  }
  const lone = reports || end === from + 1;
  return article && lone && isWhole(context, tokens, from, end)
    ? outlet(from, end, "quoted", 0.7)
    : null;
}

/** True where the phrase ends with the name, which is no person's. */
const isWhole = (
  context: MentionContext,
  tokens: readonly ReadToken[],
  from: number,
  end: number,
): boolean =>
  /^[.,(]?$/.test(tokens[end]?.text ?? "") && !inList(context, "given_names", tokens[from]);

/** What the lexicon knows, a state's body or office, or the name of a place with its article. */
function isKnown(
  context: MentionContext,
  tokens: readonly ReadToken[],
  from: number,
  end: number,
): boolean {
  if (stateStartingAt(context, tokens, from) !== null) return true;
  if (context.pack.lexicon.longestAt(tokens, from) !== undefined) return true;
  return tokens
    .slice(from, end)
    .some(
      (token) =>
        inList(context, "agency_heads", token) ||
        inList(context, "posts", token) ||
        inList(context, "place_heads_after", token) ||
        inList(context, "not_entities", token),
    );
}

/** "a FarolAtlántico investigation": a strange word before what journalists do. */
function investigator(context: MentionContext, { tokens }: SentenceTokens, at: number) {
  const token = tokens[at];
  if (!isCapital(token) || !inList(context, "journalism", tokens[at + 1])) return null;
  const article = inList(context, "articles", tokens[at - 1]);
  const camel = /\p{Ll}\p{Lu}/u.test(token.text);
  return article && camel && !isCommonWord(context, token)
    ? outlet(at, at + 1, "investigator", 0.9)
    : null;
}

/** "(HWN, Pier Beat, Oct. 5)": names between commas, with a date at the end. */
function bracketSources(context: MentionContext, { tokens }: SentenceTokens, at: number) {
  if (tokens[at]?.text !== "(") return [];
  const close = tokens.findIndex((token, end) => end > at && token.text === ")");
  const last = tokens.slice(at + 1, close);
  const dated = last.some((token) => inList(context, "days_and_months", token)) && close > at;
  if (!dated || close - at > 24) return [];
  const found: Candidate[] = [];
  let from = at + 1;
  while (from < close) {
    const to = runEnd(context, tokens, from);
    if (to === from) {
      if (!isCreditGap(context, tokens[from])) return [];
      from += 1;
    } else {
      found.push(outlet(from, to, "credited", 0.95));
      from = to;
    }
  }
  return found;
}

const isCreditGap = (context: MentionContext, token: ReadToken | undefined): boolean =>
  token?.kind === "number" ||
  /^[,;.]$/.test(token?.text ?? "") ||
  inList(context, "days_and_months", token) ||
  is(token, "credit_joins");

/** "… the officers said. — HWN": capitals behind the last dash. */
function closingCredit({ tokens }: SentenceTokens, at: number): Candidate | null {
  const dash = tokens[at - 1];
  const stop = tokens[at - 2]?.text ?? ".";
  return at === tokens.length - 1 &&
    isUpper(tokens[at]) &&
    /^[—–-]$/.test(dash?.text ?? "") &&
    dash?.end !== tokens[at]?.start &&
    /^[.”"]$/.test(stop)
    ? outlet(at, at + 1, "closing", 0.99)
    : null;
}
