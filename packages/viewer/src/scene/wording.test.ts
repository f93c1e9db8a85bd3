import { describe, expect, it } from "vitest";
import { confidenceWords, countWords, dateWords, figureWords, spanWords } from "./wording.js";

describe("dateWords", () => {
  it.each([
    ["2025-12-14", "14 December 2025"],
    ["2025-12", "December 2025"],
    ["2025", "2025"],
  ])("says %s as %s", (date, words) => {
    expect(dateWords(date)).toBe(words);
  });

  it("shortens months for labels", () => {
    expect(dateWords("2025-12-14", "short")).toBe("14 Dec 2025");
  });
});

describe("spanWords", () => {
  it("says one month once", () => {
    expect(spanWords("2025-12", "2025-12")).toBe("December 2025");
    expect(spanWords("2025-12", "2026-02")).toBe("December 2025 to February 2026");
  });
});

describe("figureWords", () => {
  const figure = { value: null, low: null, high: null, qualifier: null };
  it.each([
    [{ ...figure, value: 17, qualifier: "eq" }, "17"],
    [{ ...figure, value: 20, qualifier: "approx" }, "≈ 20"],
    [{ ...figure, value: 200_000, low: 200_000, qualifier: "gte" }, "≥ 200,000"],
    [{ ...figure, value: 1_800_000, qualifier: "eq" }, "1.8 million"],
    [{ ...figure, value: 17, low: 17, high: 19, qualifier: "eq" }, "17–19"],
    [{ ...figure, value: 0.5, qualifier: "eq" }, "0.5"],
    [figure, null],
  ])("says %j as %s", (given, words) => {
    expect(figureWords(given)).toBe(words);
  });
});

describe("countWords", () => {
  it("knows one from many", () => {
    expect(countWords(1, "entity", "entities")).toBe("1 entity");
    expect(countWords(1200, "entity", "entities")).toBe("1,200 entities");
  });
});

describe("confidenceWords", () => {
  it.each([
    [0.94, ".94"],
    [0.9375, ".94"],
    [1, "1.0"],
    [0, ".00"],
  ])("says %d as %s", (confidence, words) => {
    expect(confidenceWords(confidence)).toBe(words);
  });
});
