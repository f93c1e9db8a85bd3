import { describe, expect, it } from "vitest";
import { smallPack } from "../../../../../tests/support/small-pack.js";
import { extractFacts } from "../extract-document.js";
import { markReport } from "../testing/marked-report.js";
import { compileRuleBook } from "../view/rule-book.js";

const book = compileRuleBook(smallPack());

/** Links of a line between people and groups, with their modality and who is quoted for them. */
const said = (line: string): readonly string[] => {
  const report = markReport([line], book.schema, "2025-06-18");
  const { entities, claims } = extractFacts(report.document, report.entities, book);
  const names = new Map(entities.map((entity) => [entity.id, entity.name]));
  return claims.flatMap((claim) =>
    claim.kind === "relation" && /^(LEADS|AFFILIATED_WITH)$/.test(claim.type)
      ? [
          `${names.get(claim.subject)} ${claim.type} ${names.get(claim.object)}: ${claim.modality} by ${claim.attributedTo}`,
        ]
      : [],
  );
};

describe("a denial", () => {
  it.each([
    [
      "{Agency:Harbour Police@gr} denied that {Person:Ole Lund} leads the {Network:Salt Ring}.",
      [
        "AFFILIATED_WITH Salt Ring: denied by Harbour Police",
        "LEADS Salt Ring: denied by Harbour Police",
      ],
    ],
    [
      "{Person:Ole Lund} is not the leader of the {Network:Salt Ring}, {Agency:Harbour Police@gr} said.",
      [
        "AFFILIATED_WITH Salt Ring: denied by Harbour Police",
        "LEADS Salt Ring: denied by Harbour Police",
      ],
    ],
    [
      "{Agency:Harbour Police@gr} denied that {Person:Ole Lund} joined the {Network:Salt Ring}.",
      ["AFFILIATED_WITH Salt Ring: denied by Harbour Police"],
    ],
    [
      "{Person:Ole Lund} never worked for the {Network:Salt Ring}.",
      ["AFFILIATED_WITH Salt Ring: denied by null"],
    ],
    [
      "{Person:Ole Lund} leads the {Network:Salt Ring}, {Agency:Harbour Police@gr} said.",
      ["AFFILIATED_WITH Salt Ring: asserted by null", "LEADS Salt Ring: asserted by null"],
    ],
  ])("asserts nothing and names who denies: %s", (line, expected) => {
    expect([...new Set(said(line))].sort()).toEqual(expected.map((one) => `Ole Lund ${one}`));
  });

  it("leaves what is told in passing as it stands", () => {
    expect(
      said(
        "{Agency:Harbour Police@gr} denied that {Person:Ole Lund}, a clerk at the {Organization:Fjord Institute}, fled.",
      ),
    ).toEqual(["Ole Lund AFFILIATED_WITH Fjord Institute: asserted by null"]);
  });
});
