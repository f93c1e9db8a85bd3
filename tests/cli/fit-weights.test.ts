import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Case, fitLogistic, type Prior } from "../../scripts/score/fit-logistic.js";
import { foldOf } from "../../scripts/score/fold-names.js";
import { areaUnder, wilson } from "../../scripts/score/link-figures.js";

const free = (penalty: number): Prior => ({ penalty, supports: false });
const PRIORS = new Map([
  ["base", free(0.001)],
  ["near", free(1)],
  ["agreed", { penalty: 1, supports: true }],
]);

const one = (right: boolean, near: number, agreed: number): Case => ({
  features: new Map([
    ["base", 1],
    ["near", near],
    ["agreed", agreed],
  ]),
  right,
  weight: 1,
});

/** Near ones are right as a rule; those that agree are wrong more often, which no weight may say. */
const CASES = [
  one(true, 1, 0),
  one(true, 1, 0),
  one(true, 0.5, 0),
  one(false, 1, 1),
  one(false, 0, 0),
  one(false, 0, 1),
  one(true, 0, 0),
];

const digits = (weights: ReadonlyMap<string, number>) =>
  Object.fromEntries([...weights].sort().map(([name, weight]) => [name, weight.toFixed(4)]));

describe("a fit", () => {
  it("gives the weights that were stored, and never one that support may not have", () => {
    expect(digits(fitLogistic(CASES, PRIORS, 1))).toMatchInlineSnapshot(`
      {
        "agreed": "0.0000",
        "base": "0.1067",
        "near": "0.3660",
      }
    `);
  });

  it("does not depend on the seed", () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), (seed) => {
        expect(digits(fitLogistic(CASES, PRIORS, seed))).toEqual(
          digits(fitLogistic(CASES, PRIORS, 1)),
        );
      }),
    );
  });

  it("is where the penalised likelihood is flat", () => {
    const weights = fitLogistic(CASES, PRIORS, 1);
    for (const [name, { penalty, supports }] of PRIORS) {
      const weight = weights.get(name) ?? 0;
      const slope = CASES.reduce((sum, { features, right }) => {
        const z = [...features].reduce(
          (all, [key, value]) => all + value * (weights.get(key) ?? 0),
          0,
        );
        return sum + (1 / (1 + Math.exp(-z)) - Number(right)) * (features.get(name) ?? 0);
      }, penalty * weight);
      if (supports && weight === 0) expect(slope).toBeGreaterThanOrEqual(0);
      else expect(Math.abs(slope)).toBeLessThan(1e-3);
    }
  });
});

describe("the figures of a fit", () => {
  const judged = (chance: number, right: boolean) => ({ type: "LEADS", chance, right, weight: 1 });

  it.each([
    ["all right ones likelier", [judged(0.9, true), judged(0.2, false)], 1],
    ["all alike", [judged(0.5, true), judged(0.5, false)], 0.5],
    ["all the wrong way", [judged(0.1, true), judged(0.2, false)], 0],
  ])("tell the area under the curve: %s", (_what, links, area) => {
    expect(areaUnder(links)).toBe(area);
  });

  it.each([
    [0, 0, [0, 1]],
    [9, 10, [0.596, 0.982]],
    [95, 100, [0.888, 0.978]],
  ])("tell how far %d of %d may be from the truth", (right, n, interval) => {
    expect(wilson(right, n).map((end) => Number(end.toFixed(3)))).toEqual(interval);
  });

  it.each([
    ["prose", "a08-harbour", "prose-a1"],
    ["prose", "c09-harbour", "prose-c2"],
    ["dev", "es-harbour", "dev-es"],
    ["real", "mi-harbour", "real-mi"],
    ["seeds", "000_1", "seeds"],
  ])("leave out parts: %s %s is of %s", (set, id, fold) => {
    expect(foldOf({ set, id })).toBe(fold);
  });
});
