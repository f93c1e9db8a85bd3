import { buildCase } from "@redthread/core/build";
import { listDisagreements } from "@redthread/core/trace";
import { describe, expect, it } from "vitest";
import { smallPack } from "../support/small-pack.js";
import { relationships } from "./invented-case.js";

const pack = smallPack();

/** A case of two papers that each tell an action in a sentence of their own. */
function build(first: string, second: string) {
  const report = (paper: string, text: string) =>
    new TextEncoder().encode(`Port notes\n\nBy Ada Lund, ${paper}\n9 March 2025\n\n${text}\n`);
  return buildCase(
    [
      { path: "a.txt", bytes: report("Delta Courier", first) },
      { path: "b.txt", bytes: report("Harbour Post", second) },
    ],
    { pack },
  );
}

const actionsOf = ({ resolution }: ReturnType<typeof build>) =>
  resolution.entities.filter((entity) => entity.type === "Operation");

const TOLD =
  "Iraqi police seized 230,000 Captagon pills in Damascus on 3 March 2025 and arrested seven men.";
const tellAs = (from: string, to: string): string => TOLD.replace(from, to);

describe("two tellings that disagree in one slot", () => {
  it.each<[string, string, string, string]>([
    ["the amount", tellAs("230,000", "320,000"), "seized Captagon", "conflict"],
    [
      "the unit",
      tellAs("230,000 Captagon pills", "230 kilograms of Captagon"),
      "seized Captagon",
      "different definition",
    ],
    ["the day, by one", tellAs("3 March", "4 March"), "date", "conflict"],
    ["the arrests", tellAs("seven men", "nine men"), "arrested", "conflict"],
    ["the goods", tellAs("Captagon pills", "tramadol pills"), "goods", "conflict"],
    ["the body", tellAs("Iraqi police", "The Iraqi army"), "body", "conflict"],
    [
      "a bound that the figure fits",
      tellAs("230,000", "more than 200,000"),
      "seized Captagon",
      "bound and exact",
    ],
    [
      "a bound that it breaks",
      tellAs("230,000", "more than 400,000"),
      "seized Captagon",
      "conflict",
    ],
    ["a round figure", tellAs("230,000", "about 225,000"), "seized Captagon", "approximate"],
    ["arrests, at least", tellAs("seven men", "at least ten men"), "arrested", "conflict"],
  ])("%s: one action, and both told", (_, second, what, verdict) => {
    const built = build(TOLD, second);
    expect(actionsOf(built)).toHaveLength(1);
    const found = listDisagreements(built.graph, pack.schema, built.claims);
    expect(found.map((one) => [one.what, one.verdict])).toEqual([[what, verdict]]);
    const papers = found.flatMap(({ values }) =>
      values.flatMap(({ statements }) => statements.map(({ quote }) => quote.publisher)),
    );
    expect(new Set(papers)).toEqual(new Set(["Delta Courier", "Harbour Post"]));
  });

  it("the province for its town: one action", () => {
    const first = tellAs("Damascus", "Basra province").replaceAll("7 men", "seven men");
    const built = build(first, tellAs("in Damascus", "in Iraq"));
    expect(actionsOf(built)).toHaveLength(1);
  });

  it("counts what was seized once", () => {
    const { graph } = build(TOLD, tellAs("230,000", "320,000"));
    expect(relationships(graph, "SEIZED")).toMatchObject([
      { told: ["230,000 pills", "320,000 pills"], verdict: "conflict", conflict: true },
    ]);
  });
});

describe("two actions that look alike", () => {
  it.each([
    ["another town", tellAs("Damascus", "Homs")],
    ["another week", tellAs("3 March", "10 March")],
    ["the next day, with another haul", tellAs("3 March", "4 March").replace("230,000", "90,000")],
    ["two days on", tellAs("3 March", "5 March")],
    ["another town and body", tellAs("Damascus", "Homs").replace("Iraqi police", "Syrian customs")],
    ["another state", tellAs("Damascus", "Erbil")],
    ["haul and arrests both otherwise", tellAs("230,000", "11,000").replace("seven", "two")],
    [
      "other goods and another haul",
      tellAs("230,000 Captagon pills", "40 kilograms of hashish").replace("seven", "two"),
    ],
    [
      "another town of the same figures",
      tellAs("Damascus", "Homs").replace("seven men", "seven people"),
    ],
    ["another year", tellAs("2025", "2024")],
  ])("%s: two actions", (_, second) => {
    expect(actionsOf(build(TOLD, second))).toHaveLength(2);
  });
});

describe("a correction", () => {
  it("puts the figure right, and what was told stays to be seen", () => {
    const { graph } = build(
      TOLD,
      "Correction: Iraqi police seized 23,000 Captagon pills in Damascus on 3 March 2025, not 230,000 as Delta Courier reported.",
    );
    expect(relationships(graph, "SEIZED")).toMatchObject([
      {
        amount: 23_000,
        told: ["23,000 pills", "230,000 pills"],
        toldStanding: ["shown", "corrected"],
      },
    ]);
  });
});
