import { PropertyGraph } from "@redthread/core/graph";
import { HOSTILE_TEXTS } from "./draw-graph.js";

/** Two people, two links of one type between them that differ in their proof, and a loop. */
export function parallelLinks(): PropertyGraph {
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
export function hostileGraph(): PropertyGraph {
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
