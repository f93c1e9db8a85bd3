import { describe, expect, it } from "vitest";
import { dateWords, rangeWords } from "./date-words.js";

describe("dateWords", () => {
  it.each([
    ["2025-12-14", "14 December 2025"],
    ["2025-12", "December 2025"],
    ["2025", "2025"],
    ["2025-03-01/2025-03-03", "1 to 3 March 2025"],
    ["2025-02-28/2025-03-03", "28 February to 3 March 2025"],
    ["2025-12-30/2026-01-02", "30 December 2025 to 2 January 2026"],
    ["2025-03/2025-05", "March to May 2025"],
    ["2024/2025", "2024 to 2025"],
    ["2025-03-01/2025-03-01", "1 March 2025"],
    ["2025-03-01/", "1 March 2025"],
    ["2025-13-40", "2025"],
    ["last spring", "last spring"],
    ["", ""],
  ])("tells %s as %s", (date, words) => {
    expect(dateWords(date)).toBe(words);
  });

  it("shortens months where it is asked to", () => {
    expect(dateWords("2025-03-01/2025-03-03", "short")).toBe("1 to 3 Mar 2025");
    expect(rangeWords("2025-01", "2025-12", "short")).toBe("Jan to Dec 2025");
  });
});
