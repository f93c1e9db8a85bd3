import { describe, expect, it } from "vitest";
import { smallPack } from "../../../../../tests/support/small-pack.js";
import type { Modality } from "../../model/claim.js";
import type { DocumentEntity } from "../../model/document-entity.js";
import type { Mention } from "../../model/mention.js";
import { rulePrecision } from "../../packs/measured.js";
import { markReport } from "../testing/marked-report.js";
import { viewDocument } from "../view/document-view.js";
import { compileRuleBook } from "../view/rule-book.js";
import { type ClaimGround, ClaimMaker } from "./claim-maker.js";

const pack = smallPack();
const book = compileRuleBook(pack);

/** Sentences of one paragraph each; the third names neither end. */
const LINES = [
  "{Person:Ole Lund} was born.",
  "{Person:Ole Lund} came early.",
  "He was their chief clerk.",
  "{Person:Ole Lund} left {Organization:Fjord Institute} late.",
  "{Organization:Fjord Institute} closed.",
];

/** The claim that Lund is of the institute, as the maker makes it from some ground. */
function made(ground: Partial<ClaimGround>, forms: Readonly<Record<string, Mention["form"]>> = {}) {
  const { document, entities } = markReport(LINES, pack.schema, "2025-06-18");
  const called = entities.map((entity): DocumentEntity => {
    const form = forms[entity.name];
    return form === undefined
      ? entity
      : { ...entity, mentions: entity.mentions.map((mention) => ({ ...mention, form })) };
  });
  const [person, body] = ["Ole Lund", "Fjord Institute"].map((name) =>
    called.find((entity) => entity.name === name),
  );
  if (person === undefined || body === undefined) throw new TypeError("both are named");
  const maker = new ClaimMaker(viewDocument(document, called, book), "by-hand");
  const [claim] = maker.relation(person, "member", body, {
    sentences: [3],
    rule: "post.title",
    ...ground,
  });
  if (claim === undefined) throw new TypeError("the schema lets a person work for a body");
  return claim;
}

describe("the confidence of a claim", () => {
  const figure = rulePrecision(pack.wording.measured, "post.title");

  it.each<readonly [Modality, number]>([
    ["asserted", 1],
    ["attempted", 0.9],
    ["planned", 0.7],
    ["alleged", 0.7],
    ["denied", 0.7],
    ["hypothetical", 0.7],
  ])("is less for what is %s: wording %d", (modality, confidenceWording) => {
    expect(made({ modality })).toMatchObject({
      confidenceRule: figure,
      confidenceWording,
      confidence: Number((figure * confidenceWording).toFixed(4)),
    });
  });

  it.each<readonly [Mention["form"], number]>([
    ["name", 1],
    ["demonym", 1],
    ["acronym", 0.95],
    ["metonym", 0.95],
    ["descriptor", 0.85],
  ])("is less for what is called by a %s: wording %d", (form, wording) => {
    expect(made({}, { "Fjord Institute": form }).confidenceWording).toBe(wording);
    expect(made({}, { "Ole Lund": form }).confidenceWording).toBe(wording);
  });

  it("is less for what a rule had to guess, and multiplies", () => {
    expect(made({ weight: 0.75 }).confidenceWording).toBe(0.75);
    expect(
      made({ weight: 0.75, modality: "alleged" }, { "Ole Lund": "acronym" }).confidenceWording,
    ).toBe(0.4987);
  });

  it("is its rule's measured figure, whichever rule it is", () => {
    expect(made({ rule: "place.in-state" }).confidenceRule).toBe(
      rulePrecision(pack.wording.measured, "place.in-state"),
    );
  });
});

describe("the quotes of a claim", () => {
  it("name each end by the name nearest before the sentence, else the first behind it", () => {
    expect(made({ sentences: [2] }).evidence.map(({ quote }) => quote)).toEqual([
      "He was their chief clerk.",
      "Ole Lund came early.",
      "Ole Lund left Fjord Institute late.",
    ]);
  });

  it("name nothing twice", () => {
    expect(made({ sentences: [3] }).evidence.map(({ quote }) => quote)).toEqual([
      "Ole Lund left Fjord Institute late.",
    ]);
  });
});
