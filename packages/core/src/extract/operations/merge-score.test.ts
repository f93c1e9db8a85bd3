// Which sentences tell one action, and which tell two: own sentences, one mechanism a line.
import { describe, expect, it } from "vitest";
import { smallPack } from "../../../../../tests/support/small-pack.js";
import { extractFacts } from "../extract-document.js";
import { markReport } from "../testing/marked-report.js";
import { compileRuleBook } from "../view/rule-book.js";

const book = compileRuleBook(smallPack("narcotics"));

/** The kinds of the actions of a report, and how many people were arrested in each. */
function actionsOf(lines: readonly string[]) {
  const report = markReport(lines, book.schema, "2025-06-18");
  const { claims } = extractFacts(report.document, report.entities, book);
  const told = (property: string) =>
    claims.flatMap((claim) =>
      claim.kind === "property" && claim.property === property ? [claim.value] : [],
    );
  return { kinds: told("kind"), arrested: told("arrested") };
}

const POLICE = "{Agency:Harbour Police@gr}";
const COCAINE = "{Drug:cocaine}";
const CATCH = `${POLICE} seized 20 kg of ${COCAINE} in {Place:Volos@gr} on Monday.`;

describe("one action told twice", () => {
  it.each([
    ["a catch and the people held", CATCH, "Two men were arrested."],
    ["a definite noun", CATCH, "Officers arrested three of the suspects at dawn."],
    ["the same amount", CATCH, `The 20 kg of ${COCAINE} were found in a van.`],
  ])("is one for %s", (_why, ...lines) => {
    expect(actionsOf(lines).kinds).toHaveLength(1);
  });

  it.each([
    ["another named person", "{Person:Ole Lund} was arrested.", "{Person:Per Vik} was arrested."],
    [
      "another place that opens the sentence",
      CATCH,
      `In {Place:Chania@gr}, officers seized 3 kg of ${COCAINE}.`,
    ],
    ["a word that sets them apart", CATCH, "In a separate operation, four men were arrested."],
  ])("is two for %s", (_why, ...lines) => {
    expect(actionsOf(lines).kinds).toHaveLength(2);
  });
});

describe("whom an arrest verb happens to", () => {
  it.each([
    [
      "a name counts as one, whatever its age",
      "{Person:Ole Lund}, 41, was arrested on Monday.",
      [1],
    ],
    [
      "a list of names is counted",
      "{Person:Ole Lund}, {Person:Per Vik} and {Person:Jan Moe} were arrested on Monday.",
      [3],
    ],
    ["one man behind an article", `${POLICE} arrested a 40-year-old man at a port.`, [1]],
  ])("%s", (_what, line, arrested) => {
    expect(actionsOf([line]).arrested).toEqual(arrested);
  });

  it("opens no action where the word only qualifies a noun", () => {
    expect(actionsOf(["The convicted trafficker {Person:Ole Lund} opened a bar."]).kinds).toEqual(
      [],
    );
  });
});
