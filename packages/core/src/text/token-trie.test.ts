import { describe, expect, it } from "vitest";
import { TokenTrie, trieKey } from "./token-trie.js";
import { tokenize } from "./tokenize.js";

const trie = new TokenTrie<string>();
for (const name of ["Old Pier", "Old Pier Museum", "Al-Mina", "St. Anne", "Pier"]) {
  trie.add(trieKey(tokenize(name)), name);
}
const longest = (text: string, from = 0) => trie.longestAt(tokenize(text), from)?.values;

describe("TokenTrie", () => {
  it.each([
    ["the OLD pier museum", 1, ["Old Pier Museum"]],
    ["old pier house", 0, ["Old Pier"]],
    ["Al Mina", 0, ["Al-Mina"]],
    ["al-Mina", 0, ["Al-Mina"]],
    ["St Anne", 0, ["St. Anne"]],
    ["St. Anne", 0, ["St. Anne"]],
    ["old. Pier", 0, ["Old Pier"]],
    ["older pier", 0, undefined],
  ])("finds the longest entry in %j", (text, from, values) => {
    expect(longest(text, from)).toEqual(values);
  });

  it("lists every entry at a token, shortest first", () => {
    const found = trie.matchesAt(tokenize("Old Pier Museum"), 0);
    expect(found.map((match) => match.values)).toEqual([["Old Pier"], ["Old Pier Museum"]]);
  });

  it("keeps several values of one name apart", () => {
    const twins = new TokenTrie<number>();
    twins.add(["mina"], 1);
    twins.add(["mina"], 2);
    twins.add([], 3);
    expect(twins.longestAt(tokenize("Mina"), 0)?.values).toEqual([1, 2]);
  });
});
