import { createEngine, type QueryResult } from "@redthread/core/cypher";
import { bench, describe } from "vitest";
import { benchGraph, optionsFor } from "./bench-graph.js";
import { countShapes } from "./count-shapes.js";
import { shapes } from "./shapes.js";

const asked = benchGraph();
const engine = createEngine({ graph: asked.graph });

// Read the ratio of the two: the loop is what the same question costs without a query language.
for (const { name, query, parameters, byHand } of [...shapes(asked), ...countShapes(asked)]) {
  assertSameAnswer(name, engine.run(query, parameters), byHand());
  describe(name, () => {
    bench("loop by hand", () => void byHand(), optionsFor());
    bench("engine", () => void engine.run(query, parameters), optionsFor());
  });
}

/** A fast wrong answer is no result: a shape returns one number `n`, or as many rows as the loop counts. */
function assertSameAnswer(name: string, { columns, rows }: QueryResult, expected: number): void {
  const answer = columns.length === 1 && columns[0] === "n" ? rows[0]?.[0] : rows.length;
  if (answer !== expected) {
    throw new Error(`${name}: the engine answers ${String(answer)}, the loop ${expected}`);
  }
}
