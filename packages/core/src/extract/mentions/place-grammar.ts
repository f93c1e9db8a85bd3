// Places by their surroundings: a head after the name ("Jaber crossing", "Bubiyan Island", "Sweida
// province"), a head before it ("port of Antwerp", "Lake Maracaibo"), a part of a state ("northern Syria").
// A head that only says what kind of place it is stays out of the name.
import { fold } from "../../text/fold.js";
import { is, type ReadToken } from "../words/read-tokens.js";
import { type Candidate, tokenText } from "./candidate.js";
import { inList, isCommonWord, type MentionContext } from "./mention-context.js";
import { partOfState } from "./part-of-state.js";
import { isLocative } from "./place-candidates.js";
import { isCapital, opensSentence, type SentenceTokens } from "./sentence-tokens.js";
import { stateEndingAt, stateStartingAt } from "./state-words.js";

/** Places with a head noun beside their name. */
export function headedPlaces(context: MentionContext, view: SentenceTokens): Candidate[] {
  const found: Candidate[] = [];
  if (view.shouts || view.role === "dateline" || view.role === "byline") return found;
  const after = context.pack.words.phrases("place_heads_after");
  for (let at = view.datelineEnd; at < view.tokens.length; at += 1) {
    const head = at > 0 ? after.longestAt(view.tokens, at) : undefined;
    if (head !== undefined) {
      const candidate = nameBefore(context, view, at, head.to);
      if (candidate !== null) found.push(candidate);
    }
    for (const candidate of [nameAfter(context, view, at), partOfState(context, view, at)]) {
      if (candidate !== null) found.push(candidate);
    }
  }
  return found;
}

function nameBefore(
  context: MentionContext,
  view: SentenceTokens,
  head: number,
  to: number,
): Candidate | null {
  const { tokens } = view;
  let from = head;
  while (from > Math.max(view.datelineEnd, head - 4) && isNamePart(context, view, from - 1, from)) {
    from -= tokens[from - 1]?.text === "-" ? 2 : 1;
  }
  if (from === head) return null;
  const name = tokens.slice(from, head);
  const state = stateEndingAt(context, tokens, head);
  if (state !== null && head - from <= 2 && !isUnit(context, view, from, head)) return null;
  const words = name.filter((token) => token.kind === "word");
  if (words.every((token) => isGeneric(context, token))) return null;
  if (
    inList(context, "agency_heads", words.at(-1)) ||
    inList(context, "organization_heads", words.at(-1))
  )
    return null;
  const headWord = tokens[to - 1];
  const capital = isCapital(tokens[head]);
  if (
    !capital &&
    isAmbiguousHead(headWord) &&
    !isLocative(context, view, from) &&
    !is(tokens[from - 1], "definite_article")
  )
    return null;
  if (capital && isAmbiguousHead(headWord) && inList(context, "agency_heads", headWord))
    return null;
  const kept = capital && inList(context, "place_heads_kept", headWord);
  return makePlace(
    context,
    view,
    { from, to, nameFrom: from, nameTo: kept ? to : head },
    capital || !isAmbiguousHead(headWord) ? 0.75 : 0.6,
  );
}

/** "Niger State" in a report of Nigeria: a first-level unit that bears the name of another state. */
const isUnit = (
  context: MentionContext,
  { tokens }: SentenceTokens,
  from: number,
  head: number,
): boolean =>
  isCapital(tokens[head]) &&
  context.pack.gazetteer
    .matchesAt(tokens, from)
    .some(
      ({ to, places }) =>
        to === head &&
        places.some(({ country, level }) => level === "adm1" && context.countries.has(country)),
    );

/** Heads that also end other names: only a preposition or an article makes them a place's. */
const isAmbiguousHead = (head: ReadToken | undefined): boolean =>
  is(head, "ambiguous_place_heads") && !is(head, "province_heads");

/** Words that alone name no place: "the northern province", "Border Crossing". */
function isGeneric(context: MentionContext, token: ReadToken): boolean {
  return (
    inList(context, "compass", token) ||
    inList(context, "agency_fields", token) ||
    inList(context, "place_heads_after", token) ||
    inList(context, "place_heads_before", token) ||
    is(token, "nameless_place_words")
  );
}

function isNamePart(
  context: MentionContext,
  view: SentenceTokens,
  at: number,
  next: number,
): boolean {
  const { tokens } = view;
  const token = tokens[at];
  if (token?.text === "-")
    return (
      token.end === tokens[next]?.start &&
      tokens[at - 1]?.kind === "word" &&
      token.start === tokens[at - 1]?.end
    );
  if (is(token, "name_articles") && tokens[at + 1]?.text === "-") return true;
  if (!isCapital(token)) return false;
  if (inList(context, "days_and_months", token) || inList(context, "ranks", token)) return false;
  if (is(token, "place_stops")) return false;
  if (stateStartingAt(context, tokens, at)?.form === "demonym") return false;
  return !(opensSentence(tokens, at) && isCommonWord(context, token));
}

/** "port of Antwerp", "village of Zir", "Tambon Pong", "Mount Hermon", "Lake Van", "Strait of …". */
function nameAfter(context: MentionContext, view: SentenceTokens, head: number): Candidate | null {
  const { tokens } = view;
  const token = tokens[head];
  if (token === undefined || !inList(context, "place_heads_before", token)) return null;
  let at = head + 1;
  const of = is(tokens[at], "genitive") || (is(tokens[at], "romance_of") && isCapital(token));
  if (of) at += 1;
  if (of && inList(context, "complement_articles", tokens[at])) at += 1;
  if (!of && !isDirectHead(token)) return null;
  const to = runEnd(context, tokens, at);
  if (to === at || stateStartingAt(context, tokens, at) !== null) return null;
  const opener = tokens[at];
  if (opener !== undefined && isCommonWord(context, opener) && !of) return null;
  // "Laredo Port of Entry": a post of the border, and no town called Entry.
  if (opener !== undefined && isCapital(token) && to === at + 1 && isWord(context, tokens, at))
    return null;
  const inside = inList(context, "place_heads_inside", token) && isCapital(token);
  const from = head;
  const direct = !of && is(token, "port_heads");
  return makePlace(
    context,
    view,
    { from, to, nameFrom: inside || direct ? from : at, nameTo: to },
    of || inside ? 0.75 : 0.65,
  );
}

/** An English word that no place of the gazetteer is called by. */
const isWord = (context: MentionContext, tokens: readonly ReadToken[], at: number): boolean => {
  const token = tokens[at];
  return (
    token !== undefined &&
    isCommonWord(context, token) &&
    context.pack.gazetteer.matchesAt(tokens, at).length === 0
  );
};

const isDirectHead = (token: ReadToken): boolean =>
  is(token, "direct_place_heads") && (isCapital(token) || is(token, "lower_place_heads"));

function runEnd(context: MentionContext, tokens: readonly ReadToken[], from: number): number {
  let at = from;
  while (at < tokens.length && at < from + 4) {
    const token = tokens[at];
    const joined =
      token?.text === "-" &&
      at > from &&
      token.start === tokens[at - 1]?.end &&
      tokens[at + 1]?.kind === "word";
    if (joined) at += 2;
    else if (is(token, "name_articles") && tokens[at + 1]?.text === "-") at += 2;
    else if (isCapital(token) && !inList(context, "days_and_months", token)) at += 1;
    else if (is(token, "romance_joins") && at > from && isCapital(tokens[at + 1])) at += 2;
    else break;
  }
  return at;
}

interface Extent {
  readonly from: number;
  readonly to: number;
  readonly nameFrom: number;
  readonly nameTo: number;
}

/** The place, with the gazetteer's or lexicon's identity where its bare name is known. */
function makePlace(
  context: MentionContext,
  view: SentenceTokens,
  extent: Extent,
  score: number,
): Candidate {
  const { from, to, nameFrom, nameTo } = extent;
  const written = tokenText(context.document.text, view.tokens, nameFrom, nameTo).replace(
    /\s+/g,
    " ",
  );
  const region = nameTo - nameFrom === 1 ? regionOf(context, written) : null;
  const known = region ?? identify(context, view, extent);
  const text = region?.name ?? written;
  return {
    from,
    to,
    role: "place",
    rule: "place.headed",
    score,
    key: known?.key ?? null,
    country: known?.country ?? null,
    form: "name",
    name: text,
  };
}

/** "Calabrian coast": the region that an adjective comes from, where the report names its state. */
function regionOf(context: MentionContext, adjective: string) {
  if (!adjective.endsWith("ian")) return null;
  const name = adjective.slice(0, -1);
  const key = fold(name);
  const region = [...context.pack.entries.values()].find(
    (entry) => entry.role === "place" && fold(entry.name) === key,
  );
  const found = region ?? context.pack.gazetteer.find(name)[0];
  const country = found?.country ?? null;
  return found !== undefined && country !== null && context.countries.has(country)
    ? { key: found.key, country, name }
    : null;
}

function identify(
  context: MentionContext,
  view: SentenceTokens,
  { from, to, nameFrom, nameTo }: Extent,
): { key: string; country: string | null } | null {
  for (const [start, end] of [
    [from, to],
    [nameFrom, nameTo],
  ] as const) {
    const region = context.pack.lexicon
      .matchesAt(view.tokens, start)
      .find((match) => match.to === end)
      ?.values.find(({ entry }) => entry.role === "place");
    if (region !== undefined) return region.entry;
  }
  const places =
    context.pack.gazetteer.matchesAt(view.tokens, nameFrom).find((match) => match.to === nameTo)
      ?.places ?? [];
  const province = is(view.tokens[nameTo], "first_level_units");
  const inside = places.filter((place) => context.countries.has(place.country));
  const unit = inside.find((place) => place.level === "adm1");
  return (province ? unit : undefined) ?? inside[0] ?? null;
}
