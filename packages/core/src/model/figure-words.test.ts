import { describe, expect, it } from "vitest";
import { confidenceWords, countWords, figureWords, numberWords } from "./figure-words.js";

const figure = (
  value: number | null,
  low: number | null,
  high: number | null,
  qualifier = "eq",
) => ({
  value,
  low,
  high,
  qualifier,
});

describe("figureWords", () => {
  it.each([
    [figure(17, 17, 17), "17", "17"],
    [figure(20, null, null, "approx"), "about 20", "≈ 20"],
    [figure(200_000, 200_000, null, "gte"), "at least 200,000", "≥ 200,000"],
    [figure(null, null, 9, "lte"), "at most 9", "≤ 9"],
    [figure(null, 3, 4, "range"), "3 to 4", "3–4"],
    [figure(1_800_000, null, null), "1,800,000", "1.8 million"],
    [figure(null, null, null), null, null],
  ])("tells %o", (told, long, short) => {
    expect(figureWords(told)).toBe(long);
    expect(figureWords(told, "short")).toBe(short);
  });
});

describe("numbers and counts", () => {
  it("group thousands whatever the locale", () => {
    expect([numberWords(1234567.5), numberWords(-1200), numberWords(2.5e9, "short")]).toEqual([
      "1,234,567.5",
      "-1,200",
      "2.5 billion",
    ]);
  });

  it("agree with what they count", () => {
    expect([countWords(1, "report"), countWords(2, "body", "bodies")]).toEqual([
      "1 report",
      "2 bodies",
    ]);
  });

  it("print a confidence as a newspaper does", () => {
    expect([confidenceWords(0.9377), confidenceWords(0.999), confidenceWords(0)]).toEqual([
      ".94",
      "1.0",
      ".00",
    ]);
  });
});
