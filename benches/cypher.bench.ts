import { createEngine } from "@redthread/core/cypher";
import { bench, describe } from "vitest";
import { caseGraph, MEDIUM } from "./case-graph.js";
import { shapes } from "./shapes.js";

const medium = caseGraph(MEDIUM);
const engine = createEngine({ graph: medium.graph });

// Read the ratio of the two: the loop is what the same question costs without a query language.
for (const { name, query, parameters, byHand } of shapes(medium)) {
  describe(name, () => {
    bench("loop by hand", () => {
      byHand();
    });
    bench("engine", () => {
      engine.run(query, parameters);
    });
  });
}
