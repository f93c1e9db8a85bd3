import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  BAND_FROM,
  confidenceBand,
  ONE_ORIGIN,
  type ReadingParts,
  weighLink,
} from "./confidence.js";

const share = fc.double({ min: 0.01, max: 1, noNaN: true });
const parts = fc.record({ confidenceRule: share, confidenceWording: share });
const origins = fc.array(parts, { minLength: 1, maxLength: 6 });
const denials = fc.array(parts, { minLength: 1, maxLength: 3 });

const read = (confidenceRule: number, confidenceWording = 1): ReadingParts => ({
  confidenceRule,
  confidenceWording,
});

describe("weighLink", () => {
  it.each([
    ["one origin", [read(0.9, 0.7)], [], [0.5292, 0.9, 0.7, 0.84]],
    ["two origins", [read(0.9), read(0.8)], [], [0.9549, 0.98, 1, 0.9744]],
    ["three origins", [read(0.9), read(0.8), read(0.5)], [], [0.9801, 0.99, 1, 0.99]],
    [
      "two origins, one of them vague",
      [read(0.8), read(0.5, 0.5)],
      [],
      [0.8282, 0.9, 0.9444, 0.9744],
    ],
    ["a denial", [read(0.8)], [read(0.8, 0.7)], [0.4838, 0.8, 1, 0.6048]],
    ["a denial of what two say", [read(0.8), read(0.8)], [read(0.8)], [0.4838, 0.96, 1, 0.504]],
    ["two denials", [read(0.8)], [read(0.8), read(0.8)], [0.3494, 0.8, 1, 0.4368]],
  ])("weighs %s", (_what, asserted, denied, expected) => {
    const { confidence, confidenceRule, confidenceWording, confidenceSources } = weighLink(
      asserted,
      denied,
    );
    expect([confidence, confidenceRule, confidenceWording, confidenceSources]).toEqual(expected);
  });

  it("is the product of its parts, each between 0 and 1", () => {
    fc.assert(
      fc.property(origins, fc.array(parts, { maxLength: 3 }), (asserted, denied) => {
        const { confidence, ...rest } = weighLink(asserted, denied);
        const product = Object.values(rest).reduce((all, part) => all * part, 1);
        expect(Math.abs(confidence - product)).toBeLessThanOrEqual(0.00005 + 1e-12);
        for (const part of Object.values(rest)) expect(part >= 0 && part <= 1).toBe(true);
      }),
    );
  });

  it("never confirms what one origin says or anyone denies", () => {
    fc.assert(
      fc.property(parts, origins, denials, (one, many, against) => {
        expect(confidenceBand(weighLink([one], []).confidence)).not.toBe("confirmed");
        expect(confidenceBand(weighLink(many, against).confidence)).not.toBe("confirmed");
      }),
    );
  });

  it("grows with every origin and falls with every denial", () => {
    fc.assert(
      fc.property(origins, denials, parts, (asserted, denied, one) => {
        const before = weighLink(asserted, []).confidence;
        expect(weighLink([...asserted, one], []).confidence).toBeGreaterThanOrEqual(before - 1e-4);
        expect(weighLink(asserted, denied).confidence).toBeLessThanOrEqual(before);
        expect(weighLink(asserted, [...denied, one]).confidence).toBeLessThanOrEqual(
          weighLink(asserted, denied).confidence + 1e-4,
        );
      }),
    );
  });

  it("does not depend on the order of reports", () => {
    fc.assert(
      fc.property(origins, denials, (asserted, denied) => {
        expect(weighLink([...asserted].reverse(), [...denied].reverse())).toEqual(
          weighLink(asserted, denied),
        );
      }),
    );
  });
});

describe("confidenceBand", () => {
  it.each([
    [0.99, "confirmed"],
    [0.85, "confirmed"],
    [0.8499, "likely"],
    [0.6, "likely"],
    [0.5999, "candidate"],
    [0, "candidate"],
  ])("calls %d %s", (confidence, band) => {
    expect(confidenceBand(confidence)).toBe(band);
  });

  it("asks for more than one origin is worth", () => {
    expect(ONE_ORIGIN).toBeLessThan(BAND_FROM.confirmed);
  });
});
