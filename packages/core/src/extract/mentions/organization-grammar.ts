// Companies, institutes, parties, media: a run of capitalised words with a head of the pack's list,
// and the outlet in a dateline. Weak heads ("Group", "Post") count where the text treats the name as
// a source or gives it an article.
import { trieKey } from "../../text/token-trie.js";
import { tokenize } from "../../text/tokenize.js";
import { is, type ReadToken, readTokens } from "../words/read-tokens.js";
import type { Candidate } from "./candidate.js";
import { inList, isCommonWord, type MentionContext } from "./mention-context.js";
import { isCapital, opensSentence, type SentenceTokens } from "./sentence-tokens.js";
import { stateWithin } from "./state-words.js";

const REACH = 6;

/** Organization candidates of a sentence. */
export function organizationCandidates(context: MentionContext, view: SentenceTokens): Candidate[] {
  const found: Candidate[] = [];
  if (view.source !== null && view.source.to > view.source.from) {
    for (const [from, to] of sourceParts(view, view.source))
      found.push(make(context, view, from, to, "organization.dateline", 0.9));
  }
  found.push(...publisherCandidates(context, view));
  if (view.shouts || (view.titled && view.role === "headline")) return found;
  for (let at = view.datelineEnd; at < view.tokens.length; at += 1) {
    const token = view.tokens[at];
    if (!isCapital(token) || !inList(context, "organization_heads", token)) continue;
    const candidate = headedRun(context, view, at);
    if (candidate !== null) found.push(candidate);
  }
  return [...found, ...outletCandidates(context, view), ...apposedCandidates(context, view)];
}

/** "Wirehub- Harbour Post", "HWN/Radio Pier": the outlets of one bracket. */
function sourceParts(
  { tokens }: SentenceTokens,
  { from, to }: { readonly from: number; readonly to: number },
): (readonly [number, number])[] {
  const cut = tokens.findIndex(
    (token, at) =>
      at > from &&
      at < to - 1 &&
      (token.text === "/" ||
        (/^[-–]$/.test(token.text) && token.end < (tokens[at + 1]?.start ?? 0))),
  );
  return cut < 0
    ? [[from, to]]
    : [
        [from, cut],
        [cut + 1, to],
      ];
}

/** A statement is published by a ministry: the agency grammar names it. */
const isStateBody = (context: MentionContext, publisher: string): boolean =>
  readTokens(context.pack.words, publisher).some(
    (token) =>
      inList(context, "agency_heads", token) &&
      !inList(context, "agency_weak_heads", token) &&
      !inList(context, "media_heads", token) &&
      !is(token, "court_word"),
  );

/** The report's own outlet wherever it is named in the report. */
function publisherCandidates(context: MentionContext, view: SentenceTokens): Candidate[] {
  const { publisher } = context.document;
  if (publisher === null || publisher.length < 4 || isStateBody(context, publisher)) return [];
  const key = trieKey(tokenize(publisher)).join(" ");
  const length = key.split(" ").length;
  const found: Candidate[] = [];
  for (let at = 0; at < view.tokens.length; at += 1) {
    for (let to = at + 1; to <= Math.min(view.tokens.length, at + length + 2); to += 1) {
      if (!isCapital(view.tokens[at])) break;
      if (trieKey(view.tokens.slice(at, to)).join(" ") !== key) continue;
      found.push(make(context, view, at, to, "organization.publisher", 0.9));
      break;
    }
  }
  return found;
}

function make(
  context: MentionContext,
  view: SentenceTokens,
  from: number,
  to: number,
  rule: string,
  score: number,
): Candidate {
  const country = stateWithin(context, view.tokens, from, to)?.country ?? null;
  return { from, to, role: "organization", rule, score, key: null, country, form: "name" };
}

function headedRun(context: MentionContext, view: SentenceTokens, head: number): Candidate | null {
  const { tokens } = view;
  let from = head;
  while (from > Math.max(view.datelineEnd, head - REACH) && continuesLeft(context, view, from)) {
    from -=
      tokens[from - 1]?.text === "-" ||
      tokens[from - 1]?.text === "&" ||
      is(tokens[from - 1], "organization_joins")
        ? 2
        : 1;
  }
  let to = head + 1;
  if (tokens[to]?.text === "." && is(tokens[head], "stopped_forms")) to += 1;
  to = complement(context, tokens, to);
  const words = tokens.slice(from, to).filter((token) => token.kind === "word" && isCapital(token));
  if (words.length < 2 || isAnchorage(context, tokens, from)) return null;
  const others = words.filter((token) => token !== tokens[head]);
  if (others.every((token) => inList(context, "posts", token) || inList(context, "ranks", token)))
    return null;
  const joint = is(tokens[head], "joint_heads");
  if (
    joint &&
    others.length > 1 &&
    others.every((token) => inList(context, "agency_fields", token))
  )
    return { ...make(context, view, from, to, "agency.fielded", 0.7), role: "body" };
  const strong = inList(context, "organization_strong_heads", tokens[head]);
  const article = is(tokens[from - 1], "definite_article") || is(tokens[from - 1], "genitive");
  const member = article && is(tokens[from - 2], "genitive") && others.length > 1;
  if (
    !strong &&
    !member &&
    !isSource(context, tokens, from, to) &&
    !(article && others.length > 1 && complement(context, tokens, head + 1) > head + 1)
  )
    return null;
  if (
    strong &&
    others.length === 1 &&
    opensSentence(tokens, from) &&
    others.every((token) => isCommonWord(context, token)) &&
    !article
  )
    return null;
  return make(context, view, from, to, "organization.headed", strong ? 0.7 : 0.6);
}

/** "the terminal at Harlow Bank": where a port or dock lies is a place. */
const isAnchorage = (
  context: MentionContext,
  tokens: readonly ReadToken[],
  from: number,
): boolean =>
  is(tokens[from - 1], "anchorage_prepositions") &&
  inList(context, "place_heads_after", tokens[from - 2]);

function continuesLeft(context: MentionContext, view: SentenceTokens, from: number): boolean {
  const { tokens } = view;
  const before = tokens[from - 1];
  if (isCapital(before)) {
    if (inList(context, "days_and_months", before) || inList(context, "ranks", before))
      return false;
    if (is(before, "organization_stops")) return false;
    return !(
      opensSentence(tokens, from - 1) &&
      isCommonWord(context, before) &&
      before.folded.length < 5
    );
  }
  if (before?.text === "-" || before?.text === "&")
    return isCapital(tokens[from - 2]) && before.end >= (tokens[from]?.start ?? 0) - 1;
  return (
    is(before, "additive") &&
    isCapital(tokens[from - 2]) &&
    isCapital(tokens[from - 3]) &&
    is(tokens[from - 4], "purpose_mark")
  );
}

/** "Institute for Port Policy", "Centre for Migration Economics", "Bank of …". */
function complement(context: MentionContext, tokens: readonly ReadToken[], to: number): number {
  if (!is(tokens[to], "complement_joins")) return to;
  let at = to + 1;
  if (is(tokens[at], "definite_article")) at += 1;
  let end = at;
  while (end < tokens.length && end < at + 6) {
    if (isCapital(tokens[end]) && !inList(context, "days_and_months", tokens[end])) end += 1;
    else if (is(tokens[end], "additive") && isCapital(tokens[end + 1]) && end > at) end += 2;
    else break;
  }
  return end > at ? end : to;
}

/** True where the name is quoted as a source, or stands in apposition to what it is. */
function isSource(
  context: MentionContext,
  tokens: readonly ReadToken[],
  from: number,
  to: number,
): boolean {
  const before = tokens[from - 1];
  const beforeThe = is(before, "definite_article") ? tokens[from - 2] : before;
  if (is(beforeThe, "source_leads") && !is(beforeThe, "inside_mark")) return true;
  if (inList(context, "speech_verbs", tokens[to])) return true;
  return (
    tokens[to]?.text === "," &&
    is(tokens[to + 1], "article") &&
    tokens.slice(to + 2, to + 7).some((token) => is(token, "source_nouns"))
  );
}

/** "the daily El Puerto", "state news agency QNA", "the association Faro", "X, a news site". */
function outletCandidates(context: MentionContext, view: SentenceTokens): Candidate[] {
  const found: Candidate[] = [];
  const { tokens } = view;
  for (const [at, token] of tokens.entries()) {
    const start = tokens[at + 1]?.text === "," ? at + 2 : at + 1;
    if (!is(token, "outlets") || !isCapital(tokens[start]) || isCapital(token)) continue;
    if (is(token, "agency_word") && !is(tokens[at - 1], "news_word")) continue;
    if (start > at + 1 && !isOwnedFirm(tokens, at)) continue;
    let to = start;
    while (
      to < start + 4 &&
      isCapital(tokens[to]) &&
      !inList(context, "days_and_months", tokens[to])
    )
      to += 1;
    if (to > start) found.push(make(context, view, start, to, "organization.outlet", 0.75));
  }
  return found;
}

/** "his firm, X": a firm that is somebody's, so that the name after the comma is the firm's. */
const isOwnedFirm = (tokens: readonly ReadToken[], at: number): boolean =>
  is(tokens[at], "owned_firms") && is(tokens[at - 1], "firm_owners");

/** "Mar Claro, a harm-reduction group", "Crown Marine, the firm": what it is stands after the comma. */
function apposedCandidates(context: MentionContext, view: SentenceTokens): Candidate[] {
  const found: Candidate[] = [];
  const { tokens } = view;
  for (const [comma, token] of tokens.entries()) {
    if (token.text !== "," || !is(tokens[comma + 1], "indefinite_article")) continue;
    const end = tokens.findIndex(
      (one, at) => at > comma + 1 && one.kind === "mark" && one.text !== "-",
    );
    const noun = tokens
      .slice(comma + 2, Math.min(end < 0 ? tokens.length : end, comma + 8))
      .find((one) => is(one, "apposed_nouns") || is(one, "apposition_ends"));
    if (noun === undefined || !is(noun, "apposed_nouns")) continue;
    let from = comma;
    while (
      from > view.datelineEnd &&
      isCapital(tokens[from - 1]) &&
      !(opensSentence(tokens, from - 1) && isCommonWord(context, tokens[from - 1] as ReadToken))
    )
      from -= 1;
    if (from < comma) found.push(make(context, view, from, comma, "organization.apposed", 0.7));
  }
  return found;
}
