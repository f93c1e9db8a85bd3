import type { Mention } from "../../model/mention.js";
import { type Candidate, toMention } from "./candidate.js";
import type { MentionContext } from "./mention-context.js";
import { isCapital, type SentenceTokens } from "./sentence-tokens.js";
import { stateStartingAt } from "./state-words.js";

/**
 * The states and places named inside another name: `Kuwaiti` in `Kuwaiti coastguard`, `Basra` in
 * `Basra Criminal Court`. Names of the pack's lexicon (`Royal Oman Police`) hold none.
 */
export function nestedMentions(
  context: MentionContext,
  view: SentenceTokens,
  candidate: Candidate,
): Mention[] {
  if (!holdsNames(candidate)) return [];
  const found: Mention[] = [];
  let at = candidate.from;
  while (at < candidate.to) {
    const region = regionEnd(context, view, candidate, at);
    if (region !== null && !candidate.rule.startsWith("agency.")) {
      at = region;
      continue;
    }
    const inner = stateIn(context, view, candidate, at) ?? placeIn(context, view, candidate, at);
    const mention =
      inner === null ? null : toMention(context.document, view, inner, context.pack.schema);
    if (mention !== null) found.push(mention);
    at = inner === null ? at + 1 : inner.to;
  }
  return found;
}

/** One past a region of several words that starts here: the `Wales` of `New South Wales` is no state. */
function regionEnd(
  context: MentionContext,
  view: SentenceTokens,
  outer: Candidate,
  at: number,
): number | null {
  const match = context.pack.lexicon
    .matchesAt(view.tokens, at)
    .findLast(
      (one) =>
        one.to <= outer.to &&
        one.to > at + 1 &&
        one.values.some(({ entry }) => entry.role === "place"),
    );
  return match?.to ?? null;
}

const holdsNames = ({ role, rule }: Candidate): boolean =>
  role === "body" || role === "group" || rule === "place.part-of-state";

function stateIn(
  context: MentionContext,
  view: SentenceTokens,
  outer: Candidate,
  at: number,
): Candidate | null {
  const state = stateStartingAt(context, view.tokens, at);
  if (state === null || state.to > outer.to) return null;
  const { from, to, country, form } = state;
  const key = `country:${country}`;
  return { from, to, role: "country", rule: "nested.state", score: 0.8, key, country, form };
}

/** A place of the gazetteer or a region in a state that the report names; only grammar names hold them. */
function placeIn(
  context: MentionContext,
  view: SentenceTokens,
  outer: Candidate,
  at: number,
): Candidate | null {
  if (outer.role !== "body" || !outer.rule.startsWith("agency.") || !isCapital(view.tokens[at]))
    return null;
  const region = context.pack.lexicon
    .matchesAt(view.tokens, at)
    .findLast(
      (match) => match.to <= outer.to && match.values.some(({ entry }) => entry.role === "place"),
    );
  const entry = region?.values.find((name) => name.entry.role === "place")?.entry;
  if (region !== undefined && entry !== undefined) {
    return {
      from: at,
      to: region.to,
      role: "place",
      rule: "nested.place",
      score: 0.7,
      key: entry.key,
      country: entry.country,
      form: "name",
    };
  }
  const match = context.pack.gazetteer
    .matchesAt(view.tokens, at)
    .findLast((one) => one.to <= outer.to);
  const place = match?.places.find((one) => context.countries.has(one.country));
  if (
    match === undefined ||
    place === undefined ||
    (match.to === at + 1 && context.pack.words.has("common", view.tokens[at]?.folded ?? ""))
  )
    return null;
  return {
    from: at,
    to: match.to,
    role: "place",
    rule: "nested.place",
    score: 0.7,
    key: place.key,
    country: place.country,
    form: "name",
  };
}
