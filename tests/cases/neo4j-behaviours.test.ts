import { describe, expect, it } from "vitest";
import { answerOf, expectedOf, readBehaviours, readDifferences } from "./recorded-behaviours.js";
import { findReference } from "./shared-folder.js";

const file = findReference("research/neo4j-behaviours.tsv");

describe.skipIf(file === null)("queries recorded on Neo4j 5.26", () => {
  const differences = readDifferences();
  const behaviours = file === null ? [] : readBehaviours(file);
  const same = behaviours.filter(({ query }) => !differences.has(query));
  const different = behaviours.filter(({ query }) => differences.has(query));

  it.each(same)("answers $query as Neo4j does", (behaviour) => {
    expect(answerOf(behaviour)).toBe(expectedOf(behaviour));
  });

  it.each(different)("still differs on $query", (behaviour) => {
    expect(answerOf(behaviour), differences.get(behaviour.query)).not.toBe(expectedOf(behaviour));
  });

  it("lists only differences of queries that were recorded", () => {
    const queries = new Set(behaviours.map(({ query }) => query));
    expect([...differences.keys()].filter((query) => !queries.has(query))).toEqual([]);
  });
});
