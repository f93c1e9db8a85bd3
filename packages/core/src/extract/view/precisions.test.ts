import { describe, expect, it } from "vitest";
import { smallPackFiles } from "../../../../../tests/support/small-pack.js";
import { loadPack } from "../../packs/load-pack.js";
import { compileRuleBook } from "./rule-book.js";

/** The rule book of the narcotics pack with `measured.yaml` put otherwise. */
const bookOf = (measured: string) => {
  const files = smallPackFiles();
  const domain = new Map(files.domain).set("measured.yaml", measured);
  return compileRuleBook(loadPack({ ...files, domain }));
};

const FAMILIES = [
  "families:",
  ..."action route total origin post membership cooperation production part group detail pair"
    .split(" ")
    .map((family) => `  ${family}: { precision: 0.5 }`),
  "  tie: { precision: 0.25 }",
];

describe("compilePrecisions", () => {
  it("takes the rule's own figure, else that of its family, for a pattern that of its form", () => {
    const { precision } = bookOf(
      [...FAMILIES, "  leads: { precision: 0.75 }", "rules:", "  byline: { precision: 1 }"].join(
        "\n",
      ),
    );
    expect(
      ["byline", "member.role", "part.of", "operates.in", "leads.verb", "allied.with"].map(
        (rule) => [rule, precision(rule)],
      ),
    ).toEqual([
      ["byline", 1],
      ["member.role", 0.5],
      ["part.of", 0.5],
      ["operates.in", 0.5],
      ["leads.verb", 0.75],
      ["allied.with", 0.25],
    ]);
  });

  it.each([
    [
      "a rule that there is not",
      [...FAMILIES, "rules:", "  by-line: { precision: 1 }"],
      /`measured.yaml` line 16 gives a figure for `by-line`, which is no rule/,
    ],
    [
      "a family that there is not",
      [...FAMILIES, "  hearsay: { precision: 1 }"],
      /`measured.yaml` line 15 gives a figure for `hearsay`, which is no family/,
    ],
    [
      "a rule without a figure",
      FAMILIES.filter((line) => !line.includes("route")),
      /`measured.yaml` line \d+ gives no figure for `route`, the family of rule `route.cue`/,
    ],
    [
      "a figure above one",
      [...FAMILIES, "rules:", "  byline: { precision: 1.2 }"],
      /`measured.yaml` line 16 .*precision/,
    ],
  ])("refuses %s", (_what, lines, sentence) => {
    expect(() => bookOf(lines.join("\n"))).toThrow(sentence);
  });
});
