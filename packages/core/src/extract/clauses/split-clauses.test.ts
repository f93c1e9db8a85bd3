import { describe, expect, it } from "vitest";
import { smallPack } from "../../../../../tests/support/small-pack.js";
import { buildItems } from "../stream/build-items.js";
import { readTokens } from "../words/read-tokens.js";
import { splitClauses } from "./split-clauses.js";

const pack = smallPack();

/** The sentence with its clauses parted by `|`; verbs are given by their words. */
const clausesOf = (text: string, verbs: readonly string[] = []): string => {
  const items = buildItems(readTokens(pack.words, text), [], [], []);
  const places = (words: readonly string[]) =>
    new Set(items.flatMap((item, at) => (words.includes(item.word) ? [at] : [])));
  const clauses = splitClauses(items, places(["said"]), places(verbs));
  return items
    .map((item, at) => {
      const opens = at > 0 && clauses[at] !== clauses[at - 1];
      return `${opens ? "| " : ""}${text.slice(item.start, item.end)}`;
    })
    .join(" ");
};

describe("splitClauses", () => {
  it.each([
    ["the crane fell; the pier held", "the crane fell ; | the pier held"],
    ["he said that the pier held", "he said | that the pier held"],
    ["the crane, which was old, fell", "the crane , | which was old , fell"],
    ["the crane (built in 1998) fell", "the crane ( built in 1998 ) fell"],
    ["a clerk and their guide were tired", "a clerk and their guide were tired"],
  ])("parts %j", (text, expected) => {
    expect(clausesOf(text)).toBe(expected);
  });

  it("parts joined sentences that have a verb each, and no joined subjects", () => {
    expect(clausesOf("the crane fell and the pier was shut", ["fell"])).toBe(
      "the crane fell | and the pier was shut",
    );
  });
});
