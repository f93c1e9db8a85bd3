import { is, type ReadToken } from "../words/read-tokens.js";
import type { Candidate } from "./candidate.js";
import { inList, type MentionContext } from "./mention-context.js";
import { isCapital, type SentenceTokens } from "./sentence-tokens.js";
import { stateStartingAt } from "./state-words.js";

/** "northern France", "north-east Syria": a part of a state. */
export function partOfState(
  context: MentionContext,
  view: SentenceTokens,
  at: number,
): Candidate | null {
  const { tokens } = view;
  if (!inList(context, "compass", tokens[at]) || is(tokens[at], "state_parts")) return null;
  const state = stateStartingAt(context, tokens, at + 1);
  if (state === null || state.form !== "name" || isCapital(tokens[at])) return null;
  const joined = tokens[at - 1]?.text === "-" && inList(context, "compass", tokens[at - 2]);
  const from = joined ? at - 2 : at;
  if (inList(context, "state_heads", tokens[state.to])) return null;
  if (describesPlace(context, tokens, from)) return null;
  return {
    from,
    to: state.to,
    role: "place",
    rule: "place.part-of-state",
    score: 0.6,
    key: null,
    country: state.country,
    form: "name",
  };
}

/** "Karbala province in central Iraq": where a place named before lies. */
function describesPlace(
  context: MentionContext,
  tokens: readonly ReadToken[],
  from: number,
): boolean {
  const at = tokens[from - 2];
  if (!is(tokens[from - 1], "inside_mark")) return false;
  return isCapital(at) || (inList(context, "place_heads_after", at) && isCapital(tokens[from - 3]));
}
