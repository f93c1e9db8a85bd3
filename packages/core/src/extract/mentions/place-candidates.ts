// Names of the gazetteer. A name counts when its capitals fit and something beside the name speaks
// for a place: its state is named in the report, a preposition or a head noun stands beside it, or the
// place is large. Of several places of one name the report's states decide, then rank and size.
import type { PlaceEntry } from "../../packs/gazetteer.js";
import { is, type ReadToken } from "../words/read-tokens.js";
import type { Candidate } from "./candidate.js";
import { standsForState } from "./capital-reading.js";
import { inList, isCommonWord, type MentionContext } from "./mention-context.js";
import { isCapital, opensSentence, type SentenceTokens } from "./sentence-tokens.js";

const LARGE = 300_000;
const KNOWN = 20_000;
/** What a state named in the report, and in the sentence, counts in powers of ten of inhabitants. */
const NAMED = 2;
const NAMED_HERE = 1;
/** What the state that the report names most counts more than one named in passing. */
const SHARE = 2;
/** What a first-level unit counts less than the town of its name, where no "province" follows. */
const UNIT = 1.2;

/** Candidates of the gazetteer in a sentence; capitals that stand for their state become the state. */
export function placeCandidates(context: MentionContext, view: SentenceTokens): Candidate[] {
  const found: Candidate[] = [];
  const { tokens } = view;
  if (view.role === "dateline" || view.role === "byline") return found;
  for (let at = view.datelineEnd; at < tokens.length; at += 1) {
    if (!startsName(tokens, at)) continue;
    for (const match of context.pack.gazetteer.matchesAt(tokens, at)) {
      const last = tokens[match.to - 1];
      if (!isCapital(last) && match.to - at > 1 && !/^\p{Lu}/u.test(last?.text ?? "")) continue;
      const capital = capitalState(context, tokens, at, match.to);
      if (capital !== null && standsForState(context, tokens, at, match.to)) {
        found.push(stateCandidate(at, match.to, capital));
        continue;
      }
      const candidate = gazetteerCandidate(context, view, at, match.to, match.places);
      if (candidate !== null) found.push(candidate);
    }
  }
  return found;
}

const startsName = (tokens: readonly ReadToken[], at: number): boolean =>
  isCapital(tokens[at]) || (is(tokens[at], "name_articles") && tokens[at + 1]?.text === "-");

function capitalState(
  context: MentionContext,
  tokens: readonly ReadToken[],
  from: number,
  to: number,
): string | null {
  const name = tokens
    .slice(from, to)
    .filter((token) => token.kind !== "mark")
    .map((token) => token.folded)
    .join(" ");
  return context.capitals.get(name) ?? null;
}

const stateCandidate = (from: number, to: number, country: string): Candidate => ({
  from,
  to,
  role: "country",
  rule: "capital.state",
  score: 0.85,
  key: `country:${country}`,
  country,
  form: "metonym",
});

function gazetteerCandidate(
  context: MentionContext,
  view: SentenceTokens,
  from: number,
  to: number,
  places: readonly PlaceEntry[],
): Candidate | null {
  const { tokens } = view;
  const before = tokens[from - 1];
  const after = tokens[to];
  const strong =
    inList(context, "locative_strong", before) && !is(tokens[from - 2], "according_word");
  const weak = strong || inList(context, "locative", before) || inList(context, "compass", before);
  const headed =
    inList(context, "place_heads_after", after) ||
    (is(before, "genitive") && inList(context, "place_heads_before", tokens[from - 2]));
  const listed = isListed(context, tokens, from);
  const place = choosePlace(context, view, places, after);
  if (place === undefined || inList(context, "group_after_place", after)) return null;
  const first = tokens[from];
  const single = to - from === 1;
  const common = single && first !== undefined && isCommonWord(context, first);
  const given =
    single && first !== undefined && context.pack.words.has("given_names", first.folded);
  if ((common || given) && !strong && !headed && !listed) return null;
  if (single && !headed && inList(context, "family_first_names", before)) return null;
  if (common && (opensSentence(tokens, from) || view.titled || view.shouts)) return null;
  if (common && place.population < KNOWN && !headed && !context.countries.has(place.country))
    return null;
  if (single && (first?.text.length ?? 0) < 3) return null;
  const inCountry = context.countries.has(place.country);
  const accepted =
    inCountry ||
    ((weak || headed || listed) && (place.population >= KNOWN || place.level === "adm1")) ||
    (place.population >= LARGE && !common);
  if (!accepted) return null;
  const score =
    0.55 +
    (inCountry ? 0.15 : 0) +
    (strong || headed || listed ? 0.15 : 0) +
    (place.population >= LARGE ? 0.05 : 0);
  return {
    from,
    to,
    role: "place",
    rule: "gazetteer",
    score,
    key: place.key,
    country: place.country,
    form: "name",
  };
}

/** True inside a list that a preposition opens: "in Basra, Diyala and Erbil". */
function isListed(context: MentionContext, tokens: readonly ReadToken[], from: number): boolean {
  let at = from - 1;
  for (let steps = 0; steps < 24 && at >= 0; steps += 1, at -= 1) {
    const token = tokens[at];
    if (token === undefined) return false;
    if (
      token.text === "," ||
      is(token, "additive") ||
      is(token, "alternative") ||
      token.text === "/"
    )
      continue;
    if (isCapital(token) || token.text === "-") continue;
    if (is(token, "province_words")) continue;
    return at < from - 1 && inList(context, "locative_strong", token);
  }
  return false;
}

/**
 * The place a name means: a large one rather than a small, one in a state that the report names rather
 * than elsewhere, most of all in a state of the sentence; a first-level unit before a province head.
 */
function choosePlace(
  context: MentionContext,
  view: SentenceTokens,
  places: readonly PlaceEntry[],
  after: ReadToken | undefined,
): PlaceEntry | undefined {
  const province = is(after, "first_level_units");
  const here = context.statesOf.get(view);
  const most = Math.max(1, ...context.countries.values());
  let best: PlaceEntry | undefined;
  let bestRank = Number.NEGATIVE_INFINITY;
  for (const place of places) {
    const votes = context.countries.get(place.country) ?? 0;
    const rank =
      Math.log10(place.population + 10) +
      (votes > 0 ? NAMED + (SHARE * votes) / most : 0) +
      (here?.has(place.country) === true ? NAMED_HERE : 0) +
      (place.level === "adm1" ? (province ? 4 : -UNIT) : 0);
    if (rank > bestRank) {
      best = place;
      bestRank = rank;
    }
  }
  return best;
}

/** True where a preposition makes the capitalised words that follow a place; "according to" does not. */
export function isLocative(context: MentionContext, view: SentenceTokens, from: number): boolean {
  if (is(view.tokens[from - 2], "according_word")) return false;
  if (is(view.tokens[from - 1], "genitive") && inList(context, "compass", view.tokens[from - 2])) {
    return true;
  }
  return (
    inList(context, "locative_strong", view.tokens[from - 1]) ||
    isListed(context, view.tokens, from)
  );
}
