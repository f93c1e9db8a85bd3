import { describe, expect, it } from "vitest";
import { PropertyGraph } from "../../graph/property-graph.js";
import { createEngine } from "../engine.js";
import {
  type CypherValue,
  NodeValue,
  PathValue,
  RelationshipValue,
} from "../values/cypher-value.js";
import { formatValue } from "../values/format-value.js";
import type { Procedure } from "./procedure.js";

/** Each way on from a node, one relationship long: reads the graph as a caller's procedure does. */
const WAYS: Procedure = {
  signature: {
    name: "harbour.ways",
    inputs: [
      { name: "from", type: "NODE" },
      { name: "types", type: "LIST<STRING>?", optional: true },
    ],
    outputs: [
      { name: "to", type: "NODE" },
      { name: "by", type: "RELATIONSHIP" },
      { name: "path", type: "PATH" },
      { name: "kind", type: "STRING" },
    ],
  },
  *call([from, types], { graph, step }) {
    if (!(from instanceof NodeValue)) {
      return;
    }
    const found: (readonly CypherValue[])[] = [];
    const wanted = Array.isArray(types) ? types.map(String) : null;
    graph.expand(from.slot, "both", wanted, (relationship, neighbour) => {
      step();
      const by = new RelationshipValue(relationship);
      const to = new NodeValue(neighbour);
      found.push([to, by, new PathValue([from, to], [by]), graph.typeOf(relationship)]);
      return true;
    });
    yield* found;
  },
};

/** Never ends by itself. */
const COUNT: Procedure = {
  signature: { name: "harbour.count", inputs: [], outputs: [{ name: "n", type: "INTEGER" }] },
  *call() {
    for (let n = 1; ; n += 1) {
      yield [n];
    }
  },
};

const SEARCH: Procedure = {
  signature: { name: "harbour.search", inputs: [], outputs: [{ name: "n", type: "INTEGER" }] },
  call(_args, { step }) {
    for (;;) {
      step();
    }
  },
};

function engineWith(...procedures: readonly Procedure[]) {
  const engine = createEngine({ graph: new PropertyGraph(), procedures, clock: Date.now });
  engine.run(
    "CREATE (s:Ship {name: 'Dalia'})-[:LANDED_AT]->(:Port {name: 'Tartus'}), (s)-[:OWNED_BY]->(:Firm {name: 'Nesr'})",
  );
  return (query: string, timeoutMs = 10_000) =>
    engine
      .run(query, new Map(), { timeoutMs })
      .rows.map((row) => row.map(formatValue).join(", "))
      .sort();
}

describe("a procedure of the caller", () => {
  const rows = engineWith(WAYS, COUNT, SEARCH);

  it.each([
    [
      "gives nodes, relationships and paths that the query reads on",
      "MATCH (s:Ship) CALL harbour.ways(s) YIELD to, by, path, kind RETURN to.name, type(by), length(path), kind",
      ["'Nesr', 'OWNED_BY', 1, 'OWNED_BY'", "'Tartus', 'LANDED_AT', 1, 'LANDED_AT'"],
    ],
    [
      "gives nodes that a pattern starts from",
      "MATCH (s:Ship) CALL harbour.ways(s) YIELD to MATCH (to)<-[:LANDED_AT]-(ship) RETURN ship.name",
      ["'Dalia'"],
    ],
    [
      "takes an argument that may be left out",
      "MATCH (s:Ship) CALL harbour.ways(s, ['OWNED_BY']) YIELD to WHERE to:Firm RETURN to.name AS name",
      ["'Nesr'"],
    ],
    [
      "does no more work than the query asks for",
      "CALL harbour.count() YIELD n RETURN n LIMIT 2",
      ["1", "2"],
    ],
  ])("%s", (_fact, query, expected) => {
    expect(rows(query)).toEqual(expected);
  });

  it.each(["count", "search"])("is stopped at the time limit: harbour.%s", (name) => {
    expect(() => rows(`CALL harbour.${name}() YIELD n RETURN count(n)`, 20)).toThrow(
      /longer than 20 ms/,
    );
  });

  it("is refused an argument of another type before it runs", () => {
    expect(() => rows("CALL harbour.ways('Dalia') YIELD to RETURN to")).toThrow(
      "The argument `from` is a string where a node is expected.",
    );
  });

  it("has a name of its own", () => {
    expect(() => engineWith(WAYS, WAYS)).toThrow(/two procedures are named harbour.ways/);
  });
});
