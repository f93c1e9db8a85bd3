import { describe, expect, it } from "vitest";
import { PropertyGraph } from "../../../graph/property-graph.js";
import { createEngine } from "../../engine.js";

/** Three thousand ships, every third of which shares its name with another; some have none. */
function fleet(): PropertyGraph {
  const graph = new PropertyGraph();
  const ships = Array.from({ length: 3_000 }, (_, at) =>
    graph.createNode(
      ["Ship"],
      at % 50 === 0 ? [] : [["name", `ship ${at % 3 === 0 ? at >> 2 : at}`]],
    ),
  );
  for (let at = 0; at < 6_000; at += 1) {
    graph.createRelationship(
      "MET",
      ships[(at * at) % 3_000] ?? 0,
      ships[(at * 7) % 3_000] ?? 0,
      [],
    );
  }
  return graph;
}

const QUESTION = "MATCH (s:Ship)-[m]-() RETURN s.name AS name, count(m) AS n";

describe("groups of a text that nodes share", () => {
  it("are the same in every run, whatever has been learnt of the texts, and after a change", () => {
    const graph = fleet();
    const engine = createEngine({ graph });
    const expected = () => {
      const counts = new Map<unknown, number>();
      graph.forEachNode("Ship", (node) => {
        const degree = graph.degree(node, "both", null);
        const name = graph.nodeProperty(node, "name") ?? null;
        if (degree > 0) counts.set(name, (counts.get(name) ?? 0) + degree);
        return true;
      });
      return [...counts].map(([name, n]) => [name, n]);
    };
    for (let run = 0; run < 5; run += 1) {
      expect(engine.run(QUESTION).rows).toEqual(expected());
    }
    engine.run("MATCH (s:Ship {name: 'ship 7'}) SET s.name = 'ship 8'");
    engine.run("MATCH (s:Ship {name: 'ship 11'}) SET s.name = 11");
    for (let run = 0; run < 4; run += 1) {
      expect(engine.run(QUESTION).rows).toEqual(expected());
    }
  });
});
