import type { LexiconName, NameDoubt } from "../../packs/domain-pack.js";
import { fold } from "../../text/fold.js";
import { is, type ReadToken } from "../words/read-tokens.js";
import { type Candidate, tokenText } from "./candidate.js";
import { inList, isCommonWord, type MentionContext } from "./mention-context.js";
import { isLocative } from "./place-candidates.js";
import { isCapital, isUpper, type SentenceTokens } from "./sentence-tokens.js";
import { stateWithin } from "./state-words.js";

/** Every name of the pack's lexicon in a sentence whose capitals fit. */
export function lexiconCandidates(context: MentionContext, view: SentenceTokens): Candidate[] {
  const found: Candidate[] = [];
  const { text } = context.document;
  for (let at = 0; at < view.tokens.length; at += 1) {
    for (const match of context.pack.lexicon.matchesAt(view.tokens, at)) {
      const written = tokenText(text, view.tokens, match.from, match.to);
      const first = view.tokens[at];
      const fitting = match.values.filter((one) => fits(one, written, view, first));
      const name = fitting.find((one) => isLikelyHere(context, one)) ?? null;
      if (name === null || isGuarded(context, view, name, match.from, match.to)) continue;
      const whole = toCandidate(name, match.from, match.to);
      const candidate = isLand(context, view, name, match.to)
        ? { ...whole, ...LAND, key: `land:${whole.key}` }
        : whole;
      const given = isGivenName(context, view, name, match.to);
      found.push(given ? { ...candidate, given } : candidate);
    }
  }
  return found;
}

/** "Chad John Miller": a state's name that is a given name, before another capital. */
const isGivenName = (
  context: MentionContext,
  { tokens }: SentenceTokens,
  { entry, form }: LexiconName,
  to: number,
): boolean =>
  entry.role === "country" &&
  form === "name" &&
  inList(context, "state_given_names", tokens[to - 1]) &&
  isCapital(tokens[to]);

/** A union of states, where its lands are meant. */
const LAND = { role: "place", type: "Place", rule: "lexicon.land" } as const;

/** "European Union countries": a body of no state before its lands. */
const isLand = (
  context: MentionContext,
  { tokens }: SentenceTokens,
  { entry }: LexiconName,
  to: number,
): boolean =>
  entry.role === "body" && entry.country === null && inList(context, "lands", tokens[to]);

/** States whose bodies are known by their acronyms everywhere. */
const KNOWN_EVERYWHERE = new Set(["us", "gb"]);

/** An acronym is a state's body only where the report names the state: `AFP` is an agency of news elsewhere. */
function isLikelyHere(context: MentionContext, { entry, form }: LexiconName): boolean {
  if (form !== "acronym" || entry.role !== "body" || entry.country === null) return true;
  if (context.states.size === 0 || KNOWN_EVERYWHERE.has(entry.country)) return true;
  return context.states.has(entry.country);
}

function toCandidate({ entry, form }: LexiconName, from: number, to: number): Candidate {
  return {
    from,
    to,
    role: entry.role,
    type: entry.type,
    rule: `lexicon.${entry.role}`,
    score: form === "demonym" ? 0.9 : 0.95,
    key: entry.key,
    country: entry.country,
    form,
  };
}

const plain = (name: string): string => name.replace(/[\s‐‑–-]+/g, " ").replace(/[’‘`]/g, "'");

/**
 * True when the capitals of the text allow the name. Text in capitals may be any name but an
 * acronym; a demonym may be in lower case where a translation left it so.
 */
function fits(
  name: LexiconName,
  written: string,
  view: SentenceTokens,
  first: ReadToken | undefined,
): boolean {
  if (!name.caseSensitive) return true;
  if (plain(name.written) === plain(written)) return true;
  if (name.form === "acronym") return written.replaceAll(".", "") === name.written;
  if (name.form === "demonym" && /^\p{Ll}/u.test(written))
    return isLowerDemonym(name.written, written);
  if (name.written === name.written.toUpperCase() && name.written.length < 6) return false;
  if (written === written.toUpperCase() && written.length >= 4)
    return view.shouts || isUpper(first);
  return /^\p{Lu}/u.test(written) && sameButFirst(name.written, written);
}

/** Lower-case words that are English before they are demonyms. */
const ENGLISH = new Set(
  "polish swede pole poles finn turk turks dane brit thai serb lao czech turkey jersey dutch swiss welsh irish danes turkmen english roman manx".split(
    " ",
  ),
);

const isLowerDemonym = (name: string, written: string): boolean =>
  written.length >= 5 && !ENGLISH.has(written) && name.toLowerCase() === written.toLowerCase();

/** Equal but for the case of single letters, as at the start of a sentence: `Al-Qaeda`, `al-Qaeda`. */
function sameButFirst(name: string, written: string): boolean {
  const a = plain(name);
  const b = plain(written);
  if (a.length !== b.length)
    return (
      a.replace(/[^\p{L}\p{N}]/gu, "").toLowerCase() ===
      b.replace(/[^\p{L}\p{N}]/gu, "").toLowerCase()
    );
  return (
    a.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase() ===
    b.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()
  );
}

const FULL_TITLE = new Set(["united", "states"]);

/** Names that another capitalised word beside them makes part of something else. */
function isGuarded(
  context: MentionContext,
  view: SentenceTokens,
  name: LexiconName,
  from: number,
  to: number,
): boolean {
  const { entry } = name;
  const { tokens } = view;
  const before = tokens[from - 1];
  const after = tokens[to];
  if (entry.role === "country" && name.form === "name" && to - from === 1) {
    // "New Guinea", "Michael Jordan": handled by longer candidates; "Mexico City", "Kuwait City" here.
    if (is(after, "city_word") && isCapital(after)) return true;
    if (is(before, "new_word") && isCapital(before) && !FULL_TITLE.has(entry.name)) return true;
  }
  if (entry.role === "place" && inList(context, "group_after_place", after)) return true;
  if (entry.role === "place" && (view.role === "dateline" || view.role === "byline")) return true;
  if (entry.role === "place" && to - from === 1 && !isPlaceHere(context, view, name, from))
    return true;
  if (entry.shared && !isOwnState(context, view, entry.country, from, to)) return true;
  // "CIA Staff": a unit of police in India, and not the agency of that acronym.
  if (name.form === "acronym" && is(after, "staff_word") && isCapital(after)) return true;
  if (
    name.form === "acronym" &&
    view.shouts &&
    context.pack.words.has("common", fold(name.written))
  )
    return true;
  if (name.form === "demonym" && is(after, "word_nouns")) return true;
  return name.doubt !== null && isDoubtful(name.doubt, tokens, from, to);
}

/** A town's or crossing's name that is a person's name or a word too needs a place's surroundings. */
function isPlaceHere(
  context: MentionContext,
  view: SentenceTokens,
  { entry }: LexiconName,
  at: number,
): boolean {
  if (!/^(crossing|port|locality)$/.test(entry.kind ?? "")) return true;
  const token = view.tokens[at];
  if (token === undefined) return false;
  const doubtful =
    context.pack.words.has("given_names", token.folded) || isCommonWord(context, token);
  return (
    !doubtful ||
    isLocative(context, view, at) ||
    inList(context, "place_heads_after", view.tokens[at + 1])
  );
}

/** A name that bodies of several states bear means the one whose state is named in or near it. */
function isOwnState(
  context: MentionContext,
  view: SentenceTokens,
  country: string | null,
  from: number,
  to: number,
): boolean {
  if (country === null || context.states.size === 0) return true;
  if (stateWithin(context, view.tokens, from, to)?.country === country) return true;
  if (!context.states.has(country)) return false;
  const here = context.statesOf.get(view);
  if (here === undefined || here.size === 0 || here.has(country)) return true;
  const most = Math.max(...context.states.values());
  return context.states.get(country) === most;
}

/** A word of the language that is a name only in quotes or where its surroundings allow. */
function isDoubtful(
  { notBefore, onlyAfter, opens }: NameDoubt,
  tokens: readonly ReadToken[],
  from: number,
  to: number,
): boolean {
  if (notBefore.has(tokens[to]?.folded ?? "")) return true;
  if (onlyAfter === null || (opens && from === 0)) return false;
  const before = tokens[from - 1];
  const quoted = before !== undefined && /^["“”'‘«]$/.test(before.text);
  return !quoted && !onlyAfter.has(before?.folded ?? "");
}
