import { describe, expect, it } from "vitest";
import { smallPack } from "../../../../../tests/support/small-pack.js";
import { extractFacts } from "../extract-document.js";
import { markReport } from "../testing/marked-report.js";
import { compileRuleBook } from "../view/rule-book.js";

const book = compileRuleBook(smallPack());

const extract = (lines: readonly string[]) => {
  const report = markReport(lines, book.schema, "2025-06-18");
  const { entities, claims } = extractFacts(report.document, report.entities, book);
  const names = new Map(entities.map((entity) => [entity.id, entity.name]));
  return { claims: claims.filter((claim) => claim.rule === "post.title"), names };
};

/** Posts as `person: title, body`, each once. */
const posts = (...lines: readonly string[]): string[] => {
  const { claims, names } = extract(lines);
  const found = claims.flatMap((claim) =>
    claim.kind === "relation"
      ? [`${names.get(claim.subject)}: ${claim.qualifiers["title"]}, ${names.get(claim.object)}`]
      : [],
  );
  return [...new Set(found)].sort();
};

const HARBOUR = "{Agency:Harbour Police@gr}";
const REY = "{Official:Ana Rey}";

describe("findPosts", () => {
  it.each([
    [
      "a body before a rank",
      `${HARBOUR} Detective Inspector ${REY} told reporters.`,
      ["Ana Rey: detective inspector, Harbour Police"],
    ],
    [
      "a title, its body and a rank",
      `Earlier, Director General ${HARBOUR} Major General ${REY} spoke.`,
      ["Ana Rey: director general, Harbour Police"],
    ],
    [
      "a body in brackets",
      `The haul is large, said DIG (${HARBOUR}) ${REY}.`,
      ["Ana Rey: dig, Harbour Police"],
    ],
    [
      "whoever commands a body",
      `The ${HARBOUR}, commanded by ${REY}, stayed in port.`,
      ["Ana Rey: commander, Harbour Police"],
    ],
    [
      "a judge",
      `He stood before the {Agency:Volos Court@gr}, presided over by Her Honour ${REY}.`,
      ["Ana Rey: judge, Volos Court"],
    ],
    [
      "a post with a hyphen, against the body named before",
      `"The {Agency:Reef Guard@gr} came," said ${REY}, secretary-general of the ${HARBOUR}.`,
      ["Ana Rey: secretary general, Harbour Police"],
    ],
    [
      "a body and a field before the name",
      `So said Under Secretary of the ${HARBOUR} for Reefs and Wrecks ${REY}.`,
      ["Ana Rey: secretary, Harbour Police"],
    ],
    [
      "a body right before a post whose field is in capitals",
      `The ${HARBOUR} Director Of {Agency:Reef Services@gr}, ${REY}, spoke.`,
      ["Ana Rey: director, Harbour Police"],
    ],
    [
      "the court of a judge",
      `The {Agency:Volos Court@gr} met with the ${HARBOUR}. He was jailed by Justice ${REY}.`,
      ["Ana Rey: justice, Volos Court"],
    ],
  ])("reads %s", (_name, line, expected) => {
    expect(posts(line)).toEqual(expected);
  });

  it("gives a minister without a state to the state the report is about", () => {
    expect(
      posts(
        `The ${HARBOUR} and the {Agency:Coast Guard@gr} of {Country:Greece@gr} met.`,
        `{Country:Malta@mt} banned the imports.`,
        `The government of Prime Minister ${REY} objects.`,
      ),
    ).toEqual(["Ana Rey: prime minister, Greece"]);
  });

  it("quotes the sentence that names the state where the post stands without it", () => {
    const { claims } = extract([
      `The ${HARBOUR} of {Country:Greece@gr} closed the port.`,
      `Prime Minister ${REY} objected.`,
    ]);
    expect(claims.map((claim) => claim.evidence.length)).toEqual([2]);
  });

  it.each([
    [
      "the cousins of a president under sanctions of other states",
      `The ${HARBOUR} of {Country:Greece@gr} closed the port.`,
      `{Country:Malta@mt} and {Country:Italy@it} listed cousins of President ${REY}.`,
    ],
    [
      "the chief of a group",
      `The ${HARBOUR} watched {Network:Salt Ring}.`,
      `Its local chief, ${REY}, had left.`,
    ],
    [
      "ministers of two countries",
      `The ${HARBOUR} was told that the two countries' foreign ministers, ${REY} and {Official:Ole Lund}, had met.`,
      "",
    ],
    ["the head of an operation", `The raid by the ${HARBOUR} was an operation led by ${REY}.`, ""],
  ])("leaves open %s", (_name, first, second) => {
    expect(posts(first, second)).toEqual([]);
  });
});
