import { beforeEach, describe, expect, it } from "vitest";
import { PropertyGraph } from "../graph/property-graph.js";
import { Float } from "../graph/property-value.js";
import { createEngine, type Engine } from "./engine.js";
import { formatValue } from "./values/format-value.js";

let graph: PropertyGraph;
let engine: Engine;

beforeEach(() => {
  graph = new PropertyGraph();
  engine = createEngine({ graph });
});

function rows(query: string): string[] {
  return engine.run(query).rows.map((row) => row.map(formatValue).join(", "));
}

describe("notifications", () => {
  it("name labels, types and properties that nothing has, and what may be meant", () => {
    rows("CREATE (:Ship {name: 'Dalia'})-[:LANDED_AT]->(:Port)");
    const { notifications } = engine.run(
      "MATCH (s:Shp)-[:LANDED_TA]->(p) WHERE s.nmae = 'x' RETURN p",
    );
    expect(notifications).toMatchInlineSnapshot(`
      [
        "Nothing in the graph has the label \`Shp\`. Did you mean \`Ship\`?",
        "Nothing in the graph has the relationship type \`LANDED_TA\`. Did you mean \`LANDED_AT\`?",
        "Nothing in the graph has the property \`nmae\`. Did you mean \`name\`?",
      ]
    `);
  });

  it("are none for names that a query introduces", () => {
    expect(engine.run("MERGE (s:Ship {name: 'Dalia'}) SET s.tons = 4").notifications).toEqual([]);
  });
});

describe("procedures", () => {
  it("list what the graph has", () => {
    rows("CREATE (:Ship {name: 'Dalia'})-[:LANDED_AT {day: 3}]->(:Port)");
    expect(rows("CALL db.labels()")).toEqual(["'Port'", "'Ship'"]);
    expect(rows("CALL db.relationshipTypes() YIELD relationshipType AS t RETURN t")).toEqual([
      "'LANDED_AT'",
    ]);
    expect(
      rows("CALL db.propertyKeys() YIELD propertyKey WHERE propertyKey <> 'day' RETURN *"),
    ).toEqual(["'name'"]);
  });
});

describe("schema procedures", () => {
  it("say which properties an element has, and whether every one has them", () => {
    rows(
      "CREATE (:Ship {name: 'Dalia', tons: 4})-[:LANDED_AT]->(:Port), (:Ship {name: 'Emad', tons: 1.5})",
    );
    expect(
      rows(
        "CALL db.schema.nodeTypeProperties() YIELD nodeType, propertyName, propertyTypes, mandatory",
      ),
    ).toMatchInlineSnapshot(`
      [
        "':\`Port\`', null, null, false",
        "':\`Ship\`', 'name', ['String'], true",
        "':\`Ship\`', 'tons', ['Float', 'Integer'], true",
      ]
    `);
    expect(rows("CALL db.schema.relTypeProperties()")).toMatchInlineSnapshot(`
      [
        "':\`LANDED_AT\`', null, null, false",
      ]
    `);
  });

  it("draw which labels each type joins", () => {
    rows("CREATE (:Ship)-[:LANDED_AT]->(:Port), (:Ship)-[:LANDED_AT]->(:Port)");
    expect(rows("CALL db.schema.visualization()")).toMatchInlineSnapshot(`
      [
        "[(:Port {name: 'Port'}), (:Ship {name: 'Ship'})], [[:LANDED_AT {name: 'LANDED_AT'}]]",
      ]
    `);
  });
});

describe("EXPLAIN and PROFILE", () => {
  it("show the plan without running it", () => {
    expect(rows("EXPLAIN CREATE (s:Ship) RETURN s")).toEqual(["'Eager'", "'Create'", "'Argument'"]);
    expect(graph.nodeCount).toBe(0);
  });

  it("show how many rows each operator gave", () => {
    rows("CREATE (:Ship {i: 1}), (:Ship {i: 2}), (:Port)");
    expect(rows("PROFILE MATCH (s:Ship) WHERE s.i > 1 RETURN s.i AS i")).toEqual([
      "'Assign s.i', 1, 0.0",
      "'NodeScan :Ship where s.i > 1', 1, 0.0",
      "'Argument', 1, 0.0",
    ]);
  });

  it("show how long each operator took, without the time of its inputs", () => {
    rows("CREATE (:Ship {i: 1}), (:Ship {i: 2}), (:Port)");
    let now = 0;
    // Each look at the clock takes a millisecond: two a call of an operator, and those of what it calls.
    const timed = createEngine({ graph, clock: () => (now += 1) });
    const { columns, rows: lines } = timed.run("PROFILE MATCH (s:Ship) RETURN s.i AS i");
    expect(columns).toEqual(["plan", "rows", "ms"]);
    const times = lines.map(([, , ms]) => (ms instanceof Float ? ms.value : null));
    // Three calls of each but the last, which is asked twice; a tick of their own and one an input.
    expect(times).toEqual([6, 5, 2]);
  });
});

describe("check", () => {
  it("knows columns and whether a query writes, without running it", () => {
    expect(engine.check("CREATE (s:Ship) RETURN s AS ship, 1 + 1")).toEqual({
      columns: ["ship", "1 + 1"],
      readOnly: false,
    });
    expect(graph.nodeCount).toBe(0);
  });
});
