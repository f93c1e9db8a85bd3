import type { Answer } from "./answer.js";

/** A kind of difference that is meant, and why. */
export interface Explanation {
  readonly name: string;
  readonly why: string;
  readonly holds: (ours: Answer, neo4j: Answer) => boolean;
}

/** What is left out of the count, each with its reason; told with how often it came. */
export const EXPLANATIONS: readonly Explanation[] = [
  {
    name: "types known before",
    why: "Neo4j works out the type of an expression before it runs and refuses the query; Redthread refuses the row that gets there, and none did",
    holds: (ours, neo4j) =>
      ours.error === null &&
      /^Type mismatch: expected |^Coercion of list to boolean/.test(neo4j.error ?? ""),
  },
  {
    name: "time limit",
    why: "one of the two met the time limit of the comparison",
    holds: (ours, neo4j) =>
      /limit/.test(ours.error ?? "") ||
      /stopped the query at its time limit/.test(neo4j.error ?? ""),
  },
];

/** The explanation of a difference, or null: then one of the two is wrong. */
export function explanationOf(ours: Answer, neo4j: Answer): Explanation | null {
  return EXPLANATIONS.find(({ holds }) => holds(ours, neo4j)) ?? null;
}
