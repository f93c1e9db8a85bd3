import { describe, expect, it } from "vitest";
import { smallPack } from "../../../../../tests/support/small-pack.js";
import { linksOf } from "../testing/extract-links.js";
import { compileRuleBook } from "../view/rule-book.js";

const book = compileRuleBook(smallPack());
const parts = (...lines: string[]) => linksOf(book, lines, /^PART_OF$/);

describe("nestedParts", () => {
  it.each([
    [
      "The {Agency:Harbour Police@gr} agreed. The {Agency:Harbour Police's Diving Unit@gr} was there.",
      "Harbour Police's Diving Unit PART_OF Harbour Police",
    ],
    [
      "The {Network:Salt Ring} is feared. The {Network:Volos chapter of the Salt Ring} hides.",
      "Volos chapter of the Salt Ring PART_OF Salt Ring",
    ],
    [
      "The {Agency:HGX@gr} agreed. The {Agency:HGX Serious Crime team@gr} was there.",
      "HGX Serious Crime team PART_OF HGX",
    ],
    ["The {Agency:HGX@gr} agreed. The {Agency:Volos HGX@gr} was there.", "Volos HGX PART_OF HGX"],
  ])("ties a name to the one it holds: %s", (line, link) => {
    expect(parts(line)).toEqual([link]);
  });

  it("ties no name to one of another kind", () => {
    expect(
      parts("{Person:Ole Lund} fled. The {Network:Men of Ole Lund} hide in {Place:Volos@gr}."),
    ).toEqual([]);
  });
});
