import { createEngine } from "@redthread/core/cypher";
import { PropertyGraph } from "@redthread/core/graph";
import { describe, expect, it } from "vitest";
import { answerOf, readPathPatterns } from "../support/path-patterns.js";

const { graph, patterns } = readPathPatterns();

describe("path patterns", () => {
  const engine = createEngine({ graph: new PropertyGraph() });
  engine.run(graph);

  it.each(patterns)("answer as Neo4j does: $query", ({ query, answer }) => {
    if (answer === "error") {
      expect(() => engine.run(query)).toThrow();
    } else {
      expect(answerOf(engine.run(query).rows)).toBe(answer);
    }
  });
});
