import { describe, expect, it } from "vitest";
import { PropertyGraph } from "../../../graph/property-graph.js";
import { createEngine } from "../../engine.js";

const LABELS = [["Port"], ["Ship"], ["Ship", "Tug"], []] as const;
const TYPES = ["SAILS", "OWNS"] as const;

/** A hundred nodes, some with no relationship, some with one to themselves. */
function harbour(): PropertyGraph {
  const graph = new PropertyGraph();
  for (let at = 0; at < 100; at += 1) {
    graph.createNode(LABELS[at % LABELS.length] ?? [], [["id", at]]);
  }
  for (let at = 0; at < 70; at += 1) {
    const from = (at * at) % 60;
    const to = at % 9 === 0 ? from : (at * 7) % 80;
    graph.createRelationship(TYPES[at % 2] ?? "", from, to, [["w", at]]);
  }
  return graph;
}

const TESTS = [
  "EXISTS { (n)-[:SAILS]->(:Ship) }",
  "EXISTS { MATCH (n)<-[:SAILS|OWNS]-(:Ship:Tug) }",
  "EXISTS { (:Port)-[r:OWNS]->(n) }",
  "EXISTS { (n)--(other) }",
  "EXISTS { (n)-[:NOWHERE]-() }",
  "EXISTS { (n)-[:SAILS]->(:Nothing) }",
  "(n)-[:OWNS]-(:Port)",
  // None of these may be taken for one of those above.
  "EXISTS { (n)-[:SAILS]->(n) }",
  "EXISTS { (n)-[r]->() WHERE r.w > 30 }",
  "EXISTS { (n)-[:SAILS {w: 4}]->() }",
  "EXISTS { (n:Ship)-->() }",
  "EXISTS { (n)-->(:Ship|Port) }",
  "EXISTS { (n)-->()-->(:Ship) }",
  "EXISTS { MATCH (n)-->(x) MATCH (x)-->(:Ship) }",
];

describe("whether a node has a relationship, asked of many nodes at once", () => {
  const engine = createEngine({ graph: harbour() });

  it.each(TESTS)("is the same row by row: %s", (test) => {
    for (const condition of [test, `NOT ${test}`]) {
      const many = engine.run(`MATCH (n) WHERE ${condition} RETURN count(*), sum(n.id)`);
      const single = engine.run(
        `MATCH (n) WITH n, CASE WHEN ${condition} THEN true ELSE false END AS passes WHERE passes RETURN n.id AS id`,
      );
      const ids = single.rows.map(([id]) => Number(id));
      const sum = ids.reduce((before, id) => before + id, 0);
      expect(many.rows, condition).toEqual([[ids.length, sum]]);
    }
  });

  it("is false of no node, and its denial true", () => {
    const count = (test: string) =>
      engine.run(
        `MATCH (p:Port) OPTIONAL MATCH (p)-[:NOWHERE]->(n) WITH p, n MATCH (p) WHERE ${test} RETURN count(*) AS n`,
      ).rows;
    expect(count("EXISTS { (n)-->() }")).toEqual([[0]]);
    expect(count("NOT EXISTS { (n)-->() }")).toEqual([[25]]);
  });
});
