import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AdjacencyRows } from "./adjacency-rows.js";

type Entry = readonly [type: number, relationship: number, neighbour: number];

const rowOf = (rows: AdjacencyRows, node: number, start: number, end: number): number[] =>
  node < 0 ? [] : [...rows.relationships.subarray(start, end)];

describe("AdjacencyRows", () => {
  it("keeps rows by type and then by insertion, whatever is added and removed", () => {
    const step = fc.tuple(fc.boolean(), fc.nat(3), fc.nat(5), fc.nat(20));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200, size: "max" }), (steps) => {
        const rows = new AdjacencyRows();
        const model = new Map<number, Entry[]>();
        for (const [relationship, [adds, node, type, place]] of steps.entries()) {
          const row = model.get(node) ?? [];
          model.set(node, row);
          if (adds || row.length === 0) {
            rows.append(node, type, relationship, place);
            row.push([type, relationship, place]);
            row.sort(([a], [b]) => a - b);
          } else {
            const [gone] = row.splice(place % row.length, 1);
            rows.remove(node, gone?.[1] ?? -1);
          }
        }
        for (const [node, row] of model) {
          const all = rowOf(rows, node, rows.rowStart(node), rows.rowEnd(node));
          expect(all).toEqual(row.map(([, relationship]) => relationship));
          const ends = rows.neighbours.subarray(rows.rowStart(node), rows.rowEnd(node));
          expect([...ends]).toEqual(row.map(([, , neighbour]) => neighbour));
          for (let type = 0; type <= 6; type += 1) {
            const part = rowOf(rows, node, rows.typeStart(node, type), rows.typeEnd(node, type));
            expect(part).toEqual(row.filter(([own]) => own === type).map(([, own]) => own));
          }
        }
      }),
    );
  });

  it("puts a removed relationship back in its place", () => {
    const rows = new AdjacencyRows();
    for (let relationship = 0; relationship < 5; relationship += 1) {
      rows.append(0, 0, relationship, 1);
    }
    const place = rows.remove(0, 2);
    rows.insert(0, place, 0, 2, 1);
    expect(rowOf(rows, 0, rows.rowStart(0), rows.rowEnd(0))).toEqual([0, 1, 2, 3, 4]);
  });
});
