// The test lines that packs carry: every frame and pattern reads what its pack says it reads.
import { describe, expect, it } from "vitest";
import { packNames, smallPack } from "../../../../tests/support/small-pack.js";
import { RULES } from "../packs/engine-rules.js";
import { extractFacts } from "./extract-document.js";
import { markReport } from "./testing/marked-report.js";
import { compileRuleBook } from "./view/rule-book.js";

describe.each(packNames())("the lines of the pack %s", (name) => {
  const pack = smallPack(name);
  const book = compileRuleBook(pack);
  const { frames, rules } = pack.wording;
  const split = (line: string) => line.split(" => ");

  const read = (sentence: string) => {
    const report = markReport([sentence], book.schema, "2025-06-18");
    const { entities, claims } = extractFacts(report.document, report.entities, book);
    const names = new Map(entities.map((entity) => [entity.id, entity.name]));
    const kinds = claims.flatMap((claim) =>
      claim.kind === "property" && claim.property === "kind" ? [claim.value] : [],
    );
    const links = claims.flatMap((claim) =>
      claim.kind === "relation" && !["denied", "hypothetical"].includes(claim.modality)
        ? [`${names.get(claim.subject)} ${claim.type} ${names.get(claim.object)}`]
        : [],
    );
    return { kinds, links };
  };
  const lines = (list: "tests" | "never") =>
    rules.flatMap((rule) => rule[list].map((line) => [rule.id, line, rule.type] as const));

  it("stand at every frame and pattern; a pattern with a form has two to read nothing from", () => {
    const bare = [
      ...frames.filter(({ tests }) => tests.length === 0),
      ...rules.filter(
        ({ tests, never, form }) => tests.length === 0 || (form !== undefined && never.length < 2),
      ),
    ];
    expect(bare.map(({ id }) => id)).toEqual([]);
  });

  it.each(frames.flatMap((frame) => frame.tests.map((line) => [frame.id, line] as const)))(
    "frame %s: %s",
    (_id, line) => {
      const [sentence = "", kind] = split(line);
      expect(read(sentence).kinds).toContain(kind);
    },
  );

  it.each(lines("tests"))("pattern %s: %s", (_id, line) => {
    const [sentence = "", link] = split(line);
    expect(read(sentence).links).toContain(link);
  });

  it.each(lines("never"))("pattern %s reads no link from: %s", (_id, line, type) => {
    expect(read(line).links.filter((link) => link.includes(` ${type} `))).toEqual([]);
  });

  it("share no id with a rule of the engine", () => {
    expect(rules.filter(({ id }) => Object.hasOwn(RULES, id))).toEqual([]);
  });
});
