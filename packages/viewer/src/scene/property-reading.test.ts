import { DateValue, Float } from "@redthread/core/graph";
import { describe, expect, it } from "vitest";
import { readCount, readNumber, readText, readTexts } from "./property-reading.js";

describe("properties of a graph", () => {
  it.each([
    [0, "1970-01-01"],
    [-1, "1969-12-31"],
    [19_782, "2024-02-29"],
    [20_801, "2026-12-14"],
  ])("reads day %d as %s", (day, text) => {
    expect(readText(new DateValue(day))).toBe(text);
  });

  it("reads wrapped floats, integers and bigints as numbers and texts as none", () => {
    expect([new Float(0.5), 3, 7n, "4"].map(readNumber)).toEqual([0.5, 3, 7, null]);
  });

  it("reads a list, a lone text and nothing as lists", () => {
    expect([["a", "", "b"], "c", undefined].map(readTexts)).toEqual([["a", "b"], ["c"], []]);
  });

  it("counts what is listed and takes a number as it is", () => {
    expect([["x", "y"], 3, undefined].map(readCount)).toEqual([2, 3, null]);
  });
});
