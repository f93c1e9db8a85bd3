import { describe, expect, it } from "vitest";
import { writeGraph } from "./graph-draft.js";

const node = (id: string) => ({ id, labels: ["Person"], properties: [["id", id]] as const });
const link = (end: string, quotes: readonly string[]) => ({
  id: "relationship:1",
  type: "LEADS",
  start: "person:a",
  end,
  properties: [["quotes", quotes]] as const,
});

describe("writeGraph", () => {
  it.each([
    ["a relationship without a quote", [link("person:b", [])], "EVIDENCE_MISSING"],
    ["an end that is no node", [link("person:c", ["So."])], "GRAPH_INVALID"],
  ])("refuses %s", (_what, links, code) => {
    const nodes = [node("person:a"), node("person:b")];
    expect(() => writeGraph(nodes, links)).toThrow(expect.objectContaining({ code }));
  });

  it("refuses two nodes of one id", () => {
    expect(() => writeGraph([node("person:a"), node("person:a")], [])).toThrow(
      expect.objectContaining({ code: "GRAPH_INVALID" }),
    );
  });
});
