import { describe, expect, it } from "vitest";
import { encodeJudgement, parseJudgements } from "./judgements.js";

const LINE = {
  verdict: "same",
  a: "person:hamad-saleh",
  b: "person:hamad-salih",
  by: "archivist",
  at: "2026-03-09",
  why: "same post",
} as const;

describe("parseJudgements", () => {
  it("reads back what was encoded and passes over comments and empty lines", () => {
    const content = `\uFEFF# decisions of March\r\n\r\n${encodeJudgement(LINE)}\r\n// end\n`;
    expect(parseJudgements(content)).toEqual([LINE]);
  });

  it.each([
    ["not json", "Line 2 of the judgements is no JSON object"],
    ["[]", "Line 2 of the judgements is no JSON object"],
    [
      JSON.stringify({ ...LINE, verdict: "maybe" }),
      "Line 2 of the judgements has the verdict `maybe`",
    ],
    [JSON.stringify({ ...LINE, by: undefined }), "Line 2 of the judgements has no text `by`"],
    [
      JSON.stringify({ ...LINE, b: LINE.a }),
      "Line 2 of the judgements must name two different entities",
    ],
    [
      JSON.stringify({ ...LINE, at: "last week" }),
      "Line 2 of the judgements has `last week` in `at`",
    ],
  ])("refuses %s", (line, message) => {
    expect(() => parseJudgements(`${encodeJudgement(LINE)}\n${line}\n`)).toThrow(message);
  });
});
