import { describe, expect, it } from "vitest";
import { smallPack } from "../../../../../tests/support/small-pack.js";
import { extractFacts } from "../extract-document.js";
import { markReport } from "../testing/marked-report.js";
import { compileRuleBook } from "../view/rule-book.js";

const pack = smallPack();
const book = compileRuleBook(pack);

/** Relation claims of a report, with the names of their ends and their quotes. */
const told = (lines: readonly string[]) => {
  const report = markReport(lines, book.schema, "2025-06-18");
  const { entities, claims } = extractFacts(report.document, report.entities, book);
  const names = new Map(entities.map((entity) => [entity.id, entity.name]));
  return claims.flatMap((claim) =>
    claim.kind === "relation"
      ? [
          {
            link: `${names.get(claim.subject)} ${claim.type} ${names.get(claim.object)}`,
            type: claim.type,
            modality: claim.modality,
            quotes: claim.evidence.map((one) => one.quote),
          },
        ]
      : [],
  );
};

/** Links that become relationships. */
const held = (lines: readonly string[], type: string): string[] =>
  told(lines)
    .filter((one) => one.type === type && !["denied", "hypothetical"].includes(one.modality))
    .map((one) => one.link);

describe("findPredicates", () => {
  it.each([
    ["{Network:Salt Ring} is allegedly led by {Person:Ole Lund}.", "LEADS", "alleged"],
    [
      "{Network:Salt Ring} plans to join forces with {Network:Reef Crew}.",
      "ALLIED_WITH",
      "planned",
    ],
    ["{Network:Salt Ring} is not a rival of {Network:Reef Crew}.", "RIVAL_OF", "denied"],
    [
      "{Agency:Harbour Police@gr} denied that {Official:Ana Rey} had protected {Network:Salt Ring}.",
      "PROTECTS",
      "denied",
    ],
    ["{Network:Salt Ring} could supply {Network:Reef Crew}.", "SUPPLIES", "hypothetical"],
    [
      "{Network:Salt Ring} is allied with {Network:Reef Crew}, which a lawyer denied.",
      "ALLIED_WITH",
      "alleged",
    ],
    [
      "Who says that {Person:Ole Lund} is linked to {Network:Salt Ring}, they ask?",
      "ASSOCIATED_WITH",
      "hypothetical",
    ],
  ])("lets the cues of %j colour the %s link: %s", (sentence, type, modality) => {
    const found = told([sentence]).filter((one) => one.type === type);
    expect(found.map((one) => one.modality)).toEqual([modality]);
  });

  it("tells nothing of a report that was false", () => {
    const lines = ["A report that {Network:Salt Ring} is led by {Person:Ole Lund} was false."];
    expect(told(lines).filter((one) => one.type === "LEADS")).toEqual([]);
  });

  it("sets the sentence that singles a group out beside the one that calls it the network", () => {
    const lines = [
      "{Agency:Harbour Police@gr} dismantled an international drug trafficking network in {Place:Volos@gr} on Sunday.",
      "Five members of the network were arrested.",
      "{Official:Ana Rey} said that the network bought its pills from the {Network:Reef Crew}.",
    ];
    const [supply] = told(lines).filter((one) => one.type === "SUPPLIES");
    expect(supply?.link).toBe("Reef Crew SUPPLIES network dismantled in Volos");
    expect(supply?.quotes).toEqual([
      "Harbour Police dismantled an international drug trafficking network in Volos on Sunday.",
      "Ana Rey said that the network bought its pills from the Reef Crew.",
    ]);
  });

  it("takes the network for the only one that the lines before tell of", () => {
    expect(
      held(
        [
          "The {Network:Salt Ring} organised the load, {Official:Ana Rey} said, and {Person:Ole Lund} leads the network from {Place:Volos@gr}.",
        ],
        "LEADS",
      ),
    ).toEqual(["Ole Lund LEADS Salt Ring"]);
  });

  it.each([
    [["The {Network:Salt Ring} met the {Network:Reef Crew}.", "{Person:Ole Lund} leads the gang."]],
    [
      [
        "The {Network:Salt Ring} is feared.",
        "Another gang hides. {Person:Ole Lund} leads the gang.",
      ],
    ],
    [["# {Network:Salt Ring} feared", "{Person:Ole Lund} leads the gang."]],
    [["- {Network:Salt Ring} is feared.", "- {Person:Ole Lund} leads the gang."]],
  ])("leaves the gang open where it may be another: %j", (lines) => {
    expect(held(lines, "LEADS")).toEqual([]);
  });

  it("reads each of a list", () => {
    expect(
      held(
        ["{Person:Ole Lund} is linked to the {Network:Salt Ring} and the {Network:Reef Crew}."],
        "ASSOCIATED_WITH",
      ).sort(),
    ).toEqual(["Ole Lund ASSOCIATED_WITH Reef Crew", "Ole Lund ASSOCIATED_WITH Salt Ring"]);
  });

  it("ends a list where another clause begins", () => {
    expect(
      held(
        [
          "{Network:Salt Ring} is allied with {Network:Reef Crew} and {Network:Dune Men} is a rival of {Network:Reef Crew}.",
        ],
        "ALLIED_WITH",
      ),
    ).toEqual(["Salt Ring ALLIED_WITH Reef Crew"]);
  });

  it("says no more than leads where it also says linked to", () => {
    expect(
      held(
        [
          "{Person:Ole Lund} leads the {Network:Salt Ring}.",
          "{Person:Ole Lund} is linked to the {Network:Salt Ring}.",
        ],
        "ASSOCIATED_WITH",
      ),
    ).toEqual([]);
  });

  it.each<readonly [readonly string[], string, readonly string[]]>([
    [
      [
        "Police seek {Person:Kim Ray}, brothers {Person:Ole Lund} and {Person:Kim Lund}, and {Person:Per Dahl}.",
      ],
      "FAMILY_OF",
      ["Ole Lund FAMILY_OF Kim Lund"],
    ],
    [
      ["{Person:Ole Lund} and {Person:Kim Lund} live in {Place:Volos@gr}.", "Both brothers hide."],
      "FAMILY_OF",
      ["Ole Lund FAMILY_OF Kim Lund"],
    ],
    [
      ["Police seek members of the rival gangs {Network:Salt Ring} and {Network:Reef Crew}."],
      "RIVAL_OF",
      ["Salt Ring RIVAL_OF Reef Crew"],
    ],
    [
      [
        "A member of the {Network:Salt Ring} was held on Monday.",
        "{Person:Ole Lund}, 44, said nothing.",
      ],
      "AFFILIATED_WITH",
      ["Ole Lund AFFILIATED_WITH Salt Ring"],
    ],
    [
      [
        "The {Network:Salt Ring} is a militia allied with the {Agency:Coast Ministry@gr}.",
        "It was founded in 2009 by General {Official:Ole Lund}.",
      ],
      "LEADS",
      ["Ole Lund LEADS Salt Ring"],
    ],
  ])("reads who is meant in %j", (lines, type, links) => {
    expect(held(lines, type)).toEqual(links);
  });

  it.each<readonly [readonly string[], string]>([
    [
      [
        "Three men linked to the gangs of {Place:Volos@gr} fled.",
        "{Person:Ole Lund}, {Person:Kim Ray} and {Person:Per Dahl} hide.",
      ],
      "ASSOCIATED_WITH",
    ],
    [
      ["A member of the {Network:Salt Ring} was held on Monday.", "{Person:Ole Lund} wrote of it."],
      "AFFILIATED_WITH",
    ],
  ])("leaves open who is meant in %j", (lines, type) => {
    expect(held(lines, type)).toEqual([]);
  });
});
