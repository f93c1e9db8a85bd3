import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PropertyGraph } from "./property-graph.js";

const NODES = 12;
const TYPES = ["OWNS", "LEASES"] as const;

function neighboursOf(graph: PropertyGraph, type: string, node: number): readonly number[] {
  const rows = graph.typeRows("out", graph.typeIdOf(type));
  const found: number[] = [];
  for (let at = rows.start(node); at < rows.end(node); at += 1) {
    found.push(rows.neighbours[at] ?? -1, rows.relationships[at] ?? -1);
  }
  return found;
}

describe("rows of one type", () => {
  const edges = fc.array(
    fc.tuple(fc.nat({ max: NODES - 1 }), fc.nat({ max: NODES - 1 }), fc.constantFrom(...TYPES)),
    { maxLength: 60 },
  );

  it("are the same before and after they are frozen", () => {
    fc.assert(
      fc.property(edges, (drawn) => {
        const graph = new PropertyGraph();
        for (let node = 0; node < NODES; node += 1) graph.createNode(["Firm"], []);
        for (const type of TYPES) graph.createRelationship(type, 0, 1, []);
        for (const [from, to, type] of drawn) graph.createRelationship(type, from, to, []);
        for (const type of TYPES) {
          const nodes = Array.from({ length: NODES }, (_, node) => node);
          const before = nodes.map((node) => neighboursOf(graph, type, node));
          graph.typeRows("out", graph.typeIdOf(type)).ask(NODES, graph.nodeSlots);
          expect(graph.typeRows("out", graph.typeIdOf(type)).offsets).not.toBeNull();
          expect(nodes.map((node) => neighboursOf(graph, type, node))).toEqual(before);
        }
      }),
    );
  });

  it("thaw with the next relationship that comes or goes, and hold none for a later node", () => {
    const graph = new PropertyGraph();
    const [firm, ship] = [graph.createNode(["Firm"], []), graph.createNode(["Ship"], [])];
    const first = graph.createRelationship("OWNS", firm, ship, []);
    graph.typeRows("out", graph.typeIdOf("OWNS")).ask(2, graph.nodeSlots);
    const late = graph.createNode(["Ship"], []);
    expect(neighboursOf(graph, "OWNS", firm)).toEqual([ship, first]);
    expect(neighboursOf(graph, "OWNS", late)).toEqual([]);
    const second = graph.createRelationship("OWNS", firm, late, []);
    expect(neighboursOf(graph, "OWNS", firm)).toEqual([ship, first, late, second]);
    graph.deleteRelationship(first);
    expect(neighboursOf(graph, "OWNS", firm)).toEqual([late, second]);
  });
});
