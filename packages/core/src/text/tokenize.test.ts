import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tokenize } from "./tokenize.js";

const words = (text: string): string[] => tokenize(text).map((token) => token.text);

describe("tokenize", () => {
  it.each([
    ["The harbour's crane", ["The", "harbour", "'s", "crane"]],
    ["US-backed U.S. pilots", ["US", "-", "backed", "U.S.", "pilots"]],
    ["Sana'a, 2.5 t (61,000)", ["Sana'a", ",", "2.5", "t", "(", "61,000", ")"]],
    ["the pilots’ mess", ["the", "pilots", "’", "mess"]],
    ["Washington D.C. at 4 a.m.", ["Washington", "D.C.", "at", "4", "a.m."]],
    ["600km; Radio24.", ["600", "km", ";", "Radio24", "."]],
    ["", []],
  ])("splits %j", (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it("folds words for comparison and leaves signs empty", () => {
    expect(tokenize("Şırnak, U.S.").map((token) => token.folded)).toEqual(["sirnak", "", "us"]);
  });

  it("gives encoded runs no folded form", () => {
    expect(tokenize("Ab".repeat(50)).map((token) => token.folded)).toEqual([""]);
  });

  it("covers every sign that is no blank, in order", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const tokens = tokenize(text);
        let at = 0;
        for (const token of tokens) {
          expect(text.slice(at, token.start).trim()).toBe("");
          expect(text.slice(token.start, token.end)).toBe(token.text);
          expect(token.end).toBeGreaterThan(token.start);
          at = token.end;
        }
        expect(text.slice(at).trim()).toBe("");
      }),
    );
  });
});
