import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { smallPack } from "../../../../../tests/support/small-pack.js";
import { readTokens } from "../words/read-tokens.js";
import { numberStyle, parseDigits } from "./parse-digits.js";
import { kilogramsOf } from "./quantity-item.js";
import { compileQuantityLexicon } from "./quantity-lexicon.js";
import { scanQuantities } from "./scan-quantities.js";

const pack = smallPack();
const lexicon = compileQuantityLexicon(pack.wording.units, pack.wording.cues.quantity);
const scan = (text: string) =>
  scanQuantities(readTokens(pack.words, text), lexicon, numberStyle(text));
const brief = (text: string) =>
  scan(text).map(({ value, unit, qualifier }) => [value, unit, qualifier]);

describe("scanQuantities", () => {
  it.each([
    ["The crane lifted two and a half tonnes of grain.", [[2.5, "t", "eq"]]],
    ["They counted 816\u202f000 postcards.", [[816000, null, "eq"]]],
    ["between 12.8 and 13.0 kilograms of tea", [[12.8, "kg", "range"]]],
    ["half a million stamps", [[500000, null, "eq"]]],
    ["40\u00a0–\u00a045\u00a0kg of rope", [[40, "kg", "range"]]],
    ["a tonne and a half of coal", [[1.5, "t", "eq"]]],
    ["nearly a tonne of coal", [[1, "t", "lte"]]],
    [
      "a dozen bags weighing 1,5 kg",
      [
        [12, "packages", "eq"],
        [1.5, "kg", "eq"],
      ],
    ],
    ["14 tons, 20 kilograms, and 17 grams of sand", [[14020.017, "kg", "eq"]]],
    ["1 tonne 120 kg of salt", [[1120, "kg", "eq"]]],
    ["2 tonnes 314 kilos", [[2314, "kg", "eq"]]],
    [
      "1.2m tickets and $38m",
      [
        [1200000, null, "eq"],
        [38000000, "USD", "eq"],
      ],
    ],
    ["hundreds of kilograms of paper", [[null, "kg", "approx"]]],
    ["several kilograms of paper", [[null, "kg", "approx"]]],
    ["more than 1,200 visitors", [[1200, null, "gte"]]],
    ["at least a dozen guides", [[12, null, "gte"]]],
    [
      "forty-nine members and 17 guests",
      [
        [49, null, "eq"],
        [17, null, "eq"],
      ],
    ],
    ["two hundred and fifty thousand visitors", [[250000, null, "eq"]]],
    ["some 400 to 600 gulls", [[400, null, "range"]]],
    ["450,000 or so labels", [[450000, null, "approx"]]],
    ["3.4 million euros", [[3400000, "EUR", "eq"]]],
    ["a quarter of a million coins", [[250000, null, "eq"]]],
    ["100kg of crates", [[100, "kg", "eq"]]],
    ["a 2-tonne load", [[2, "t", "eq"]]],
    [
      "a share of 41 percent, or 3%",
      [
        [41, "%", "eq"],
        [3, "%", "eq"],
      ],
    ],
    ["Rs 200 crore", [[2000000000, "INR", "eq"]]],
    ["a 9 mm screw", [[9, "calibre-is-mm", "eq"]]],
    ["a guard and a boat", []],
    ["the F-16, the M5 and version 3.4.5.6", []],
    ["up to 300 boats", [[300, null, "lte"]]],
    ["10 000 to 12 000 lamps", [[10000, null, "range"]]],
  ])("reads %j", (text, expected) => {
    const wanted = expected.map(([value, unit, qualifier]) => [
      value,
      unit === "calibre-is-mm" ? "other" : unit,
      qualifier,
    ]);
    expect(brief(text)).toEqual(wanted);
  });

  it("keeps both bounds of a range and the bound of an inequality", () => {
    expect(scan("between 12.8 and 13.0 kg")[0]).toMatchObject({ low: 12.8, high: 13 });
    expect(scan("more than 5 kg")[0]).toMatchObject({ value: 5, low: 5, high: null });
  });

  it("weighs in kilograms whatever the unit", () => {
    expect(scan("2.5 tonnes, then 500 grams").map(kilogramsOf)).toEqual([2500, 0.5]);
  });

  it("covers exactly the text it read", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 999_999_999 }), (value) => {
        const text = `They moved ${value} kg of cement.`;
        const [found] = scan(text);
        expect(found?.value).toBe(value);
        expect(text.slice(found?.start, found?.end)).toBe(`${value} kg`);
      }),
    );
  });
});

describe("parseDigits", () => {
  it.each([
    ["1,200", "point", 1200],
    ["0,750", "point", 0.75],
    ["1.250,5", "point", 1250.5],
    ["1.860", "comma", 1860],
    ["1.860", "point", 1.86],
    ["12,34,567", "point", 1234567],
    ["17.09.2024", "point", null],
    ["4".repeat(4000), "point", null],
  ] as const)("reads %s in %s style as %s", (digits, style, value) => {
    expect(parseDigits(digits, style)).toBe(value);
  });

  it("takes the style from a number that proves it", () => {
    expect(numberStyle("il pesait 2,63 tonnes")).toBe("comma");
    expect(numberStyle("It weighed 1,200 pounds, 45 in all")).toBe("point");
  });
});
