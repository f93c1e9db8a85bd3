import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../benches/seeded-random.js";
import { brokenLaws } from "./judgement-laws.js";

describe("laws of judgements", () => {
  it("hold for drawn judgements over added, edited, renamed and removed reports", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 31 - 1 }), (seed) => {
        expect(brokenLaws(seededRandom(seed))).toEqual([]);
      }),
      { numRuns: 300, seed: 20_260_301 },
    );
  });
});
