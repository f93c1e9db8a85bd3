import { describe, expect, it } from "vitest";
import { marksInWords, strengthInWords } from "./strength-words.js";

const plain = {
  confidence: 0.72,
  sources: 1,
  modality: "asserted",
  inferred: false,
  machines: [],
  deniedBy: [],
} as const;

describe("what a link is worth in words", () => {
  it.each([
    [{}, "likely (0.72), one source"],
    [{ confidence: 0.92, sources: 2 }, "confirmed (0.92), 2 independent sources"],
    [{ modality: "alleged" }, "likely (0.72), one source, alleged"],
    [{ inferred: true }, "likely (0.72), one source, inferred"],
    [{ machines: ["gliner", "qwen"] }, "likely (0.72), one source, read by gliner, qwen alone"],
    [
      { deniedBy: ["Cape Courier", "the harbour master"] },
      "likely (0.72), one source, denied by Cape Courier, the harbour master",
    ],
  ])("puts %j as %s", (more, words) => {
    expect(strengthInWords({ ...plain, ...more })).toBe(words);
  });

  it("has marks alone for where the figure is not shown", () => {
    expect(marksInWords(plain)).toBe("");
    expect(marksInWords({ ...plain, modality: "alleged", deniedBy: ["Cape Courier"] })).toBe(
      "alleged, denied by Cape Courier",
    );
  });
});
