import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countInvisible, foldText, visible } from "./invisible.js";

describe("text without what prints nothing", () => {
  it.each([
    ["a joiner", "Ba\u200dsra"],
    ["a non-joiner", "Ba\u200csra"],
    ["a space of no width", "Ba\u200bsra"],
    ["a soft hyphen", "Ba\u00adsra"],
    ["a byte order mark inside", "Ba\ufeffsra"],
    ["a variation selector", "Ba\ufe0fsra"],
    ["a mark of direction", "\u202eBasra\u202c"],
    ["a tag outside the first plane", "Ba\u{e0067}sra"],
  ])("leaves out %s", (_what, text) => {
    expect(visible(text)).toBe("Basra");
    expect(countInvisible(text)).toBe([...text].length - 5);
  });

  it("is the text itself where everything prints", () => {
    expect(foldText("Şırnak, دهوك – 5 kg")).toBeNull();
  });

  it("leads from each stretch to the letters it stands for, and back", () => {
    const sign = fc.constantFrom("a", "b", " ", "\u200b", "\u{e0067}", "\ufe0f");
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 30 }), fc.nat(), fc.nat(), (signs, a, b) => {
        const text = signs.join("");
        const folded = foldText(text);
        if (folded === null || folded.text === "") return;
        const start = a % folded.text.length;
        const span = { start, end: start + 1 + (b % (folded.text.length - start)) };
        const whole = folded.whole(span);
        const quote = text.slice(whole.start, whole.end);
        expect(visible(quote)).toBe(folded.text.slice(span.start, span.end));
        expect(visible(quote.charAt(0) + quote.slice(-1))).toHaveLength(2);
        expect(folded.folded(whole)).toEqual(span);
      }),
    );
  });
});
