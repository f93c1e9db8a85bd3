// Places that only a preposition tells: a capitalised run after "near" or "off" that no lexicon, grammar
// or gazetteer explains.
import { is, type ReadToken } from "../words/read-tokens.js";
import { type Candidate, tokenText } from "./candidate.js";
import type { CapitalRun } from "./capital-run.js";
import { inList, isCommonWord, type MentionContext } from "./mention-context.js";
import { isLocative } from "./place-candidates.js";
import { isLower, type SentenceTokens } from "./sentence-tokens.js";

/** Runs after a preposition of place that no one else explains. */
export function unknownPlaces(
  context: MentionContext,
  view: SentenceTokens,
  runs: readonly CapitalRun[],
): Candidate[] {
  const found: Candidate[] = [];
  for (const run of runs) {
    const words = view.tokens.slice(run.from, run.to).filter((token) => token.kind === "word");
    if (run.cue !== null || words.length > 3 || !isLocative(context, view, run.from)) continue;
    if (words.some((token) => isNoPlace(context, token))) continue;
    if (words.every((token) => isCommonWord(context, token))) continue;
    const doubtful = is(view.tokens[run.from - 1], "weak_place_leads");
    const given = words.length > 1 && inList(context, "given_names", words[0]);
    const next = view.tokens[run.to];
    if (next?.text === "-" && next.end === view.tokens[run.to + 1]?.start) continue;
    if (inList(context, "speech_verbs", next) || isAdjective(context, view, run)) continue;
    if (next?.kind === "possessive" && doubtful) continue;
    if (given && doubtful) continue;
    if (isPairOfTowns(context, view, run)) continue;
    const text = tokenText(context.document.text, view.tokens, run.from, run.to);
    if (text.length < 3 || /^X-/.test(text)) continue;
    const score = (doubtful ? 0.45 : 0.55) - (given ? 0.15 : 0);
    found.push({
      from: run.from,
      to: run.to,
      role: "place",
      rule: "place.locative",
      score,
      key: null,
      country: null,
      form: "name",
    });
  }
  return found;
}

/** "in Caldoran circles": a word that says what the noun behind it is from. */
function isAdjective(
  context: MentionContext,
  { tokens }: SentenceTokens,
  { to }: CapitalRun,
): boolean {
  const next = tokens[to];
  const word = tokens[to - 1]?.folded ?? "";
  const closed =
    inList(context, "after_head", next) ||
    inList(context, "determiners", next) ||
    inList(context, "locative", next) ||
    inList(context, "person_verbs", next) ||
    next?.folded.endsWith("ed") === true;
  return (
    isLower(next) &&
    !closed &&
    context.pack.words.entries("demonym_endings").some((ending) => word.endsWith(ending))
  );
}

/** "the Zaria-Kano road": two towns, not one of a double name. */
function isPairOfTowns(context: MentionContext, view: SentenceTokens, run: CapitalRun): boolean {
  const hyphen = view.tokens.findIndex(
    (token, at) => at > run.from && at < run.to && token.text === "-",
  );
  if (hyphen < 0) return false;
  const known = (at: number): boolean =>
    context.pack.gazetteer
      .matchesAt(view.tokens, at)
      .some((match) => match.places.some((place) => context.countries.has(place.country)));
  return known(run.from) && known(hyphen + 1);
}

const isNoPlace = (context: MentionContext, token: ReadToken): boolean =>
  inList(context, "not_entities", token) ||
  inList(context, "organization_strong_heads", token) ||
  inList(context, "agency_heads", token) ||
  inList(context, "network_heads", token) ||
  inList(context, "ranks", token) ||
  (inList(context, "titles", token) && token.text.length > 1);
