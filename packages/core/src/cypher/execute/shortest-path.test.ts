import { describe, expect, it } from "vitest";
import { PropertyGraph } from "../../graph/property-graph.js";
import { createEngine } from "../engine.js";
import { formatValue } from "../values/format-value.js";

function rows(...queries: readonly string[]): readonly string[] {
  const engine = createEngine({ graph: new PropertyGraph(), clock: Date.now });
  const results = queries.map((query) => engine.run(query, new Map(), { timeoutMs: 5_000 }).rows);
  return (results.at(-1) ?? []).map((row) => row.map(formatValue).join(", "));
}

const RING =
  "CREATE (a:P {k: 1}), (b:P {k: 2}), (c:Q {k: 3}), (a)-[:R {w: 1}]->(b), (b)-[:R {w: 2}]->(c), (c)-[:R {w: 3}]->(a)";
/** The short way leads over somebody of rank 4, the long one does not. */
const TWO_WAYS =
  "CREATE (a:Dealer {no: 1, rank: 9})-[:MET]->(:Dealer {no: 2, rank: 4})-[:MET]->(c:Dealer {no: 3, rank: 9}), (a)-[:MET]->(:Dealer {no: 4, rank: 8})-[:MET]->(:Dealer {no: 5, rank: 8})-[:MET]->(c)";
const FIRMS = [
  "UNWIND range(1, 40) AS i CREATE (:Firm {no: i})",
  "MATCH (a:Firm), (b:Firm) WHERE b.no IN [a.no * 3 % 40 + 1, (a.no * 7 + 2) % 40 + 1, (a.no * 11 + 5) % 40 + 1] CREATE (a)-[:OWNS]->(b)",
  "CREATE (:Person {name: 'Zed'})",
];
const chain = (hops: number) => [
  `UNWIND range(0, ${hops}) AS i CREATE (:Hop {i: i})`,
  "MATCH (a:Hop), (b:Hop) WHERE b.i = a.i + 1 CREATE (a)-[:NEXT]->(b)",
];

describe("the shortest path", () => {
  it.each([
    ["of a chain", "shortestPath((a:Hop {i: 0})-[:NEXT*]->(b:Hop {i: 20000}))", ""],
    ["of a chain either way", "allShortestPaths((a:Hop {i: 0})-[:NEXT*]-(b:Hop {i: 20000}))", ""],
    [
      "of a chain with a condition on each node",
      "shortestPath((a:Hop {i: 0})-[:NEXT*]->(b:Hop {i: 20000}))",
      "WHERE all(n IN nodes(p) WHERE n.i >= 0)",
    ],
  ])("%s is found over 20,000 hops", (_what, path, where) => {
    expect(rows(...chain(20_000), `MATCH p = ${path} ${where} RETURN length(p)`)).toEqual([
      "20000",
    ]);
  });

  it.each([
    ["a condition on relationships", "none(r IN relationships(p) WHERE type(r) = 'SOLD')"],
    ["a condition on nodes", "all(n IN nodes(p) WHERE n.no > 0)"],
    ["a condition on the whole path", "length(p) > 1"],
  ])("between two that nothing links is not looked for, with %s", (_what, where) => {
    expect(
      rows(
        ...FIRMS,
        `MATCH (a:Firm {no: 1}), (z:Person) MATCH p = shortestPath((a)-[*]->(z)) WHERE ${where} RETURN p`,
      ),
    ).toEqual([]);
  });

  it("avoids what its conditions forbid, and ends where they leave no way", () => {
    const query = (where: string) =>
      `MATCH (a:Firm {no: 1}), (z:Firm {no: 2}) MATCH p = shortestPath((a)-[*]->(z)) WHERE ${where} RETURN length(p)`;
    expect(rows(...FIRMS, query("all(n IN nodes(p) WHERE n.no % 3 <> 0)"))).toEqual(["2"]);
    expect(rows(...FIRMS, query("none(r IN relationships(p) WHERE type(r) = 'OWNS')"))).toEqual([]);
  });
});

describe("shortest paths as Neo4j finds them", () => {
  it.each([
    [
      "shortestPath takes the shortest that passes WHERE",
      TWO_WAYS,
      "MATCH p = shortestPath((:Dealer {no: 1})-[:MET*]->(:Dealer {no: 3})) WHERE all(n IN nodes(p) WHERE n.rank >= 5) RETURN [n IN nodes(p) | n.no]",
      ["[1, 4, 5, 3]"],
    ],
    [
      "SHORTEST 1 chooses first and filters afterwards",
      TWO_WAYS,
      "MATCH p = SHORTEST 1 (:Dealer {no: 1})-[:MET]->+(:Dealer {no: 3}) WHERE all(n IN nodes(p) WHERE n.rank >= 5) RETURN p",
      [],
    ],
    [
      "ANY SHORTEST may lead back to where it started",
      RING,
      "MATCH p = ANY SHORTEST (:P {k: 1})-[:R]->+(b) RETURN b.k AS k, length(p) ORDER BY k",
      ["1, 3", "2, 1", "3, 2"],
    ],
    [
      "ALL SHORTEST goes round a ring both ways",
      RING,
      "MATCH p = ALL SHORTEST (:P {k: 1})-[:R]-+(b) RETURN b.k AS k, length(p) ORDER BY k",
      ["1, 3", "1, 3", "2, 1", "3, 1"],
    ],
    [
      "a way back may be one relationship long",
      "CREATE (a:P)-[:R]->(a)",
      "MATCH (a:P) MATCH p = ALL SHORTEST (a)--+(a) RETURN length(p)",
      ["1"],
    ],
    [
      "a condition inside a relationship that repeats is on each one",
      RING,
      "MATCH (:P {k: 1})-[r:R WHERE r.w < 3]->+(b) RETURN b.k AS k, size(r) ORDER BY k",
      ["2, 1", "3, 2"],
    ],
  ])("%s", (_fact, setup, query, expected) => {
    expect(rows(setup, query)).toEqual(expected);
  });
});
