import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold, foldName } from "./fold.js";

describe("fold", () => {
  it.each([
    ["Şırnak", "sirnak"],
    ["İZMİR", "izmir"],
    ["Sana'a", "sanaa"],
    ["Łódź", "lodz"],
    ["Ñuñoa", "nunoa"],
    ["Thượng", "thuong"],
  ])("folds %s", (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it("changes nothing the second time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
});

describe("foldName", () => {
  it.each([
    ["Al-Qa'im (Iraq)", "al qaim iraq"],
    ["U.S. Coast Guard", "us coast guard"],
    ["Smith & Sons, Ltd.", "smith and sons ltd"],
  ])("folds %s", (text, folded) => {
    expect(foldName(text)).toBe(folded);
  });
});
