import { describe, expect, it } from "vitest";
import { smallPack } from "../../../../../tests/support/small-pack.js";
import { type Claim, MODALITY_FACTOR, type RelationClaim } from "../../model/claim.js";
import { weighLink } from "../../model/confidence.js";
import { extractFacts } from "../extract-document.js";
import { markReport } from "../testing/marked-report.js";
import { viewDocument } from "../view/document-view.js";
import { compileRuleBook } from "../view/rule-book.js";
import { describeLinks, weighClaims } from "./weigh-claims.js";

const pack = smallPack();
const book = compileRuleBook(pack);
const { weights } = pack.wording;

const LINES = [
  "{Person:Ole Lund}, the leader of the {Network:Salt Ring}, was arrested in {Place:Basra@iq}.",
  "{Person:Ana Rey} is alleged to be a member of the {Network:Salt Ring}.",
  "The gang traffics {Drug:heroin} from {Place:Homs@sy} to {Place:Basra@iq}, officers said. {Person:Ole Lund} leads it.",
];

const report = markReport(LINES, book.schema, "2025-06-18");
const told = extractFacts(report.document, report.entities, { ...book, weights: null });
const view = viewDocument(report.document, told.entities, book);
const isLink = (claim: Claim): claim is RelationClaim => claim.kind === "relation";
const read = (claims: readonly Claim[]) =>
  describeLinks(view, { entities: told.entities, claims, seconded: new Set() });
const weighed = (claims: readonly Claim[]): ReadonlyMap<string, Claim> =>
  new Map(weighClaims(claims, read(claims), weights).map((claim) => [claim.id, claim]));

describe("a weighed link", () => {
  it("has three named parts that multiply to the whole", () => {
    const links = [...weighed(told.claims).values()].filter(isLink);
    expect(links.length).toBeGreaterThan(3);
    for (const claim of links) {
      expect(claim.confidenceWording).toBe(MODALITY_FACTOR[claim.modality]);
      expect(claim.confidence).toBeCloseTo(claim.confidenceRule * claim.confidenceWording, 4);
      const whole = weighLink([claim], []);
      expect(whole.confidence).toBeCloseTo(
        whole.confidenceRule * whole.confidenceWording * whole.confidenceSources,
        4,
      );
    }
  });

  it("is never surer for a rule less: one more that agrees lowers nothing", () => {
    const before = weighed(told.claims);
    for (const claim of told.claims.filter(isLink)) {
      for (const rule of ["member.role", "route.cue", "leader/LEADS"]) {
        if (!book.weights?.familyOf.has(rule)) continue;
        const other = { ...claim, id: "claim:other", rule, extractor: "another" };
        const after = weighed([...told.claims, other]).get(claim.id)?.confidence ?? 0;
        expect(after).toBeGreaterThanOrEqual(before.get(claim.id)?.confidence ?? 1);
      }
    }
  });

  it("keeps what its rule's figure says where the field has no weights", () => {
    expect(weighClaims(told.claims, read(told.claims), null)).toBe(told.claims);
  });
});

describe("the features of a link", () => {
  const links = read(told.claims);
  const featuresOf = (type: string, subject: string) => {
    const names = new Map(told.entities.map((entity) => [entity.id, entity.name]));
    const claim = told.claims
      .filter(isLink)
      .find((one) => one.type === type && names.get(one.subject) === subject);
    return claim === undefined ? null : (links.get(claim.id)?.features ?? null);
  };

  it("lie between 0 and 1, and what is 0 is left out", () => {
    for (const { features } of links.values())
      for (const value of features.values()) {
        expect(value).toBeGreaterThan(0);
        expect(value).toBeLessThanOrEqual(1);
      }
  });

  it.each([
    ["LEADS", "Ole Lund", "noun-predicate", "apart"],
    ["AFFILIATED_WITH", "Ana Rey", "alleged", "same-list"],
  ] as const)("tell of %s of %s that it is %s and not %s", (type, subject, has, lacks) => {
    const features = featuresOf(type, subject);
    expect(features?.get(has)).toBeGreaterThan(0);
    expect(features?.get(lacks)).toBeUndefined();
  });
});
