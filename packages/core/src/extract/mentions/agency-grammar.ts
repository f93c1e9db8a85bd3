// Bodies of states with names in capitals: a run of capitalised words with a head noun ("Basra
// Criminal Court"), its complement included ("Ministry of Interior"). Heads and fields are lists of the
// pack. Bodies named in lower case are found by body-grammar.ts.
import { is, type ReadToken } from "../words/read-tokens.js";
import { isPostOf, leftEdge, rightEdge } from "./agency-extent.js";
import type { Candidate } from "./candidate.js";
import { inList, type MentionContext } from "./mention-context.js";
import { isCapital, type SentenceTokens } from "./sentence-tokens.js";
import { stateEndingAt, stateOfPlace, stateWithin } from "./state-words.js";

/** Bodies named in capitals in a sentence. */
export function agencyCandidates(context: MentionContext, view: SentenceTokens): Candidate[] {
  const found: Candidate[] = [];
  for (let at = view.datelineEnd; at < view.tokens.length; at += 1) {
    const token = view.tokens[at];
    if (!view.shouts && isCapital(token) && inList(context, "agency_heads", token)) {
      const candidate = capitalisedBody(context, view, at);
      if (candidate !== null) found.push(candidate);
    }
  }
  return found;
}

function capitalisedBody(
  context: MentionContext,
  view: SentenceTokens,
  head: number,
): Candidate | null {
  const { tokens } = view;
  if (inList(context, "agency_heads", tokens[head + 1]) && isCapital(tokens[head + 1])) return null;
  const from = ownStart(context, view, leftEdge(context, view, head), head);
  const to = rightEdge(context, view, head);
  if (is(tokens[to], "post_ends") && is(tokens[head], "police_word")) return null;
  const words = tokens.slice(from, to).filter((token) => token.kind === "word" && isCapital(token));
  const state = stateWithin(context, tokens, from, to) ?? possessor(context, tokens, from);
  if (!isBody(context, view, { from, to, head, words, hasState: state !== null })) return null;
  const country =
    state?.country ?? placeInName(context, tokens, from, to) ?? placeAfter(context, tokens, to);
  if (isTitleField(context, tokens, from)) return null;
  const post = inList(context, "posts", tokens[to]) || inList(context, "ranks", tokens[to]);
  const score = 0.8 + (state === null ? 0 : 0.05) - (post && isCapital(tokens[to]) ? 0.2 : 0);
  return {
    from,
    to,
    role: "body",
    rule: "agency.capitalised",
    score,
    key: null,
    country,
    form: "name",
  };
}

/** "Under Secretary for Terrorism and Financial Intelligence": what a post is for is no body. */
const isTitleField = (
  context: MentionContext,
  tokens: readonly ReadToken[],
  from: number,
): boolean =>
  is(tokens[from - 1], "purpose_mark") &&
  isCapital(tokens[from - 2]) &&
  (inList(context, "posts", tokens[from - 2]) || isPostOf(context, tokens, from - 2));

/** The state that owns the name: "Iraq's Interior Ministry". */
function possessor(context: MentionContext, tokens: readonly ReadToken[], from: number) {
  return tokens[from - 1]?.kind === "possessive" ? stateEndingAt(context, tokens, from - 1) : null;
}

function placeInName(
  context: MentionContext,
  tokens: readonly ReadToken[],
  from: number,
  to: number,
): string | null {
  for (let at = from; at < to; at += 1) {
    for (let end = Math.min(to, at + 3); end > at; end -= 1) {
      if (!isCapital(tokens[at])) continue;
      if (
        inList(context, "agency_heads", tokens[at]) ||
        inList(context, "agency_fields", tokens[at])
      )
        continue;
      const country = stateOfPlace(context, tokens, at, end);
      if (country !== null) return country;
    }
  }
  return null;
}

/** "Harbour Police Force Organised Crime Squad": a unit behind the full name of its body starts after it. */
function ownStart(
  context: MentionContext,
  view: SentenceTokens,
  from: number,
  head: number,
): number {
  const body = context.pack.lexicon
    .matchesAt(view.tokens, from)
    .findLast(
      (match) =>
        match.to <= head - 1 &&
        match.to > from + 1 &&
        match.values.some(({ entry, form }) => entry.role === "body" && form === "name"),
    );
  return body?.to ?? from;
}

/** "the General Security Directorate in Damascus": the state of the town right behind the name. */
function placeAfter(
  context: MentionContext,
  tokens: readonly ReadToken[],
  to: number,
): string | null {
  if (!is(tokens[to], "inside_mark") || !isCapital(tokens[to + 1])) return null;
  for (let end = to + 4; end > to + 1; end -= 1) {
    const state = stateWithin(context, tokens, to + 1, end);
    if (state !== null && state.from === to + 1 && state.form === "name") return state.country;
    const country = stateOfPlace(context, tokens, to + 1, end);
    if (country !== null) return country;
  }
  return null;
}

interface Body {
  readonly from: number;
  readonly to: number;
  readonly head: number;
  readonly words: readonly ReadToken[];
  readonly hasState: boolean;
}

/** A weak head ("Agency", "Office") needs a word of state business or a state beside it. */
function isBody(context: MentionContext, view: SentenceTokens, body: Body): boolean {
  const { words, hasState, head } = body;
  const headToken = view.tokens[head];
  const others = words.filter((token) => token !== headToken);
  if (others.length === 0) return isLoneBody(context, view, body);
  if (others.every((token) => is(token, "against_prefixes"))) return false;
  const fields = others.filter(
    (token) =>
      inList(context, "agency_fields", token) ||
      inList(context, "agency_heads", token) ||
      isOfficeOwner(context, view.tokens, token),
  );
  if (view.titled && fields.length === 0 && !hasState) return false;
  if (isUmbrella(context, view, body)) return false;
  if (!inList(context, "agency_weak_heads", headToken)) return true;
  if (is(headToken, "force_word") && is(view.tokens[head - 1], "task_word"))
    return others.length > 1;
  if (isScholarly(view, body)) return false;
  if (is(headToken, "doubtful_heads")) return fields.length > 0 && others.length > 1;
  if (is(headToken, "government_word")) return others.length > 1 && fields.length > 0;
  return fields.length > 0 || hasState;
}

/** "the Sheriff's Department", "the Prosecutor's Office": a post that the head belongs to. */
const isOfficeOwner = (
  context: MentionContext,
  tokens: readonly ReadToken[],
  token: ReadToken,
): boolean =>
  inList(context, "posts", token) &&
  (inList(context, "office_owners", token) || tokens.some((one) => is(one, "office_word"))) &&
  tokens[tokens.indexOf(token) + 1]?.kind === "possessive";

/** "the Gendarmerie", "2nd Brigade", "Iraq's Parliament": one capitalised word that is a body's name. */
function isLoneBody(
  context: MentionContext,
  view: SentenceTokens,
  { from, head, hasState }: Body,
): boolean {
  const token = view.tokens[head];
  if (token === undefined) return false;
  if (view.tokens[from]?.kind === "number") return true;
  if (is(token, "lone_bodies")) return is(view.tokens[from - 1], "definite_article");
  return hasState && !inList(context, "agency_weak_heads", token) && !is(token, "police_word");
}

/** "Iraqi Security Forces", "Syrian Government": the state itself, not one of its bodies. */
function isUmbrella(context: MentionContext, view: SentenceTokens, { head, words }: Body): boolean {
  const token = view.tokens[head];
  if (token === undefined || words.length > 3) return false;
  const phrase = is(view.tokens[head - 1], "security_word")
    ? `security ${token.folded}`
    : token.folded;
  return (
    context.pack.words.has("umbrella", phrase) &&
    !is(view.tokens[head - 1], "umbrella_adjectives") &&
    phrase !== "forces"
  );
}

/** "Centre for Security Studies": a place of study, not of the state. */
const isScholarly = (view: SentenceTokens, { from, to }: Body): boolean =>
  view.tokens.slice(from, to).some((token) => is(token, "scholarly_nouns"));
