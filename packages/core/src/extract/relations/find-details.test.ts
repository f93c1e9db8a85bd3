import { describe, expect, it } from "vitest";
import { smallPack } from "../../../../../tests/support/small-pack.js";
import { extractFacts } from "../extract-document.js";
import { markReport } from "../testing/marked-report.js";
import { compileRuleBook } from "../view/rule-book.js";

const book = compileRuleBook(smallPack());

/** Values of a property, each with the name it is told of. */
const values = (line: string, property: string) => {
  const report = markReport([line], book.schema, "2025-06-18");
  const { entities, claims } = extractFacts(report.document, report.entities, book);
  const names = new Map(entities.map((entity) => [entity.id, entity.name]));
  return claims.flatMap((claim) =>
    claim.kind === "property" && claim.property === property
      ? [[names.get(claim.subject), claim.value]]
      : [],
  );
};

describe("the age of a person", () => {
  it.each([
    ["{Person:Ole Lund}, 31, fled.", 31],
    ["{Person:Ole Lund} (54) fled.", 54],
    ["{Person:Ole Lund}, aged 19, fled.", 19],
    ["{Person:Ole Lund}, a 41-year-old truck driver from {Place:Volos@gr}, fled.", 41],
    ["Police hold 26-year-old {Person:Ole Lund}.", 26],
  ])("stands in %j", (line, age) => {
    expect(values(line, "age")).toEqual([["Ole Lund", age]]);
  });

  it("belongs to the name it stands beside", () => {
    expect(values("{Person:Ole Lund}, 31, and {Person:Kim Ray}, 29, fled.", "age")).toEqual([
      ["Ole Lund", 31],
      ["Kim Ray", 29],
    ]);
  });

  it.each([
    "{Person:Ole Lund}, 15 years in prison, wrote.",
    "{Person:Ole Lund}, 3 sailors and a cook fled.",
    "{Person:Ole Lund}, 17, 18 and 19 pills were found.",
    "{Person:Ole Lund}, father of a 12-year-old girl, fled.",
    "{Person:Ole Lund}, a 20-year-old company, is bankrupt.",
    "{Person:Ole Lund} was given 31 years.",
    "The 16-year-old son of {Person:Ole Lund} fled.",
    "{Network:Salt Ring}, 31, is feared.",
    "In the cell sat {Person:Ole Lund}, 2,000 euros in hand.",
  ])("is not read from %j", (line) => {
    expect(values(line, "age")).toEqual([]);
  });
});

describe("the nationality of a person", () => {
  it.each([
    "{Person:Ole Lund}, a {Country:Syrian@sy=Syria} national, fled.",
    "Police hold a {Country:Syrian@sy=Syria} citizen {Person:Ole Lund}.",
  ])("stands in %j", (line) => {
    expect(values(line, "nationality")).toEqual([["Ole Lund", "sy"]]);
  });

  it.each([
    "{Person:Ole Lund}, a {Country:Syrian@sy=Syria}-{Country:Lebanese@lb=Lebanon} national, fled.",
    "{Person:Ole Lund}, a friend of a {Country:Syrian@sy=Syria} national, fled.",
    "{Person:Ole Lund}, a {Country:Syrian@sy=Syria} broker, fled.",
    "{Person:Ole Lund} met a {Country:Syrian@sy=Syria} national.",
    "The {Country:Syrian@sy=Syria} national newspaper cites {Person:Ole Lund}.",
  ])("is not read from %j", (line) => {
    expect(values(line, "nationality")).toEqual([]);
  });
});
