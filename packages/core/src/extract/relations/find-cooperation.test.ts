import { describe, expect, it } from "vitest";
import { smallPack } from "../../../../../tests/support/small-pack.js";
import { extractFacts } from "../extract-document.js";
import { markReport } from "../testing/marked-report.js";
import { compileRuleBook } from "../view/rule-book.js";

const book = compileRuleBook(smallPack());

/** Links of cooperation as `A + B`, sorted, each once. */
const links = (...lines: readonly string[]): string[] => {
  const report = markReport(lines, book.schema, "2025-06-18");
  const { entities, claims } = extractFacts(report.document, report.entities, book);
  const names = new Map(entities.map((entity) => [entity.id, entity.name]));
  const found = claims.flatMap((claim) =>
    claim.kind === "relation" && claim.type === "COOPERATED_WITH"
      ? [`${names.get(claim.subject)} + ${names.get(claim.object)}`]
      : [],
  );
  return [...new Set(found)].sort();
};

const HARBOUR = "{Agency:Harbour Police@gr}";
const COAST = "{Agency:Coast Guard@gr}";
const GUARD = "{Agency:Finance Guard@it}";
const BUREAU = "{Agency:Tide Bureau}";

describe("findCooperation", () => {
  it.each([
    [
      "those who led with those who helped",
      `The case was investigated by the ${HARBOUR}, the ${COAST} and the ${GUARD}, with assistance from the ${BUREAU}.`,
      [
        "Harbour Police + Coast Guard",
        "Harbour Police + Finance Guard",
        "Harbour Police + Tide Bureau",
      ],
    ],
    [
      "the lead of an inquiry with its supporters",
      `An inquiry led by the ${HARBOUR} (HP), supported by the ${GUARD} and the ${BUREAU}, ended on Monday.`,
      ["Harbour Police + Finance Guard", "Harbour Police + Tide Bureau"],
    ],
    [
      "a fronted tip",
      `Acting on a tip from the ${GUARD}, the ${HARBOUR} searched a yacht.`,
      ["Harbour Police + Finance Guard"],
    ],
    [
      "help set before its noun",
      `With ${BUREAU} support, officers of the ${HARBOUR} searched a yacht.`,
      ["Harbour Police + Tide Bureau"],
    ],
    [
      "a request",
      `The ${HARBOUR} arrested him in Volos at {Country:Italy@it}'s request.`,
      ["Harbour Police + Italy"],
    ],
    [
      "members of a team",
      "They set up a joint investigation team between {Country:Greece@gr}, {Country:Italy@it} and {Country:Malta@mt}.",
      ["Greece + Italy", "Greece + Malta"],
    ],
    [
      "issuers of a joint release",
      `Joint media release: ${HARBOUR}, ${COAST}, ${GUARD}`,
      ["Harbour Police + Coast Guard", "Harbour Police + Finance Guard"],
    ],
    [
      "equal actors",
      `Agents of the ${HARBOUR} and of the ${COAST} raided a boathouse.`,
      ["Harbour Police + Coast Guard"],
    ],
    [
      "who passed on what it knew",
      `The ${GUARD} decrypted the messages and passed them to the ${HARBOUR}.`,
      ["Finance Guard + Harbour Police"],
    ],
  ])("links %s", (_name, line, expected) => {
    expect(links(line)).toEqual(expected);
  });

  it("takes the lead from the sentence before, and quotes both", () => {
    const lines = [
      `The ${HARBOUR} seized a yacht off Volos. They acted on information from the ${GUARD}.`,
    ];
    const report = markReport(lines, book.schema, "2025-06-18");
    const { claims } = extractFacts(report.document, report.entities, book);
    const told = claims.filter((claim) => claim.rule === "partner.said");
    expect(told.map((claim) => claim.evidence.length)).toEqual([2]);
  });

  it("takes the body of an official who says we", () => {
    expect(
      links(
        `"We are working side by side with the ${BUREAU}," ${HARBOUR} director {Official:Ana Rey} said.`,
      ),
    ).toEqual(["Harbour Police + Tide Bureau"]);
    expect(
      links(
        `"The files exchanged with our partners in the ${BUREAU} and with the ${GUARD} were decisive," {Official:Ana Rey}, director of the ${HARBOUR}, said.`,
      ),
    ).toEqual(["Harbour Police + Finance Guard", "Harbour Police + Tide Bureau"]);
  });

  it.each([
    ["partners of nobody named", `"We thank our partners in the ${BUREAU}," a driver said.`],
    ["what is needed", `A joint operation between the ${HARBOUR} and the ${GUARD} is needed.`],
    ["bodies that only helped", `Analysts of the ${BUREAU} and officers of the ${GUARD} assisted.`],
    ["an apposition", `The ${HARBOUR}, the ${COAST}, seized a yacht.`],
    [
      "raids told apart",
      `The ${HARBOUR} and the ${GUARD} seized two and three yachts respectively.`,
    ],
    [
      "a body of intelligence",
      `The plot was uncovered on {Country:Italian@it=Italy} intelligence officers, the ${HARBOUR} said.`,
    ],
    [
      "places in a list",
      `Workshops were found in {Country:Greece@gr}, {Country:Italy@it} and {Country:Malta@mt}; one was destroyed with support from the ${BUREAU}.`,
    ],
    ["a body and its own state", `The ${HARBOUR} acted with support from {Country:Greece@gr}.`],
  ])("leaves %s alone", (_name, line) => {
    expect(links(line)).toEqual([]);
  });

  it("prefers a body of a state to the state itself", () => {
    expect(
      links(
        `The ${HARBOUR} seized a yacht on a tip from the ${GUARD}.`,
        `The ${HARBOUR} seized it, on information from {Country:Italy@it}.`,
      ),
    ).toEqual(["Harbour Police + Finance Guard"]);
  });
});
