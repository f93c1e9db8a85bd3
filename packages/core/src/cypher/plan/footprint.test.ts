import { describe, expect, it } from "vitest";
import { PropertyGraph } from "../../graph/property-graph.js";
import { createEngine } from "../engine.js";
import { formatValue } from "../values/format-value.js";

function rows(...queries: readonly string[]): readonly string[] {
  const engine = createEngine({ graph: new PropertyGraph() });
  const results = queries.map((query) => engine.run(query).rows);
  return (results.at(-1) ?? []).map((row) => row.map(formatValue).join(", "));
}

const hasBarrier = (query: string): boolean =>
  createEngine({ graph: new PropertyGraph() }).explain(query).includes("Eager");

describe("a clause does not see what a later clause writes", () => {
  it.each([
    [
      "MERGE and CREATE",
      "UNWIND ['a', 'b'] AS x MERGE (n:Tag {name: x}) CREATE (:Tag {name: 'b'}) WITH count(*) AS c MATCH (t:Tag) RETURN c, count(t)",
      ["2, 4"],
    ],
    [
      "MERGE and SET of a merged key",
      "UNWIND [1, 2] AS x MERGE (n:Tag {k: x}) SET n.k = 2 WITH count(*) AS c MATCH (t:Tag) RETURN c, count(t)",
      ["2, 2"],
    ],
    [
      "MERGE and SET of a map",
      "UNWIND [1, 2] AS x MERGE (n:Tag {k: x}) SET n += {k: 2} WITH count(*) AS c MATCH (t:Tag) RETURN c, count(t)",
      ["2, 2"],
    ],
    [
      "MERGE and REMOVE of a label",
      "UNWIND [1, 2] AS x MERGE (n:Tag {k: 1}) REMOVE n:Tag WITH count(*) AS c MATCH (t) RETURN c, count(t)",
      ["2, 1"],
    ],
    [
      "MERGE and FOREACH",
      "UNWIND [1, 2] AS x MERGE (n:Tag {k: x}) FOREACH (y IN [1] | CREATE (:Tag {k: 2})) WITH count(*) AS c MATCH (t) RETURN c, count(t)",
      ["2, 4"],
    ],
    [
      "a subquery that merges and SET",
      "UNWIND [1, 2] AS x CALL { WITH x MERGE (n:Tag {k: x}) RETURN n } SET n.k = 2 WITH count(*) AS c MATCH (t) RETURN c, count(t)",
      ["2, 2"],
    ],
    [
      "WITH of a property and SET",
      "CREATE (n:Tag {v: 1}) WITH collect(n) AS ns UNWIND ns AS n UNWIND [1, 2] AS i WITH n, n.v AS v SET n.v = v + 1 RETURN n.v",
      ["2", "2"],
    ],
    [
      "SET from a property and SET of that property",
      "CREATE (n:Tag {v: 1}) WITH n UNWIND [1, 2] AS i SET n.w = n.v SET n.v = n.v + 1 RETURN n.w, n.v",
      ["1, 3", "1, 3"],
    ],
    [
      "UNWIND of a property and SET",
      "CREATE (n:Tag {v: [1, 2]}) WITH n UNWIND [1, 2] AS i UNWIND n.v AS x SET n.v = [9] RETURN x",
      ["1", "2", "1", "2"],
    ],
    [
      "a condition behind a sort and SET",
      "CREATE (n:Tag {v: 1}) WITH n UNWIND [1, 2, 3] AS i WITH n, i ORDER BY i WHERE n.v = 1 SET n.v = 2 RETURN count(*)",
      ["3"],
    ],
  ])("%s", (_clauses, query, expected) => {
    expect(rows(query)).toEqual(expected);
  });

  it("while MERGE sees what its own earlier rows made", () => {
    expect(
      rows(
        "UNWIND [1, 1, 2] AS x MERGE (n:Tag {k: x}) ON CREATE SET n.k = 2",
        "MATCH (t) RETURN t.k",
      ),
    ).toEqual(["2", "2"]);
  });
});

describe("clauses that have nothing to do with one another run row by row", () => {
  it.each([
    "UNWIND $rows AS row MERGE (n:Tag {k: row.k}) SET n.name = row.name",
    "UNWIND $rows AS row MERGE (n:Tag {k: row.k}) CREATE (n)-[:IN]->(:Note {text: row.text})",
    "UNWIND $rows AS row CREATE (n:Tag) SET n.name = row.name",
  ])("%s", (query) => {
    expect(hasBarrier(query)).toBe(false);
  });

  it.each([
    "UNWIND $rows AS row MERGE (n:Tag {k: row.k}) SET n += row",
    "UNWIND $rows AS row MERGE (n:Tag {k: row.k}) CREATE (:Tag:Old)",
    "UNWIND $rows AS row MERGE (n {k: row.k}) CREATE ()",
    "UNWIND $rows AS row MERGE (a:Tag {k: 1})-[:IN]->(b:Note {k: 2}) CREATE (a)-[:IN]->(b)",
  ])("but not %s", (query) => {
    expect(hasBarrier(query)).toBe(true);
  });
});
