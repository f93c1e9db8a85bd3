import { PropertyGraph } from "@redthread/core/graph";
import { describe, expect, it } from "vitest";
import { formats } from "../../scripts/torture/formats.js";
import { HOSTILE_TEXTS } from "./draw-graph.js";
import { ROUND_TRIPS, roundTripFault } from "./round-trip.js";

/** Two people, two links of one type between them that differ in their proof, and a loop. */
function parallelLinks(): PropertyGraph {
  const graph = new PropertyGraph();
  const [ada, ben] = ["ada", "ben"].map((id) => graph.createNode(["Person"], [["id", id]]));
  for (const [id, quote] of [
    ["one", "Ada met Ben."],
    ["two", "Ben met Ada."],
  ])
    graph.createRelationship("MET", ada ?? 0, ben ?? 0, [
      ["id", id ?? ""],
      ["quotes", [quote ?? ""]],
    ]);
  graph.createRelationship("MET", ada ?? 0, ada ?? 0, [["id", "loop"]]);
  return graph;
}

/** A node a hostile text: as its id, its label, a property, the name of one, an item of a list. */
function hostile(): PropertyGraph {
  const graph = new PropertyGraph();
  const slots = HOSTILE_TEXTS.map((text) =>
    graph.createNode(
      [text === "" ? "Empty" : text],
      [
        ["id", text],
        ["name", text],
        [text === "id" ? "key" : `k${text}`, [text, text]],
      ],
    ),
  );
  for (const [at, text] of HOSTILE_TEXTS.entries())
    graph.createRelationship(text === "" ? "EMPTY" : text, slots[at] ?? 0, slots[0] ?? 0, [
      ["quotes", [text]],
    ]);
  return graph;
}

describe.each(ROUND_TRIPS)("a graph written as %s and read again", (format) => {
  it.each([
    ["an empty graph", new PropertyGraph()],
    ["two links between the same nodes", parallelLinks()],
    ["texts that would end a string, a tag, a row or a formula", hostile()],
  ])("is what it was: %s", async (_, graph) => {
    expect(await roundTripFault(format, graph)).toBeNull();
  });
});

it("torture: 40 drawn graphs come back through every format as promised", async () => {
  const options = { seed: 1, count: 40, json: false, option: () => null, has: () => false };
  const { lines, failed } = await formats.run(options);
  expect({ lines, failed }).toEqual({
    lines: [expect.stringMatching(/^40 graphs .* every one came back as promised$/)],
    failed: false,
  });
});
