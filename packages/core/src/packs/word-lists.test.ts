import { describe, expect, it } from "vitest";
import { smallPack } from "../../../../tests/support/small-pack.js";

const { words } = smallPack();

describe("the word lists of a pack", () => {
  it("tell of a word what lists hold it, and of a strange one none", () => {
    expect([...words.listsOf("the")]).toContain("definite_article");
    expect([...words.listsOf("'s")]).toContain("body_possessors");
    expect(words.listsOf("zzyzx").size).toBe(0);
  });

  it.each(["constructor", "toString", "__proto__"])("know no word `%s`", (word) => {
    expect(words.listsOf(word).size).toBe(0);
    expect(words.numbersOf(word)).toEqual({});
  });

  it("tell what a word says as a number", () => {
    expect(words.numbersOf("march")).toEqual({ months: 3 });
  });

  it.each([
    ["^<indefinite_article> ", "an island", true],
    ["^<indefinite_article> ", "another island", false],
    ["^ (?:<town>)?$", null, null],
    ["^(?:old )?<definite_article>$", "old the", true],
    ["^(?<word>x)$", "x", true],
  ] as const)("stand in a pattern %s", (template, text, matches) => {
    if (text === null) expect(() => words.pattern(template)).toThrow("`town`");
    else expect(words.pattern(template).test(text)).toBe(matches);
  });
});
