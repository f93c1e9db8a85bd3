import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editSimilarity } from "./edit-similarity.js";
import { jaroWinkler } from "./jaro-winkler.js";

describe("jaroWinkler", () => {
  it.each([
    ["martha", "marhta", 0.9611],
    ["dwayne", "duane", 0.84],
    ["dixon", "dicksonx", 0.8133],
    ["harbour", "harbour", 1],
    ["", "pier", 0],
  ])("compares %j with %j", (a, b, expected) => {
    expect(jaroWinkler(a, b)).toBeCloseTo(expected, 3);
  });
});

describe("name similarities", () => {
  it.each([
    ["jaroWinkler", jaroWinkler],
    ["editSimilarity", editSimilarity],
  ])("%s is symmetric and between 0 and 1", (_name, similarity) => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const value = similarity(a, b);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        expect(similarity(b, a)).toBeCloseTo(value, 10);
        expect(similarity(a, a)).toBe(1);
      }),
    );
  });
});
