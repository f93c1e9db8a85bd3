import type { NamedFacts } from "../../identify/named-facts.js";
import { type Evidence, evidence } from "../evidence.js";

/** Bodies, firms and places of two states are two. */
export const differentStates = (a: NamedFacts, b: NamedFacts): string | null =>
  a.state !== null && b.state !== null && a.state !== b.state
    ? `different country: ${[a.state, b.state].sort().join(", ")}`
    : null;

/** Whose the two are, as far as it is told. */
export function stateOf(a: NamedFacts, b: NamedFacts): Evidence {
  if (a.state !== null && a.state === b.state) return evidence("state", "same country");
  if (a.state === null && b.state === null) return evidence("state-of-none", "no country told");
  return evidence("state-of-one", "country told in one report only");
}
