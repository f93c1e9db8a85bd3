import { describe, expect, it } from "vitest";
import { smallPack } from "../../../../../tests/support/small-pack.js";
import { extractFacts } from "../extract-document.js";
import { markReport } from "../testing/marked-report.js";
import { compileRuleBook } from "../view/rule-book.js";
import { checkDigitFits } from "./check-digits.js";
import { scanIdentifiers } from "./scan-identifiers.js";

const pack = smallPack();
const book = compileRuleBook(pack);

const read = (text: string) =>
  scanIdentifiers(text, { start: 0, end: text.length }, book.identifiers).map(
    ({ kind, value, isRight }) => [kind.kind, value, isRight],
  );

function told(line: string) {
  const { document, entities } = markReport(["# Note", line], book.schema, "2025-06-18");
  const found = extractFacts(document, entities, book);
  const names = new Map(found.entities.map(({ id, name }) => [id, name]));
  return {
    things: found.entities.filter(({ role }) => role === "identifier"),
    links: found.claims.flatMap((claim) =>
      claim.kind === "relation" && claim.type === "HAS_IDENTIFIER"
        ? [[names.get(claim.subject), names.get(claim.object), claim.evidence[0].quote]]
        : [],
    ),
  };
}

describe("check digits", () => {
  it("prove a number that was copied right, and none with two digits changed about", () => {
    expect(checkDigitFits("imo", "9321483")).toBe(true);
    expect(checkDigitFits("imo", "9321843")).toBe(false);
    expect(checkDigitFits("iso6346", "CSQU3054383")).toBe(true);
    expect(checkDigitFits("iso6346", "CSQU3054838")).toBe(false);
    expect(checkDigitFits("iban", "GB29NWBK60161331926819")).toBe(true);
    expect(checkDigitFits("iban", "GB29NWBK60161331926891")).toBe(false);
    expect(checkDigitFits("none", "1")).toBe(null);
  });
});

describe("scanIdentifiers", () => {
  it.each([
    ["the ship with IMO number 9321483", [["imo", "9321483", true]]],
    ["the ship with IMO no. 9321843", [["imo", "9321843", false]]],
    ["MMSI: 271000123", [["mmsi", "271000123", null]]],
    ["loaded into CSQU 305438 3 at night", [["container", "CSQU3054383", true]]],
    ["paid to GB29 NWBK 6016 1331 9268 19 TODAY", [["iban", "GB29NWBK60161331926819", true]]],
    [
      "phones +49 151 5550 042 and 0049 151 5550 043",
      [
        ["phone", "+491515550042", null],
        ["phone", "+491515550043", null],
      ],
    ],
    ["a truck, 34 KLM 207, was stopped", [["plate-tr", "34KLM207", null]]],
    ["in case no. 007142 of the court", [["case", "007142", null]]],
  ])("reads %s", (text, numbers) => {
    expect(read(text)).toEqual(numbers);
  });

  it.each([
    "They seized 9321483 pills",
    "IMO members met; 9321483 pills were seized",
    "the bill of 34 KLM 207 pages",
    "lot ABCU1234567 was sold",
    "code GB29 NWBK 6016 1331 9268 91",
    "a score of +49 151 5550 042 points",
    "flight AB12 left on 12/2024",
  ])("reads no number in: %s", (text) => {
    expect(read(text)).toEqual([]);
  });
});

describe("a megabyte of what is nearly a number", () => {
  // A form whose signs may be shared out in many ways takes minutes here.
  it.each([
    ["+1222222222222222222222222222222222222222222222222222222222 "],
    ["+1 22 22 22 22 22 22 222222x "],
    ["AB12AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA "],
    ["AB12 AAAA AAAA AAAA AAAA AAAA AAAAA "],
    ["GB29 NWBK 6016 1331 9268 1A "],
  ])("holds none: %s", (piece) => {
    expect(read(piece.repeat(Math.ceil(1_000_000 / piece.length)))).toEqual([]);
  });
});

describe("identifiers", () => {
  it("belong to the vessel, person or body right before them, with the sentence as proof", () => {
    const line =
      "The {Vessel:Amber Dawn} (IMO 9321483) was owned by {Person:Kim Ray}, phone +49 151 5550 042.";
    const { links } = told(line);
    const quote = "The Amber Dawn (IMO 9321483) was owned by Kim Ray, phone +49 151 5550 042.";
    expect(links).toEqual([
      ["Amber Dawn", "IMO 9321483", quote],
      ["Kim Ray", "Telephone +491515550042", quote],
    ]);
  });

  it("belong to nobody over other words, and to nothing of another kind", () => {
    expect(
      told("{Person:Kim Ray} sent the money to account GB29NWBK60161331926819.").links,
    ).toEqual([]);
    expect(told("{Person:Kim Ray}, IMO 9321483, was named.").links).toEqual([]);
    expect(told("{Person:Kim Ray}, account GB29NWBK60161331926819, paid.").links).toHaveLength(1);
  });

  it("share a key between reports only where the number is proven and its register is one", () => {
    const keys = (line: string) => told(line).things.map(({ key }) => key);
    const [first] = keys("Seen: IMO 9321483.");
    expect(keys("The ship had IMO number 9321483 on it.")).toEqual([first]);
    const wrong = [
      ...keys("Seen: IMO 9321843."),
      ...keys("The ship had IMO number 9321843 on it."),
    ];
    expect(new Set(wrong).size).toBe(2);
    const cases = [...keys("Seen: case 007142."), ...keys("The court took case no. 007142 up.")];
    expect(new Set(cases).size).toBe(2);
  });

  it("say that a check digit is wrong", () => {
    expect(told("Seen: IMO 9321843.").things.map(({ attributes }) => attributes)).toEqual([
      { scheme: "imo", value: "9321843", checkDigit: "wrong" },
    ]);
  });
});
