import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Trail } from "./trail.js";

describe("Trail", () => {
  it("knows what is on it after any pushes and cuts", () => {
    const step = fc.oneof(
      fc.record({ push: fc.nat({ max: 40 }) }),
      fc.record({ cut: fc.nat({ max: 30 }) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const trail = new Trail();
        let list: number[] = [];
        for (const taken of steps) {
          // A trail never meets a relationship twice.
          if ("push" in taken && !list.includes(taken.push)) {
            trail.push(taken.push);
            list.push(taken.push);
          } else if ("cut" in taken) {
            trail.cut(taken.cut);
            list = list.slice(0, taken.cut);
          }
          expect(trail.toArray()).toEqual(list);
          for (let relationship = 0; relationship <= 40; relationship += 1) {
            expect(trail.has(relationship)).toBe(list.includes(relationship));
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
