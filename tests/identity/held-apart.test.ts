import { createExtractor, readDocument, resolve } from "@redthread/core/build";
import { describe, expect, it } from "vitest";
import { narcoticsPack } from "../support/read-pack.js";

/** What was decided between things of one report or two whose names hold two words. */
function outcomesOf(first: string, second: string, reports: readonly string[]): readonly string[] {
  const pack = narcoticsPack();
  const extract = createExtractor(pack);
  const extractions = reports.map((text, at) =>
    extract(
      readDocument(
        { path: `${at}.txt`, bytes: new TextEncoder().encode(`Note\n\n3 March 2025\n\n${text}\n`) },
        { pack },
      ),
    ),
  );
  return resolve(extractions, [], pack)
    .decisions.filter(({ a, b }) => [a, b].some((id) => id.includes(first)))
    .filter(({ a, b }) => [a, b].some((id) => id.includes(second)))
    .map(({ outcome }) => outcome);
}

describe("what two reports call alike", () => {
  it.each([
    [
      "gangs of one word in two states",
      "zorzal",
      [
        "The Zorzal gang robbed trucks near Lagos, Nigeria.",
        "The Zorzal gang shot two men in Kingston, Jamaica.",
      ],
    ],
    [
      "criminal courts of two towns",
      "criminal-court",
      [
        "Iraq's Criminal Court in Basra sentenced four dealers.",
        "Iraq's Criminal Court in Mosul sentenced two dealers.",
      ],
    ],
    [
      "a service and an agency",
      "national-security",
      [
        "Armenia's National Security Service detained a driver.",
        "Armenia's National Security Agency detained a driver.",
      ],
    ],
    [
      "a name cut to its first letter",
      "mehmet",
      [
        "Turkish police arrested Mehmet Karaca in Izmir.",
        "Turkish police said that Mehmet K. was questioned in Izmir.",
      ],
    ],
  ])("is put before a person: %s", (_, name, reports) => {
    expect(outcomesOf(name, name, reports)).toEqual(["review"]);
  });
});

describe("a body called by what it does", () => {
  it("may be the one named body of the report that does it", () => {
    const report =
      "The Jordanian Border Guard stopped a truck. The Jordanian border agency found pills in it.";
    expect(outcomesOf("border-guard", "border-agency", [report])).toEqual(["review"]);
  });
});

describe("a state that is named elsewhere in a report", () => {
  it("keeps no president apart from himself", () => {
    const reports = [
      "Smuggling changed since the fall of Tamim Zureik, for so long Syria's president.",
      "In Iraq trucks still arrive since the fall of president Tamim Zureik in December.",
    ];
    expect(outcomesOf("tamim-zureik", "tamim-zureik", reports)).not.toContain("apart");
  });
});
