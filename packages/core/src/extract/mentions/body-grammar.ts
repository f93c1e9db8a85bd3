// Bodies of states named in lower case: a body noun tied to a state or a place ("Kuwaiti coastguard",
// "Iraq's interior ministry", "coastguard of Hormozgan", "court in Basra"), one that needs no state in a
// report of one ("the interior ministry"), and a unit under a name ("Anchor unit").
import { is, type ReadToken } from "../words/read-tokens.js";
import { anaphor, bodyOfPlace, courtIn, namedCourt, namedUnit, postOffice } from "./body-forms.js";
import type { Candidate } from "./candidate.js";
import { inList, type MentionContext } from "./mention-context.js";
import { isCapital, opensSentence, type SentenceTokens } from "./sentence-tokens.js";
import { demonymOf, stateEndingAt, stateOfPlace } from "./state-words.js";

/** Bodies named in lower case in a sentence. */
export function bodyCandidates(context: MentionContext, view: SentenceTokens): Candidate[] {
  const found: Candidate[] = [];
  for (let at = view.datelineEnd; at < view.tokens.length; at += 1) {
    const bodies = [
      anaphor(context, view, at),
      lowerBody(context, view, at),
      courtIn(context, view, at),
      namedUnit(context, view, at),
      postOffice(context, view, at),
      namedCourt(context, view, at),
    ];
    for (const body of bodies) if (body !== null) found.push(body);
  }
  return found;
}

/** "Kuwaiti coastguard", "Iraq's interior ministry", "coastguard of Hormozgan", "the interior ministry". */
function lowerBody(context: MentionContext, view: SentenceTokens, at: number): Candidate | null {
  const { tokens } = view;
  if (!isBodyWord(tokens[at])) return null;
  const match = context.pack.words.phrases("state_heads").longestAt(tokens, at);
  if (match === undefined) return null;
  const { to } = match;
  if (inList(context, "agency_heads", tokens[to]) && isCapital(tokens[to])) return null;
  if (tokens[to]?.text === "-" && tokens[to]?.end === tokens[to + 1]?.start) return null;
  const owner = findOwner(context, view, at);
  if (owner !== null) return ownedBody(context, view, at, to, owner);
  const after = bodyOfPlace(context, view, at, to);
  if (after !== null) return after;
  const bare = context.pack.words.phrases("bare_heads").longestAt(tokens, at);
  if (bare === undefined || bare.to !== to || view.titled) return null;
  const name =
    tokens.slice(at, to).every(isCapital) ||
    is(tokens[at - 1], "definite_article") ||
    isBodyWord(tokens[at]);
  return name
    ? {
        from: at,
        to,
        role: "body",
        rule: "agency.bare",
        score: 0.6,
        key: null,
        country: null,
        form: "name",
      }
    : null;
}

const isBodyWord = (token: ReadToken | undefined): boolean =>
  token?.kind === "word" && token.folded !== "";

interface Owner {
  readonly from: number;
  readonly country: string;
  /** True for "Iraq's", false for "Iraqi" or "Basra". */
  readonly possessive: boolean;
  readonly place: boolean;
}

/** The state or place whose body this is, up to two words before it. */
function findOwner(context: MentionContext, view: SentenceTokens, at: number): Owner | null {
  const { tokens } = view;
  for (let end = at; end >= Math.max(view.datelineEnd + 1, at - 2); end -= 1) {
    if (end < at && !isModifier(context, tokens[end])) break;
    const possessive = tokens[end - 1]?.kind === "possessive";
    const before = possessive ? end - 1 : end;
    const state = stateEndingAt(context, tokens, before);
    if (
      state !== null &&
      (possessive || state.form === "demonym" || isAttributive(state.form, tokens, state.from))
    ) {
      return { from: state.from, country: state.country, possessive, place: false };
    }
    for (const length of [3, 2, 1]) {
      const from = before - length;
      if (from < view.datelineEnd || !isCapital(tokens[from])) continue;
      const country = stateOfPlace(context, tokens, from, before);
      if (country !== null && !opensSentence(tokens, from + length))
        return { from, country, possessive, place: true };
    }
  }
  return null;
}

/** "US customs", "UAE police": a name used as an adjective, not the end of a list. */
const isAttributive = (form: string, tokens: readonly ReadToken[], from: number): boolean =>
  form === "name" && !is(tokens[from - 1], "inside_mark") && !is(tokens[from - 1], "source_mark");

const isModifier = (context: MentionContext, token: ReadToken | undefined): boolean =>
  inList(context, "agency_fields", token) || is(token, "body_modifiers");

function ownedBody(
  context: MentionContext,
  view: SentenceTokens,
  at: number,
  to: number,
  owner: Owner,
): Candidate | null {
  const { tokens } = view;
  const words = tokens.slice(at, to);
  const word = words.map((token) => token.text).join(" ");
  if (context.pack.words.has("umbrella", word.toLowerCase())) return null;
  if (words.length === 1 && is(words[0], "owned_fields") && !isSubjectLike(tokens, to)) return null;
  const first = bodyStart(context, tokens, at);
  const demonym = owner.possessive && !owner.place ? demonymOf(context, owner.country) : null;
  const body = sliceText(context, tokens, first, to);
  const name = demonym === null ? null : `${demonym} ${body}`;
  return {
    from: owner.from,
    to,
    role: "body",
    rule: "agency.of-state",
    score: owner.place ? 0.7 : 0.8,
    key: null,
    country: owner.country,
    form: "name",
    ...(name === null ? {} : { name }),
  };
}

/** The body with the modifiers in front of it. */
function bodyStart(context: MentionContext, tokens: readonly ReadToken[], at: number): number {
  let from = at;
  while (isModifier(context, tokens[from - 1]) && tokens[from - 1]?.kind === "word") from -= 1;
  return from;
}

/** "the Syrian military said", not "military drones". */
const isSubjectLike = (tokens: readonly ReadToken[], to: number): boolean => {
  const next = tokens[to];
  return next === undefined || next.kind !== "word" || is(next, "after_subject");
};

const sliceText = (
  context: MentionContext,
  tokens: readonly ReadToken[],
  from: number,
  to: number,
): string =>
  context.document.text
    .slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0)
    .replace(/\s+/g, " ");
