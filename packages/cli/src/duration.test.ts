import { describe, expect, it } from "vitest";
import { readDuration } from "./duration.js";

describe("readDuration", () => {
  it.each([
    ["1", 1_000],
    ["1s", 1_000],
    ["0.25", 250],
    [".5s", 500],
    ["500ms", 500],
    ["2m", 120_000],
  ])("reads `%s` as %i milliseconds", (text, milliseconds) => {
    expect(readDuration(text)).toBe(milliseconds);
  });

  it.each(["0", "0ms", "-1", "", "s", "1h", "1 s", "Infinity", "1e3", "1..5"])(
    "refuses `%s` and names the units",
    (text) => {
      expect(() => readDuration(text)).toThrow(/seconds, such as 30 or 1\.5s, or 500ms, or 2m/);
    },
  );
});
