import { Float, PropertyGraph } from "@redthread/core/graph";
import { describe, expect, it } from "vitest";
import { nodeFacts } from "./node-facts.js";
import { operationSub } from "./operation-words.js";

const graph = new PropertyGraph();
const raid = graph.createNode(
  ["Operation"],
  Object.entries({
    id: "o",
    name: "raid",
    kinds: ["raid", "seizure"],
    date: "2025-03-01/2025-03-03",
    tusksFound: 40,
    tusksFoundLow: 40,
    tusksFoundQualifier: "gte",
    arrested: 2,
    watchWord: "baobab",
    flagged: true,
    confidence: new Float(0.9),
  }),
);
const ivory = graph.createNode(["Species"], Object.entries({ id: "i", name: "ivory" }));
graph.createRelationship(
  "CONFISCATED",
  raid,
  ivory,
  Object.entries({ amount: new Float(320), unit: "kg" }),
);

describe("what is known of a thing", () => {
  it("is told by the keys of its properties, whatever the field", () => {
    expect(nodeFacts(graph, raid)).toEqual([
      ["Kind", "raid, seizure"],
      ["Date", "1 to 3 March 2025"],
      ["Arrested", "2"],
      ["Tusks found", "at least 40"],
      ["Watch word", "baobab"],
    ]);
  });

  it("is two figures on the picture", () => {
    expect(operationSub(graph, raid)).toBe("2 arrested · ≥ 40 tusks found");
  });

  it("is what an operation took, where it counts nothing else", () => {
    const quiet = graph.createNode(["Operation"], [["id", "q"]]);
    graph.createRelationship("CONFISCATED", quiet, ivory, [
      ["amount", new Float(1.5)],
      ["unit", "t"],
    ]);
    expect(operationSub(graph, quiet)).toBe("1.5 t");
  });

  it("writes every amount that reports tell where they disagree, and none that was withdrawn", () => {
    const graph = new PropertyGraph();
    const raid = graph.createNode(["Operation"], [["id", "operation:3"]]);
    const goods = graph.createNode(["Drug"], [["id", "drug:x"]]);
    graph.createRelationship("SEIZED", raid, goods, [
      ["amount", 300_000],
      ["unit", "pills"],
      ["verdict", "conflict"],
      ["toldValues", [new Float(300_000), new Float(260_000), new Float(90_000)]],
      ["toldStanding", ["shown", "told", "withdrawn"]],
    ]);
    expect(operationSub(graph, raid)).toBe("260,000 or 300,000 pills");
  });
});
