import { describe, expect, it } from "vitest";
import { pluralOf } from "./plural.js";

describe("pluralOf", () => {
  it.each([
    ["leader", "leaders"],
    ["boss", "bosses"],
    ["ally", "allies"],
    ["boy", "boys"],
    ["branch", "branches"],
    ["right-hand man", "right-hand men"],
    ["spokeswoman", "spokeswomen"],
    ["wife", "wives"],
    ["brother-in-law", "brothers-in-law"],
    ["clan", "clans"],
  ])("of %s is %s", (noun, plural) => {
    expect(pluralOf(noun)).toBe(plural);
  });
});
