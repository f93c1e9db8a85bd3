// A person once named in full is named by a part afterwards: "Haddad", "Gen Karim", "Wei". The
// second pass finds those parts; it looks at no word that another grammar has claimed.

import { foldName } from "../../text/fold.js";
import { is, type ReadToken } from "../words/read-tokens.js";
import type { Candidate } from "./candidate.js";
import { inList, isCommonWord, type MentionContext } from "./mention-context.js";
import { isCapital, type SentenceTokens } from "./sentence-tokens.js";

/** Folded parts of people's names that stand for the whole name, with whether the part is a family name. */
export type KnownParts = ReadonlyMap<string, "first" | "last">;

const PARTICLES = new Set([
  "al",
  "el",
  "bin",
  "ibn",
  "abu",
  "de",
  "van",
  "von",
  "der",
  "da",
  "di",
  "ould",
  "ag",
  "la",
  "ul",
  "ben",
  "ait",
  "den",
  "dos",
  "del",
]);

/** The parts of full names that may stand alone. */
export function knownParts(names: readonly string[]): KnownParts {
  const parts = new Map<string, "first" | "last">();
  for (const name of names) {
    const words = foldName(name.replace(/[“"‘(][^”"’)]*[”"’)]/gu, " "))
      .split(" ")
      .filter((word) => word.length > 1 && !PARTICLES.has(word));
    if (words.length < 2) continue;
    const last = words.at(-1);
    const first = words[0];
    if (last !== undefined) parts.set(last, "last");
    if (words.length >= 3 && words[1] !== undefined && !parts.has(words[1]))
      parts.set(words[1], "last");
    if (first !== undefined && !parts.has(first)) parts.set(first, "first");
  }
  return parts;
}

/** Mentions of known people by one part of their names. */
export function partCandidates(
  context: MentionContext,
  view: SentenceTokens,
  parts: KnownParts,
  claimed: readonly boolean[],
): Candidate[] {
  const found: Candidate[] = [];
  for (const [at, token] of view.tokens.entries()) {
    if (at < view.datelineEnd || claimed[at] === true || !isCapital(token)) continue;
    const part = parts.get(token.folded);
    if (part === undefined) continue;
    const from = withParticle(view.tokens, at);
    if (
      inList(context, "locative_strong", view.tokens[from - 1]) &&
      !is(view.tokens[from - 1], "place_leads")
    )
      continue;
    if (part === "first" && !standsAlone(context, view, at)) continue;
    if (isCommonWord(context, token) && !standsAlone(context, view, at)) continue;
    found.push({
      from,
      to: at + 1,
      role: "person",
      rule: "person.part",
      score: part === "last" ? 0.95 : 0.6,
      key: null,
      country: null,
      form: "name",
    });
  }
  return found;
}

/** `al-`, `El`, `van` in front of a family name belong to it. */
function withParticle(tokens: readonly ReadToken[], at: number): number {
  let from = at;
  while (from > 0) {
    const before = tokens[from - 1];
    if (before?.text === "-" && is(tokens[from - 2], "nickname_particles")) from -= 2;
    else if (is(before, "nickname_particles") && !is(before, "nickname_article")) from -= 1;
    else return from;
  }
  return from;
}

/** A first name alone is the person's where it acts, owns, or follows a rank. */
function standsAlone(context: MentionContext, view: SentenceTokens, at: number): boolean {
  const before = view.tokens[at - 1];
  const after = view.tokens[at + 1];
  if (isCapital(after) || isCapital(before))
    return inList(context, "ranks", before) || inList(context, "titles", before);
  if (inList(context, "ranks", before) || inList(context, "titles", before)) return true;
  return (
    after?.kind === "possessive" ||
    inList(context, "speech_verbs", after) ||
    inList(context, "person_verbs", after)
  );
}

/** Nicknames beside a person: `Bilal Quayle alias “Skipper”`, `Quintero (“Ferry”)`, `Singh alias Babu`. */
export function nicknameCandidates(
  view: SentenceTokens,
  persons: readonly Candidate[],
): Candidate[] {
  const found: Candidate[] = [];
  for (let at = 0; at < view.tokens.length; at += 1) {
    const range = quotedNickname(view, persons, at) ?? aliasNickname(view, persons, at);
    if (range !== null) found.push({ ...NICKNAME, ...range });
  }
  return found;
}

const NICKNAME = {
  role: "person",
  rule: "person.nickname",
  score: 0.99,
  key: null,
  country: null,
  form: "name",
} as const;

type TokenRange = Pick<Candidate, "from" | "to">;

function quotedNickname(
  view: SentenceTokens,
  persons: readonly Candidate[],
  open: number,
): TokenRange | null {
  const { tokens } = view;
  if (!/^["“‘«]$/.test(tokens[open]?.text ?? "") || !isCapital(tokens[open + 1])) return null;
  const close = tokens.findIndex(
    (one, at) => at > open && at <= open + 5 && /^["”’»]$/.test(one.text),
  );
  if (close <= open + 1) return null;
  // American style puts the comma inside the quotes.
  const to = /^[,.]$/.test(tokens[close - 1]?.text ?? "") ? close - 1 : close;
  const before = tokens[open - 1];
  const near = persons.some((person) => person.to <= open && person.to >= open - 8);
  const aka = is(before, "indefinite_article") && tokens[open - 2]?.text === "/";
  const cued =
    before !== undefined && (aka || is(before, "nickname_cues") || /^[,(]$/.test(before.text));
  const named = tokens
    .slice(open + 1, to)
    .every((one) => isCapital(one) || is(one, "romance_joins") || one.text === "-");
  return near && cued && named ? { from: open + 1, to } : null;
}

/** An unquoted alias right after "alias" or "aka". */
function aliasNickname(
  view: SentenceTokens,
  persons: readonly Candidate[],
  at: number,
): TokenRange | null {
  const { tokens } = view;
  if (!is(tokens[at], "alias_words")) return null;
  const near = persons.some((person) => person.to <= at && person.to >= at - 2);
  let to = at + 1;
  while (to < at + 4 && isCapital(tokens[to])) to += 1;
  return near && to > at + 1 ? { from: at + 1, to } : null;
}
