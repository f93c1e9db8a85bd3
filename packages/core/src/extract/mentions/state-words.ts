import type { LexiconName } from "../../packs/domain-pack.js";
import type { ReadToken } from "../words/read-tokens.js";
import type { MentionContext } from "./mention-context.js";

/** A state named at some tokens, by name, demonym or a place of it. */
export interface StateWord {
  readonly from: number;
  readonly to: number;
  readonly country: string;
  readonly form: LexiconName["form"];
}

/** The state that a name or demonym ending before token `end` names. */
export function stateEndingAt(
  context: MentionContext,
  tokens: readonly ReadToken[],
  end: number,
): StateWord | null {
  for (let from = Math.max(0, end - 4); from < end; from += 1) {
    const match = context.pack.lexicon
      .matchesAt(tokens, from)
      .find((one) => one.to === end && one.values.some(({ entry }) => entry.role === "country"));
    const name = match?.values.find(({ entry }) => entry.role === "country");
    const country = name?.entry.country ?? null;
    if (name === undefined || country === null) continue;
    if (!/^\p{Lu}/u.test(tokens[from]?.text ?? "") && name.form !== "demonym") continue;
    return { from, to: end, country, form: name.form };
  }
  return null;
}

/** The state that a name or demonym starting at a token names. */
export function stateStartingAt(
  context: MentionContext,
  tokens: readonly ReadToken[],
  from: number,
): StateWord | null {
  for (const match of [...context.pack.lexicon.matchesAt(tokens, from)].reverse()) {
    const name = match.values.find(({ entry }) => entry.role === "country");
    const country = name?.entry.country ?? null;
    if (name !== undefined && country !== null && /^\p{Lu}/u.test(tokens[from]?.text ?? "")) {
      return { from, to: match.to, country, form: name.form };
    }
  }
  return null;
}

/** First state named inside a run of tokens. */
export function stateWithin(
  context: MentionContext,
  tokens: readonly ReadToken[],
  from: number,
  to: number,
): StateWord | null {
  for (let at = from; at < to; at += 1) {
    const state = stateStartingAt(context, tokens, at);
    if (state !== null && state.to <= to) return state;
  }
  return null;
}

/** The first demonym of a state, for names built from "Spain's interior ministry". */
export function demonymOf(context: MentionContext, country: string): string | null {
  return context.pack.countries.get(country)?.demonyms[0] ?? null;
}

/** The state of the largest place of exactly these tokens, where the report names that state or the place is large. */
export function stateOfPlace(
  context: MentionContext,
  tokens: readonly ReadToken[],
  from: number,
  to: number,
): string | null {
  const match = context.pack.gazetteer.matchesAt(tokens, from).find((one) => one.to === to);
  const places = match?.places ?? [];
  const named = places.find((place) => context.countries.has(place.country));
  const region = context.pack.lexicon
    .matchesAt(tokens, from)
    .find((one) => one.to === to)
    ?.values.find(({ entry }) => entry.role === "place");
  return (
    region?.entry.country ??
    named?.country ??
    (places[0] !== undefined && places[0].population > 200_000 ? places[0].country : null)
  );
}
