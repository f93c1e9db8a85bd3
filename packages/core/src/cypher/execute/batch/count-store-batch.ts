import type { PropertyGraph } from "../../../graph/property-graph.js";
import type { CountStorePlan } from "../../plan/plan.js";
import { ROW } from "../operator.js";
import { BATCH_ROWS, type Batch, type BatchOperator } from "./batch.js";

/** Rows weighed by how many nodes or relationships there are, from the counts that the graph keeps. */
export function countStoreBatch(
  graph: PropertyGraph,
  plan: CountStorePlan,
  input: BatchOperator,
  output: Batch,
): BatchOperator {
  const places = Int32Array.from({ length: BATCH_ROWS }, (_, at) => at);
  const factors = new Float64Array(BATCH_ROWS);
  return {
    output,
    next: (row) => {
      const count = countOf(graph, plan);
      for (;;) {
        const status = input.next(row);
        if (status !== ROW) {
          return status;
        }
        output.takeFrom(input.output, places, count === 0 ? 0 : input.output.size);
        output.weigh(factors.fill(count));
        if (output.size > 0) {
          return ROW;
        }
      }
    },
    reset: input.reset,
  };
}

function countOf(graph: PropertyGraph, { counted }: CountStorePlan): number {
  if (counted.of === "nodes") {
    return counted.label === null ? graph.nodeCount : graph.countWithLabel(counted.label);
  }
  const { types, bothWays } = counted;
  const count =
    types === null
      ? graph.relationshipCount
      : [...new Set(types)].reduce((sum, type) => sum + graph.countWithType(type), 0);
  return bothWays ? 2 * count - loopsOf(graph, types) : count;
}

function loopsOf(graph: PropertyGraph, types: readonly string[] | null): number {
  if (types === null || graph.selfLoops === 0) {
    return graph.selfLoops;
  }
  let loops = 0;
  for (const type of new Set(types)) {
    graph.forEachRelationship(type, (relationship) => {
      loops += graph.startOf(relationship) === graph.endOf(relationship) ? 1 : 0;
      return true;
    });
  }
  return loops;
}
