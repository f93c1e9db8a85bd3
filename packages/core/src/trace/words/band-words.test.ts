import { describe, expect, it } from "vitest";
import { allBands, bandsInWords, bandsOf } from "./band-words.js";

const measured = {
  set: "harbour reports",
  bands: {
    confirmed: { n: 40, right: 39 },
    likely: { n: 1200, right: 1010 },
    candidate: { n: 0, right: 0 },
  },
};

describe("the words for how sure a link is", () => {
  it.each([
    [[0.9], ["confirmed (right 39 of 40 on harbour reports)"]],
    [[0.7], ["likely (right 1,010 of 1,200 on harbour reports)"]],
    [[0.1], ["candidate (not measured)"]],
    [
      [0.61, 0.99, 0.84],
      [
        "confirmed (right 39 of 40 on harbour reports)",
        "likely (right 1,010 of 1,200 on harbour reports)",
      ],
    ],
    [[], []],
  ])("tell what those of %j were worth, surest first, each once", (confidences, words) => {
    expect(bandsOf(confidences, { measured }).map(({ inWords }) => inWords)).toEqual(words);
  });

  it("say so where a field has measured nothing", () => {
    expect(bandsOf([0.9], {})).toEqual([
      {
        band: "confirmed",
        from: 0.85,
        set: null,
        judged: 0,
        right: 0,
        inWords: "confirmed (not measured)",
      },
    ]);
  });

  it("stand in one sentence under an answer, and in none where nothing is linked", () => {
    expect(bandsInWords(bandsOf([0.7, 0.9], { measured }))).toBe(
      "Links so called, when last measured: confirmed (right 39 of 40 on harbour reports); likely (right 1,010 of 1,200 on harbour reports).",
    );
    expect(bandsInWords([])).toBe("");
  });

  it("stand all three in a key", () => {
    expect(allBands({ measured }).map(({ band, from }) => [band, from])).toEqual([
      ["confirmed", 0.85],
      ["likely", 0.6],
      ["candidate", 0],
    ]);
  });
});
