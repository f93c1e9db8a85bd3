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
  const { frames, rules, predicates } = pack.wording;
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
  const said = (list: "tests" | "never") =>
    predicates.flatMap((one) => one[list].map((line) => [one.id, line, one.links] as const));

  /** `A ALLIED_WITH B`, and where the type goes both ways `B ALLIED_WITH A` beside it. */
  const eitherWay = (link: string): readonly string[] => {
    const [left, type = "", right] = link.split(/ ([A-Z]+_?[A-Z]+) /);
    const symmetric = book.schema.relation(type)?.symmetric === true;
    return symmetric ? [link, `${right} ${type} ${left}`] : [link];
  };

  it("stand at every frame, pattern and predicate; a predicate has two to read nothing from", () => {
    const bare = [
      ...frames.filter(({ tests }) => tests.length === 0),
      ...rules.filter(({ tests }) => tests.length === 0),
      ...predicates.filter(({ tests, never }) => tests.length === 0 || never.length < 2),
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

  it.each(said("tests"))("predicate %s: %s", (_id, line) => {
    const [sentence = "", link = ""] = split(line);
    const { links } = read(sentence);
    expect(eitherWay(link).some((one) => links.includes(one)) ? link : links).toBe(link);
  });

  it.each(said("never"))("predicate %s reads no link from: %s", (_id, line, made) => {
    const own = made.map(({ type }) => ` ${type} `);
    expect(read(line).links.filter((link) => own.some((type) => link.includes(type)))).toEqual([]);
  });

  it("share no id with a rule of the engine", () => {
    expect(rules.filter(({ id }) => Object.hasOwn(RULES, id))).toEqual([]);
  });
});
