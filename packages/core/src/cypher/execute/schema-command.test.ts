import { describe, expect, it } from "vitest";
import { PropertyGraph } from "../../graph/property-graph.js";
import { createEngine } from "../engine.js";

const UNIQUE = "CREATE CONSTRAINT names FOR (s:Ship) REQUIRE s.name IS UNIQUE";
const TWO_SHIPS = "CREATE (:Ship {name: 'Dalia'}), (:Ship {name: 'Emad'}), (:Ship), (:Ship)";

function engineAfter(...queries: readonly string[]) {
  const graph = new PropertyGraph();
  const engine = createEngine({ graph });
  for (const query of queries) {
    engine.run(query);
  }
  return { graph, engine };
}

describe("a constraint in memory", () => {
  it.each([
    ["a node is made", "CREATE (:Ship {name: 'Dalia'})"],
    ["a property is set", "MATCH (s:Ship {name: 'Emad'}) SET s.name = 'Dalia'"],
    ["a label is added", "CREATE (s:Boat {name: 'Dalia'}) SET s:Ship"],
  ])("holds when %s, and nothing is changed", (_when, query) => {
    const { graph, engine } = engineAfter(UNIQUE, TWO_SHIPS);
    expect(() => engine.run(query)).toThrow(/would have the same `name`/);
    expect(graph.nodeCount).toBe(4);
    expect(engine.run("MATCH (s:Ship {name: 'Dalia'}) RETURN count(s)").rows).toEqual([[1]]);
  });

  it("looks at the end of a statement, so that names can be exchanged", () => {
    const { engine } = engineAfter(UNIQUE, TWO_SHIPS);
    expect(() =>
      engine.run(
        "MATCH (a:Ship {name: 'Dalia'}), (b:Ship {name: 'Emad'}) SET a.name = 'Emad', b.name = 'Dalia'",
      ),
    ).not.toThrow();
  });

  it("over several properties forbids only what agrees in all of them", () => {
    const { engine } = engineAfter(
      "CREATE CONSTRAINT FOR (s:Ship) REQUIRE (s.name, s.flag) IS UNIQUE",
      "CREATE (:Ship {name: 'Dalia', flag: 'SY'}), (:Ship {name: 'Dalia', flag: 'LB'}), (:Ship {name: 'Dalia'})",
    );
    expect(() => engine.run("CREATE (:Ship {name: 'Dalia', flag: 'LB'})")).toThrow(
      /`name` and `flag`/,
    );
  });

  it.each([
    ["is refused where the graph breaks it already", TWO_SHIPS.replace("Emad", "Dalia"), UNIQUE],
    ["is refused a second time", UNIQUE, UNIQUE],
    ["cannot be dropped when it is not there", TWO_SHIPS, "DROP CONSTRAINT names"],
    ["of existence is refused", TWO_SHIPS, UNIQUE.replace("UNIQUE", "NOT NULL")],
    ["of a type is refused", TWO_SHIPS, UNIQUE.replace("UNIQUE", ":: STRING")],
    [
      "on a relationship is refused",
      TWO_SHIPS,
      "CREATE CONSTRAINT FOR ()-[r:R]-() REQUIRE r.k IS UNIQUE",
    ],
  ])("%s", (_fact, before, query) => {
    const { engine } = engineAfter(before);
    expect(() => engine.run(query)).toThrow();
  });

  it("goes when it is dropped, and IF EXISTS and IF NOT EXISTS take no offence", () => {
    const { engine } = engineAfter(UNIQUE, `${UNIQUE.replace("names", "names IF NOT EXISTS")}`);
    engine.run("DROP CONSTRAINT names");
    engine.run("DROP CONSTRAINT names IF EXISTS");
    expect(() => engine.run("CREATE (:Ship {name: 'X'}), (:Ship {name: 'X'})")).not.toThrow();
  });
});

describe("an index in memory", () => {
  it("is a name that can be dropped, for properties are indexed anyway", () => {
    const { engine } = engineAfter("CREATE INDEX ships FOR (s:Ship) ON (s.name)");
    expect(() => engine.run("CREATE INDEX ships FOR (s:Ship) ON (s.name)")).toThrow(/is an index/);
    engine.run("DROP INDEX ships");
    expect(() => engine.run("DROP INDEX ships")).toThrow(/There is no index `ships`/);
  });

  it("of vectors is refused", () => {
    const { engine } = engineAfter();
    expect(() => engine.run("CREATE VECTOR INDEX t FOR (s:Ship) ON (s.shape)")).toThrow(
      /no vector index/,
    );
  });

  it("changes the schema, so it is no reading query", () => {
    const { engine } = engineAfter();
    expect(engine.check(UNIQUE).readOnly).toBe(false);
  });
});
