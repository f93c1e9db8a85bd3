import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Candidate } from "./candidate.js";
import { chooseCandidates } from "./choose-candidates.js";

const candidate = (
  from: number,
  to: number,
  score = 0.5,
  role: Candidate["role"] = "place",
): Candidate => ({
  from,
  to,
  role,
  rule: "test",
  score,
  key: null,
  country: null,
  form: "name",
});

describe("chooseCandidates", () => {
  it("prefers one long name to the short ones inside it", () => {
    const long = candidate(0, 3, 0.5);
    expect(chooseCandidates([candidate(0, 1, 1), candidate(1, 3, 0.9), long])).toEqual([long]);
  });

  it("prefers the higher score at equal length, then the type that comes first", () => {
    const agency = candidate(0, 1, 0.8, "body");
    expect(chooseCandidates([candidate(0, 1, 0.5), agency])).toEqual([agency]);
    const country = candidate(0, 1, 0.5, "country");
    expect(chooseCandidates([candidate(0, 1, 0.5, "place"), country])).toEqual([country]);
  });

  it("gives the same result in any order of input, and no overlap", () => {
    const arbitrary = fc.array(
      fc.tuple(fc.nat(12), fc.integer({ min: 1, max: 4 }), fc.constantFrom(0.3, 0.6, 0.9)),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(arbitrary, (drawn) => {
        const all = drawn.map(([from, length, score]) => candidate(from, from + length, score));
        const chosen = chooseCandidates(all);
        expect(chooseCandidates([...all].reverse())).toEqual(chosen);
        for (const [at, one] of chosen.entries()) {
          expect(one.from).toBeGreaterThanOrEqual(chosen[at - 1]?.to ?? 0);
        }
      }),
    );
  });
});
