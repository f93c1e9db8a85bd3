import { describe, expect, it } from "vitest";
import { smallPack } from "../../../../../tests/support/small-pack.js";
import { linksOf } from "../testing/extract-links.js";
import { compileRuleBook } from "../view/rule-book.js";

const book = compileRuleBook(smallPack());
const legs = (...lines: string[]) =>
  linksOf(book, lines, /^SMUGGLED_/).map((link) => link.replace("SMUGGLED_", ""));

describe("findRoutes on goods told before", () => {
  it("gives a noun with an article the only drug of the sentences before, over paragraphs", () => {
    const before = "Guards at {Place:Narvik@no} found 40 kg of {Drug:ketamine} on Monday.";
    expect(
      legs(before, "Nobody was hurt.", "The bales had come from {Place:Doha@qa}, it is said."),
    ).toEqual(["ketamine FROM Doha"]);
  });

  it("never gives that drug to goods nobody told of", () => {
    const before = "Guards found 40 kg of {Drug:ketamine} on Monday.";
    const after = "Later several kilos of drugs were smuggled from {Country:Malta@mt}.";
    expect(legs(before, "Nobody was hurt.", after)).toEqual([]);
  });

  it("gives no drug where the sentences before name two", () => {
    const before = "Guards found {Drug:ketamine} and {Drug:opium} on Monday.";
    expect(legs(before, "Nobody was hurt.", "The bales had come from {Place:Doha@qa}.")).toEqual(
      [],
    );
  });

  it("takes no journey of a person for one of goods named behind it", () => {
    const before = "Guards found 40 kg of {Drug:ketamine} on Monday.";
    const after = "{Official:Ana Rey} flew to {Place:Bergen@no} to see the drugs burn.";
    expect(legs(before, after)).toEqual([]);
  });
});

describe("findRoutes on ends of a journey", () => {
  it.each([
    [
      "It holds {Drug:opium} and was bound for {Place:Bergen@no} and, from there, for {Country:Iceland@is} and {Country:Malta@mt}.",
      ["opium TO Iceland (planned)", "opium TO Malta (planned)", "opium VIA Bergen (planned)"],
    ],
    ["3 kg of {Drug:opium} lay in a {Country:Malta@mt}-bound lorry.", ["opium TO Malta (planned)"]],
    [
      "The {Drug:opium} was meant for a dealer in {Place:Bergen@no}.",
      ["opium TO Bergen (planned)"],
    ],
    [
      "The {Drug:opium} came from {Place:Doha@qa} at the port of {Place:Bergen@no}.",
      ["opium FROM Doha"],
    ],
    [
      "Officers followed the {Drug:opium} from {Place:Doha@qa} to {Place:Bergen@no}.",
      ["opium FROM Doha", "opium VIA Bergen"],
    ],
  ])("reads %j", (sentence, expected) => {
    expect(legs(sentence)).toEqual(expected);
  });

  it.each([
    [
      "{Country:Malta@mt} is a stop for {Country:Greek@gr=Greece} {Drug:opium} and for {Drug:ketamine} arriving from {Place:Doha@qa}.",
      ["ketamine FROM Doha", "opium FROM Greece"],
    ],
    [
      "{Country:Malta@mt} has become a transit point for {Drug:opium}, clerks say.",
      ["opium VIA Malta"],
    ],
    [
      "{Country:Malta@mt} foils {Drug:opium} shipment to {Place:Bergen@no}.",
      ["opium TO Bergen (attempted)"],
    ],
    ["The {Drug:opium} needs cooks, who come from {Place:Doha@qa}.", []],
    ["A man with 3 kg of {Drug:opium} was arrested from {Place:Doha@qa}.", []],
    ["The {Drug:opium} trade was directed from {Place:Doha@qa}.", []],
    ["{Country:Malta@mt} is not a transit point for {Drug:opium}.", ["opium VIA Malta (denied)"]],
  ])("reads of each drug only what is told of it: %j", (sentence, expected) => {
    expect(legs(sentence)).toEqual(expected);
  });

  it("makes a stop of the end that the next sentence goes on from", () => {
    const found = legs(
      "The {Drug:opium} was trucked to {Place:Bergen@no}. From there the load was shipped to {Country:Iceland@is}.",
    );
    expect(found).toEqual(["opium TO Iceland", "opium VIA Bergen"]);
  });
});

describe("findRoutes on the place of a catch", () => {
  it("makes a stop of the port beside the catch", () => {
    expect(
      legs(
        "{Agency:Harbour Police@gr} seized 3 kg of {Drug:heroin} in the port of {Place:Volos@gr}.",
      ),
    ).toEqual(["heroin VIA Volos"]);
  });

  it.each([
    "{Agency:Harbour Police@gr} seized 3 kg of {Drug:heroin} in {Place:Volos@gr}.",
    "{Agency:Harbour Police@gr} of the northern coast, who had met nobody all night, in the end seized 3 kg of {Drug:heroin} near {Place:Volos@gr}, as the men of the northern shore were told by their friends of the port.",
  ])("makes none of a town in %j", (sentence) => {
    expect(legs(sentence)).toEqual([]);
  });
});

describe("findRoutes on two journeys of one sentence", () => {
  const stages = (line: string) => linksOf(book, [line], /^(?:VIA|TO)$/);

  it("keeps apart what two carriers move on ways of their own", () => {
    expect(
      stages(
        "{Network:Ash Ring} carries {Drug:opium} through {Country:Malta@mt} to {Place:Bergen@no}, and {Network:Tar Ring} carries it through {Country:Iceland@is} to {Place:Doha@qa}.",
      ),
    ).toEqual([
      "opium via Iceland to Doha TO Doha",
      "opium via Iceland to Doha VIA Iceland",
      "opium via Malta to Bergen TO Bergen",
      "opium via Malta to Bergen VIA Malta",
    ]);
  });

  it("keeps together what one carrier moves over several stages", () => {
    expect(
      stages(
        "{Network:Ash Ring} carries {Drug:opium} through {Country:Malta@mt} to {Place:Bergen@no} and carries it on to {Place:Doha@qa}.",
      ),
    ).toEqual([
      "opium via Malta, Bergen to Doha TO Doha",
      "opium via Malta, Bergen to Doha VIA Bergen",
      "opium via Malta, Bergen to Doha VIA Malta",
    ]);
  });
});
