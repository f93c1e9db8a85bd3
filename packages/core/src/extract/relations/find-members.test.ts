import { describe, expect, it } from "vitest";
import { smallPack } from "../../../../../tests/support/small-pack.js";
import { linksOf } from "../testing/extract-links.js";
import { compileRuleBook } from "../view/rule-book.js";

const book = compileRuleBook(smallPack());
const members = (...lines: string[]) => linksOf(book, lines, /^AFFILIATED_WITH$/);

describe("findMembers", () => {
  it("gives the leader of a group told before to that group", () => {
    expect(
      members("The {Network:Salt Ring} is feared. Its leader, {Person:Ole Lund}, is at large."),
    ).toEqual(["Ole Lund AFFILIATED_WITH Salt Ring"]);
  });

  it("passes over the noun of a group, one of the field among them", () => {
    expect(
      members(
        "The {Network:Salt Ring} is feared. The leader of the cartel, {Person:Ole Lund}, fled.",
      ),
    ).toEqual(["Ole Lund AFFILIATED_WITH Salt Ring"]);
  });

  it("takes no spokesman of a body for the group's", () => {
    expect(
      members(
        "{Agency:Harbour Police@gr} found the load. It was the {Network:Salt Ring}'s, said its spokesman, {Official:Ana Rey}.",
      ),
    ).toEqual([]);
  });
});
