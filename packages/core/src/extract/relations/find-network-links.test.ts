import { describe, expect, it } from "vitest";
import { smallPack } from "../../../../../tests/support/small-pack.js";
import { linksOf } from "../testing/extract-links.js";
import { compileRuleBook } from "../view/rule-book.js";

const book = compileRuleBook(smallPack());
const links = (...lines: string[]) => linksOf(book, lines, /^(?:TRAFFICS|OPERATES_IN)$/);

describe("findNetworkLinks", () => {
  it("lets an unnamed group be active where the action hit it, with what was caught", () => {
    expect(
      links(
        "{Agency:Harbour Police@gr} dismantled a network in {Place:Volos@gr} and seized 3 kg of {Drug:heroin}.",
      ),
    ).toEqual([
      "network dismantled in Volos OPERATES_IN Volos",
      "network dismantled in Volos TRAFFICS heroin",
    ]);
  });

  it.each([
    "{Agency:Harbour Police@gr} seized 3 t of {Drug:opium} off {Place:Volos@gr}. The cargo was the property of the {Network:Salt Ring}.",
    "A man was sentenced in {Place:Volos@gr} to 12 years for smuggling on behalf of the {Network:Salt Ring}.",
    "In {Place:Volos@gr} {Agency:Harbour Police@gr} feared the {Network:Salt Ring}.",
    "The {Network:Salt Ring} moved the crates by night, investigators in {Place:Volos@gr} believe.",
  ])("lets a named one be active nowhere for %j", (line) => {
    expect(links(line).filter((link) => link.includes("OPERATES_IN"))).toEqual([]);
  });

  it.each([
    [
      "The {Network:Salt Ring}, led from abroad by {Person:Ole Lund}, collect {Drug:opium} at night, and ship it to {Place:Oslo@no}.",
      ["Salt Ring TRAFFICS opium"],
    ],
    [
      "The {Drug:opium} belonging to the {Network:Salt Ring} lay there.",
      ["Salt Ring TRAFFICS opium"],
    ],
    ["The {Network:Salt Ring} is feared; police brought {Drug:opium} to court.", []],
    ["The {Network:Salt Ring} burns {Drug:opium} when it finds any.", []],
    ["The {Network:Salt Ring} never sold {Drug:opium}.", []],
  ])("reads the trade of a group: %j", (line, expected) => {
    expect(
      links(line).filter((link) => link.includes("TRAFFICS") && !link.includes("denied")),
    ).toEqual(expected);
  });

  it("takes the gang of the next sentence for the one just named", () => {
    const lines =
      "The {Network:Salt Ring} is feared. Last year the gang shipped 3 t of {Drug:opium}.";
    expect(links(lines)).toEqual(["Salt Ring TRAFFICS opium"]);
  });

  it("takes the gang for none where two were named", () => {
    const lines =
      "The {Network:Salt Ring} and the {Network:Tar Band} are feared. Last year the gang shipped 3 t of {Drug:opium}.";
    expect(links(lines)).toEqual([]);
  });

  it("lets no group be active where men with alleged links to it were caught", () => {
    const lines =
      "{Agency:Harbour Police@gr} seized 3 t of {Drug:opium} at {Place:Volos@gr}. Four men suspected of links to a network were arrested.";
    expect(links(lines).filter((link) => link.includes("OPERATES_IN"))).toEqual([]);
  });

  it("lets a named one be active where it was broken up", () => {
    expect(
      links("{Agency:Harbour Police@gr} dismantled the {Network:Salt Ring} in {Place:Volos@gr}."),
    ).toContain("Salt Ring OPERATES_IN Volos");
  });
});
