// What the reading of clauses makes of sentences: their noun groups with what hangs on each, and their
// clauses with subject, object and phrases.
import { describe, expect, it } from "vitest";
import { smallPack } from "../../../../tests/support/small-pack.js";
import type { NounGroup } from "./syntax/noun-groups.js";
import { isToldOf } from "./syntax/same-clause.js";
import { markReport } from "./testing/marked-report.js";
import { viewDocument } from "./view/document-view.js";
import { compileRuleBook } from "./view/rule-book.js";

const book = compileRuleBook(smallPack());

function view(line: string) {
  const report = markReport([line], book.schema, "2025-06-18");
  const { sentences, document } = viewDocument(report.document, report.entities, book);
  const [sentence] = sentences;
  if (sentence === undefined) throw new TypeError("A line holds a sentence.");
  const { items, syntax } = sentence;
  const word = (at: number) => document.text.slice(items[at]?.start, items[at]?.end);
  const text = (from: number, to: number) =>
    document.text.slice(items[from]?.start, items[to - 1]?.end);
  return { items, syntax, word, text };
}

/** A sentence with its tags, groups and clauses, one a line. */
function parsed(line: string): string {
  const { syntax, items, word, text } = view(line);
  const name = (group: NounGroup | null) => (group === null ? "–" : text(group.from, group.to));
  const tags = items.map((_, at) => `${word(at)}/${syntax.tags[at]}`).join(" ");
  const groups = syntax.groups.map((group) => {
    const { complements, listed, apposed, possessor } = group;
    const row = [
      ...(possessor === null ? [] : [`of ${name(possessor)}`]),
      ...complements.map((one) => `${word(one.preposition ?? 0)} ${name(one)}`),
      ...listed.map((one) => `+ ${name(one)}`),
      ...apposed.map((one) => `= ${name(one)}`),
    ];
    return `  [${name(group)}] ${row.join(", ")}`.trimEnd();
  });
  const clauses = syntax.clauses.map(({ verb, subject, object, phrases }) => {
    const how = [verb.stand, verb.passive ? "passive" : "", verb.negated ? "negated" : ""];
    const behind = phrases.map((one) => `${one.word} ${name(one.group)}`).join(", ");
    return `  ${text(verb.from, verb.to)} (${how.filter(Boolean).join(" ")}): ${name(subject)} > ${name(object)}; ${behind}`;
  });
  return [tags, ...groups, ...clauses].join("\n");
}

const SENTENCES = [
  "{Person:Ole Lund} leads the {Network:Salt Ring}.",
  "The {Network:Salt Ring} is led by {Person:Ole Lund} and {Person:Kim Ray}.",
  "{Person:Ole Lund}, who leads the {Network:Salt Ring}, fled to {Place:Volos@gr}.",
  "The {Network:Salt Ring}, which {Person:Ole Lund} runs, hides.",
  "The {Network:Salt Ring}, led by {Person:Ole Lund}, sold pills and fled.",
  "{Person:Ole Lund}'s brother, {Person:Kim Lund}, was not arrested.",
  "{Person:Ole Lund} is not the leader of the {Network:Salt Ring}.",
  "{Network:Salt Ring} works with {Network:Reef Crew} and {Network:Dune Men} is feared.",
  "A faction of the {Network:Salt Ring} in {Place:Volos@gr} would join the {Network:Reef Crew}.",
  "{Person:Ole Lund}, 44, a former head of the {Network:Salt Ring}, was told to ship {Drug:opium}.",
  "{Agency:Harbour Police@gr} seized {Drug:cocaine}, {Drug:heroin} and {Drug:opium} in {Place:Volos@gr}.",
  "{Person:Ole Lund} owns, through a firm, the {Vessel:Sea Star}.",
];

describe("parseSentence", () => {
  it("reads tags, groups and clauses", async () => {
    await expect(`${SENTENCES.map(parsed).join("\n\n")}\n`).toMatchFileSnapshot(
      "sentence-syntax.txt",
    );
  });

  it("reads nothing from nothing", () => {
    expect(parsed("...")).toContain("mark");
  });
});

describe("isToldOf", () => {
  const told = (line: string) => {
    const { items, syntax } = view(line);
    const [who = 0, what = 0] = items.flatMap((item, at) => (item.kind === "mention" ? [at] : []));
    return isToldOf(syntax, who, what);
  };

  it.each([
    ["The {Network:Salt Ring} hides in {Place:Volos@gr}.", true],
    ["The {Network:Salt Ring} in {Place:Volos@gr} hides.", true],
    ["The {Network:Salt Ring} fled, and police searched {Place:Volos@gr}.", false],
  ])("of %s is %s", (line, expected) => {
    expect(told(line)).toBe(expected);
  });
});
