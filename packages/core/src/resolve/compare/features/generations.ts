import type { PersonFacts } from "../../identify/person-facts.js";

/** A junior and a senior, a junior and one of whom nothing is said. */
export function differentGenerations(a: PersonFacts, b: PersonFacts): string | null {
  const told = [a, b].map(({ generations }) => [...generations].sort().join(" ") || "none").sort();
  return told[0] === told[1] ? null : `different generation: ${told.join(", ")}`;
}
