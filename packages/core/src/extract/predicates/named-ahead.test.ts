// Opening phrases that speak of somebody before the sentence names him, and those that leave it open.
import { describe, expect, it } from "vitest";
import { smallPack } from "../../../../../tests/support/small-pack.js";
import { extractFacts } from "../extract-document.js";
import { markReport } from "../testing/marked-report.js";
import { compileRuleBook } from "../view/rule-book.js";

const book = compileRuleBook(smallPack("narcotics"));

/** The people of all actions of a report as `name role`. */
function peopleOf(lines: readonly string[]): string[] {
  const report = markReport(lines, book.schema, "2025-06-18");
  const { entities, claims } = extractFacts(report.document, report.entities, book);
  const names = new Map(entities.map((entity) => [entity.id, entity.name]));
  const people = claims.flatMap((claim) =>
    claim.kind === "relation" && claim.type === "TARGETED"
      ? [`${names.get(claim.object)} ${claim.qualifiers["role"]}`]
      : [],
  );
  return [...new Set(people)].sort();
}

const LUND = "{Person:Ole Lund}";
const VIK = "{Person:Per Vik}";
const PLACE = "{Place:Volos@gr}";

const OPENINGS = ["After", "Before", "Since", "Following"].flatMap((word) =>
  ["his", "her"].map((owner) => `${word} ${owner}`),
);
const FATES = [
  ["arrest", "arrested"],
  ["capture", "arrested"],
  ["conviction", "convicted"],
  ["extradition", "extradited"],
] as const;

describe("a pronoun of an opening phrase", () => {
  it.each(
    OPENINGS.flatMap((opening) =>
      FATES.map(([noun, role]) => [`${opening} ${noun}`, role] as const),
    ),
  )("%s: is who the sentence is about", (opening, role) => {
    expect(peopleOf([`${opening} in ${PLACE} in May, ${LUND} said nothing.`])).toEqual([
      `Ole Lund ${role}`,
    ]);
  });

  it("is not who the sentence before is about", () => {
    const lines = [`${VIK} fled.`, `Following his arrest in ${PLACE} in May, ${LUND} agreed.`];
    expect(peopleOf(lines)).toEqual(["Ole Lund arrested"]);
  });

  it("is those of a list where it is a plural", () => {
    expect(peopleOf([`After their arrest in ${PLACE} in May, ${LUND} and ${VIK} agreed.`])).toEqual(
      ["Ole Lund arrested", "Per Vik arrested"],
    );
  });

  it.each([
    [`Since being arrested in ${PLACE} in May, ${LUND} has said nothing.`, "Ole Lund arrested"],
    [`When he was arrested in ${PLACE} in May, ${LUND} said nothing.`, "Ole Lund arrested"],
    [`After being convicted in ${PLACE} in May, ${LUND} said nothing.`, "Ole Lund convicted"],
  ])("may be left out: %s", (line, person) => {
    expect(peopleOf([line])).toEqual([person]);
  });

  it.each([
    `After his arrest in ${PLACE} in May, {Agency:Harbour Police@gr} searched a flat of ${LUND}.`,
    `After his arrest in ${PLACE} in May, a brother of ${LUND} fled.`,
    `After his arrest in ${PLACE} in May, ${LUND} and ${VIK} quarrelled.`,
    `After his brother's arrest in ${PLACE} in May, ${LUND} fled.`,
    `Despite the arrest of his brother in ${PLACE} in May, ${LUND} said nothing.`,
    `After arresting two men in ${PLACE} in May, ${LUND} was praised.`,
    `After being arrested in ${PLACE} in May, a brother of ${LUND} said nothing.`,
    `To avoid his arrest in ${PLACE}, ${LUND} fled.`,
  ])("says nothing of others: %s", (line) => {
    expect(peopleOf([line])).toEqual([]);
  });
});
