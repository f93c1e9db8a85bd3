import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PropertyGraph } from "../../graph/property-graph.js";
import { RelationshipCursor } from "./relationship-cursor.js";

describe("RelationshipCursor", () => {
  it("meets what the graph's own expand meets, in the same order", () => {
    const edges = fc.array(
      fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 3 }), fc.constantFrom("A", "B", "C")),
      { maxLength: 12 },
    );
    const direction = fc.constantFrom("out", "in", "both");
    const types = fc.option(fc.subarray(["A", "B", "Z"]), { nil: null });
    fc.assert(
      fc.property(edges, direction, types, (drawn, way, wanted) => {
        const graph = new PropertyGraph();
        for (let node = 0; node < 4; node += 1) {
          graph.createNode([], []);
        }
        for (const [from, to, type] of drawn) {
          graph.createRelationship(type, from, to, []);
        }
        const cursor = new RelationshipCursor(graph, way, wanted);
        for (let node = 0; node < 4; node += 1) {
          const expected: number[][] = [];
          graph.expand(node, way, wanted, (relationship, neighbour) => {
            expected.push([relationship, neighbour]);
            return true;
          });
          const met: number[][] = [];
          cursor.start(node);
          while (cursor.advance()) {
            met.push([cursor.relationship, cursor.neighbour]);
          }
          expect(met).toEqual(expected);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("has nothing to give for a node that is null", () => {
    const cursor = new RelationshipCursor(new PropertyGraph(), "both", null);
    cursor.start(-1);
    expect(cursor.advance()).toBe(false);
    expect(cursor.degree(-1)).toBe(0);
  });
});
