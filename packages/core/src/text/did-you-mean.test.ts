import { describe, expect, it } from "vitest";
import { didYouMean } from "./did-you-mean.js";

describe("didYouMean", () => {
  it.each([
    { word: "frend", candidates: ["friend", "fiend"], found: "friend" },
    { word: "shpi", candidates: ["ship", "shop"], found: "ship" },
    { word: "Toupper", candidates: ["toUpper", "toLower"], found: "toUpper" },
    { word: "n", candidates: ["m"], found: null },
    { word: "ship", candidates: ["ship"], found: null },
    { word: "harbour", candidates: ["lighthouse"], found: null },
    { word: "cargos", candidates: ["cargo", "cargoes"], found: "cargo" },
  ])("finds $found for $word among $candidates", ({ word, candidates, found }) => {
    expect(didYouMean(word, candidates)).toBe(found);
  });
});
