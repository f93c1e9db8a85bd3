import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutToWidth, displayWidth, padToWidth, wrapToWidth } from "./display-width.js";

describe("displayWidth", () => {
  it.each([
    ["Basra", 5],
    ["re\u0301sume\u0301", 6],
    ["日本", 4],
    ["한글", 4],
    ["عراق", 4],
    ["👩‍🔬", 4],
    ["ｆｕｌｌ", 8],
    ["a–b", 3],
  ])("gives %s %i columns", (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});

describe("cutToWidth", () => {
  it("marks a cut and never exceeds the width", () => {
    expect(cutToWidth("a long name", 6)).toBe("a lon…");
    expect(cutToWidth("日本語", 4)).toBe("日…");
    expect(cutToWidth("short", 5)).toBe("short");
  });
});

describe("padToWidth", () => {
  it("counts columns, not characters", () => {
    expect(padToWidth("日", 4)).toBe("日  ");
  });
});

describe("wrapToWidth", () => {
  it("breaks at spaces and inside words that are too long", () => {
    expect(wrapToWidth("the port of Latakia", 8, 9)).toEqual(["the port", "of", "Latakia"]);
    expect(wrapToWidth("aaaaaaaaaa", 4, 9)).toEqual(["aaaa", "aaaa", "aa"]);
  });

  it("cuts the last line it may use", () => {
    expect(wrapToWidth("one two three four", 5, 2)).toEqual(["one", "two …"]);
  });

  it("keeps every character but spaces, within the width", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("a", "ß", "日", " ") }),
        fc.integer({ min: 2, max: 9 }),
        (text, width) => {
          const lines = wrapToWidth(text.trim(), width, Number.POSITIVE_INFINITY);
          expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
          for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
        },
      ),
    );
  });
});
