import { UndirectedGraph } from "graphology";
import { describe, expect, it } from "vitest";
import { fromGraphology } from "./from-graphology.js";
import { graphLines } from "./graph-lines.js";
import { PropertyGraph } from "./property-graph.js";
import { Float } from "./property-value.js";
import { toGraphology } from "./to-graphology.js";

describe("toGraphology", () => {
  it("keys elements by id and keeps labels, type and properties", () => {
    const graph = new PropertyGraph();
    const crane = graph.createNode(
      ["Crane"],
      [
        ["id", "c1"],
        ["height", new Float(20)],
      ],
    );
    const quay = graph.createNode(["Quay"], []);
    graph.createRelationship("STANDS_ON", crane, quay, [["since", 1990]]);
    const copy = toGraphology(graph);
    expect(copy.getNodeAttributes("c1")).toEqual({
      labels: ["Crane"],
      properties: { id: "c1", height: 20 },
    });
    expect(copy.getEdgeAttributes("0")).toEqual({
      relationshipType: "STANDS_ON",
      properties: { since: 1990 },
    });
    expect(copy.extremities("0")).toEqual(["c1", "1"]);
  });
});

describe("fromGraphology", () => {
  it("takes any graphology graph, with attributes as properties", () => {
    const source = new UndirectedGraph();
    source.addNode("a", { label: "Anchor", size: 2.5, count: 3, nested: { deep: true } });
    source.addNode("b", { labels: ["Buoy"] });
    source.addEdge("a", "b", { weight: 1 });
    const graph = fromGraphology(source);
    expect(graph.labelsOf(0)).toEqual(["Node"]);
    expect(graph.nodeProperty(0, "size")).toEqual(new Float(2.5));
    expect(graph.nodeProperty(0, "count")).toBe(3);
    expect(graph.nodeProperty(0, "nested")).toBe('{"deep":true}');
    expect(graph.labelsOf(1)).toEqual(["Buoy"]);
    expect(graph.countWithType("LINK")).toBe(1);
  });

  it("gives back what toGraphology wrote", () => {
    const graph = new PropertyGraph();
    const a = graph.createNode(
      ["Ship"],
      [
        ["id", "a"],
        ["crew", [1, 2]],
      ],
    );
    const b = graph.createNode(["Ship"], [["id", "b"]]);
    graph.createRelationship("MEETS", a, b, [
      ["id", "m"],
      ["at", "sea"],
    ]);
    expect([...graphLines(fromGraphology(toGraphology(graph)))]).toEqual([...graphLines(graph)]);
  });
});
