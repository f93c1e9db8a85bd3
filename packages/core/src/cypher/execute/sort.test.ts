import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PropertyGraph } from "../../graph/property-graph.js";
import { createEngine } from "../engine.js";

describe("ORDER BY with a limit", () => {
  const engine = createEngine({ graph: new PropertyGraph() });

  it("gives the first rows of the whole order, ties in the order they came", () => {
    const row = fc.tuple(fc.nat({ max: 4 }), fc.nat({ max: 4 }));
    const sizes = fc.record({
      rows: fc.array(row, { minLength: 1, maxLength: 40 }),
      copies: fc.constantFrom(1, 40),
      skip: fc.nat({ max: 5 }),
      limit: fc.nat({ max: 12 }),
      descending: fc.boolean(),
    });
    fc.assert(
      fc.property(sizes, ({ rows, copies, skip, limit, descending }) => {
        // Copies make the input longer than what is kept at a time.
        const list = Array.from({ length: copies }, () => rows).flat();
        const parameters = new Map([["list", list]]);
        const order = `ORDER BY x[0]${descending ? " DESC" : ""}, x[1]`;
        const query = `UNWIND range(0, size($list) - 1) AS i WITH i, $list[i] AS x RETURN i ${order}`;
        const all = engine.run(query, parameters).rows;
        const some = engine.run(`${query} SKIP ${skip} LIMIT ${limit}`, parameters).rows;
        expect(some).toEqual(all.slice(skip, skip + limit));
      }),
      { numRuns: 60 },
    );
  });
});
