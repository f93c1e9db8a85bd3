import { describe, expect, it } from "vitest";
import { containment, SAME_WIRE_COPY, shingles, sketch, sketchSimilarity } from "./shingles.js";

const ferry =
  "The ferry left the old harbour at dawn with forty crates of oranges and returned before noon with salt.";

describe("containment", () => {
  it("is 1 for a text inside a longer one", () => {
    const longer = `${ferry} The crew went home and the market closed early that day.`;
    expect(containment(shingles(ferry), shingles(longer))).toBe(1);
  });

  it("stays under the bound for texts on one subject in other words", () => {
    const other = "At dawn a ferry with oranges set out; by noon it was back, laden with salt.";
    expect(containment(shingles(ferry), shingles(other))).toBeLessThan(SAME_WIRE_COPY);
  });

  it("is 0 where a text has no words", () => {
    expect(containment(shingles("…"), shingles(ferry))).toBe(0);
  });

  it("does not see case, accents and punctuation", () => {
    expect(containment(shingles(ferry.toUpperCase()), shingles(ferry.replaceAll(".", "!")))).toBe(
      1,
    );
  });
});

describe("sketchSimilarity", () => {
  it("is 1 for equal sets and 0 for disjoint ones", () => {
    const a = sketch(shingles(ferry));
    const b = sketch(shingles("Nothing of this stands in the other report about the museum roof."));
    expect(sketchSimilarity(a, a)).toBe(1);
    expect(sketchSimilarity(a, b)).toBe(0);
  });
});
