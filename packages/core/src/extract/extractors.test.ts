import { describe, expect, it } from "vitest";
import { smallPack } from "../../../../tests/support/small-pack.js";
import { RULES } from "../packs/engine-rules.js";
import { extractFacts } from "./extract-document.js";
import { EXTRACTORS } from "./extractors.js";
import { markReport } from "./testing/marked-report.js";
import { compileRuleBook } from "./view/rule-book.js";

const pack = smallPack();
const book = compileRuleBook(pack);
const LINES = [
  "# Harbour raid",
  "> By {Person:Kim Ray}, {Organization:Fjord Wire}",
  "{Agency:Harbour Police@gr} and {Agency:Danish Customs@dk} seized 20 kg of {Drug:cocaine} in {Place:Volos@gr}, {Country:Greece@gr} on Monday and arrested three men.",
  "The cocaine had come from {Country:Denmark@dk} and was bound for {Country:Greece@gr}.",
  "{Official:Ana Rey}, 44, a spokeswoman for {Agency:Harbour Police@gr}, said the {Network:Salt Ring}, led by {Person:Ole Lund}, smuggles {Drug:cocaine} in {Place:Volos@gr}.",
  "In 2024, {Agency:Harbour Police@gr} seized a total of 2,400 kg of {Drug:cocaine}.",
];

const report = markReport(LINES, book.schema, "2025-06-18");
const { claims } = extractFacts(report.document, report.entities, book);

describe("EXTRACTORS", () => {
  it("have names of their own, and each family of rules a reader", () => {
    const names = EXTRACTORS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const read = new Set(EXTRACTORS.flatMap(({ families }) => families));
    expect(Object.values(RULES).filter(({ family }) => !read.has(family))).toEqual([]);
  });

  it("sign every claim, and read by rules of their families alone", () => {
    const wrong = claims.filter(({ extractor, rule }) => {
      const families = EXTRACTORS.find(({ name }) => name === extractor)?.families ?? [];
      const own = Object.hasOwn(RULES, rule) ? RULES[rule as keyof typeof RULES].family : null;
      return own === null
        ? !families.some((family) => family === "pair" || family === "predicate")
        : !families.includes(own);
    });
    expect(wrong).toEqual([]);
    expect(new Set(claims.map(({ extractor }) => extractor)).size).toBeGreaterThan(6);
  });

  it("make no link that the schema refuses, and none but those their rules declare", () => {
    const types = new Map(report.entities.map((entity) => [entity.id, entity.type]));
    const { accepts, relationRoleOf } = book.schema;
    for (const claim of claims) {
      if (claim.kind !== "relation") continue;
      const from = types.get(claim.subject) ?? /#(\w+):/.exec(claim.subject)?.[1] ?? "";
      const to = types.get(claim.object) ?? /#(\w+):/.exec(claim.object)?.[1] ?? "";
      expect(accepts(claim.type, from, to), `${from} ${claim.type} ${to}`).toBe(true);
      if (!Object.hasOwn(RULES, claim.rule)) continue;
      const { roles } = RULES[claim.rule as keyof typeof RULES];
      expect([...roles], claim.rule).toContain(relationRoleOf(claim.type));
    }
  });

  it("find nothing of roles that a field lacks", () => {
    const bare = {
      ...book,
      schema: { ...book.schema, typeOf: () => null, relationOf: () => null, accepts: () => false },
    };
    const found = extractFacts(report.document, report.entities, bare);
    expect(found.claims.filter((claim) => claim.kind === "relation")).toEqual([]);
  });
});
