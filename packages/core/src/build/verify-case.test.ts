import { describe, expect, it } from "vitest";
import { PropertyGraph } from "../graph/property-graph.js";
import { sha256 } from "../text/sha256.js";
import { verifyCase } from "./verify-case.js";

const TEXT = "Ada Brill leads the ring. A lawyer denies it.";

/** Problems of a case of one link with the properties given. */
function problemsOf(properties: Readonly<Record<string, readonly string[]>>) {
  const graph = new PropertyGraph();
  const document = [
    ["id", "doc:1"],
    ["sha256", sha256(TEXT)],
  ] as const;
  graph.createNode(["Document"], document);
  const ends = ["a", "b"].map((id) => graph.createNode(["Person"], [["id", id]]));
  const [start = 0, end = 0] = ends;
  graph.createRelationship("LEADS", start, end, [["id", "r"], ...Object.entries(properties)]);
  return verifyCase({ graph, texts: new Map([["doc:1", TEXT]]) }).problems.map(({ kind }) => kind);
}

const proved = { quotes: ["Ada Brill leads the ring."], spans: ["doc:1:0-25"] };
const denied = { deniedQuotes: ["A lawyer denies it."], deniedSpans: ["doc:1:26-45"] };

describe("verifyCase", () => {
  it.each([
    ["a link that is proved and denied as it says", { ...proved, ...denied }, []],
    ["a link without a quote", {}, ["quote-missing"]],
    ["a link that is only denied", denied, ["quote-missing"]],
    ["an empty quote", { quotes: [""], spans: ["doc:1:5-5"] }, ["quote-misplaced"]],
    [
      "a denial put otherwise",
      { ...proved, ...denied, deniedQuotes: ["A lawyer admits it."] },
      ["quote-misplaced"],
    ],
    [
      "a quote without its place",
      { quotes: proved.quotes, spans: [] },
      ["quote-missing", "quote-misplaced"],
    ],
  ])("finds in %s what is wrong", (_what, properties, kinds) => {
    expect(problemsOf(properties)).toEqual(kinds);
  });
});
