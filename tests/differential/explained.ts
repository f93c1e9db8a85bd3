import type { Answer } from "./answer.js";

/** A kind of difference that is meant, and why. */
export interface Explanation {
  readonly name: string;
  readonly why: string;
  readonly holds: (ours: Answer, neo4j: Answer) => boolean;
}

/** What is left out of the count, each with its reason; told with how often it came. */
const EXPLANATIONS: readonly Explanation[] = [
  {
    name: "types known before",
    why: "Neo4j works out the type of an expression before it runs and refuses the query; Redthread refuses the row that gets there, and none did",
    holds: (ours, neo4j) =>
      ours.error === null &&
      /^Type mismatch: (?:expected |accumulator is )|^Coercion of list to boolean/.test(
        neo4j.error ?? "",
      ),
  },
  {
    name: "reverse of a stored list",
    why: "Neo4j 5.26 refuses reverse() of a list that is a property, though it reverses any other",
    holds: (_, neo4j) => /^Invalid input for function 'reverse\(\)'/.test(neo4j.error ?? ""),
  },
  {
    name: "deleted twice",
    why: "Neo4j does not detach a node that DELETE took before; Redthread looks at what is left once the query is done",
    holds: (ours, neo4j) =>
      ours.error === null && /^Cannot delete node.*still has relationships/.test(neo4j.error ?? ""),
  },
];

/** The explanation of a difference, or null: then one of the two is wrong. */
export function explanationOf(ours: Answer, neo4j: Answer): Explanation | null {
  return EXPLANATIONS.find(({ holds }) => holds(ours, neo4j)) ?? null;
}
