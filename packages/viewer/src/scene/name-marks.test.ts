import { describe, expect, it } from "vitest";
import { nameMarks } from "./name-marks.js";

const marked = (quote: string, ...names: readonly (readonly string[])[]) =>
  nameMarks(
    quote,
    names.map((list, node) => ({ node, names: list })),
  ).map(({ start, end, node }) => `${quote.slice(start, end)}=${node}`);

describe("nameMarks", () => {
  it("marks whole words, whatever their case, in order of place", () => {
    expect(marked("The PORT police of Porto left the port.", ["Port"], ["Porto"])).toEqual([
      "PORT=0",
      "Porto=1",
      "port=0",
    ]);
  });

  it("prefers the longest name and never marks a stretch twice", () => {
    expect(marked("Harbour Police of Lisbon", ["Lisbon"], ["Harbour Police of Lisbon"])).toEqual([
      "Harbour Police of Lisbon=1",
    ]);
  });

  it("keeps offsets true where lower case is longer than upper", () => {
    expect(marked("İstanbul and Vigo", ["Vigo"])).toEqual(["Vigo=0"]);
  });

  it("marks nothing for names of one letter or of blanks", () => {
    expect(marked("A quay", ["a"], ["  "])).toEqual([]);
  });
});
