import type { Expression } from "../../ast/expression.js";
import type { Scope } from "../../plan/scope.js";
import type { BuildContext } from "../build-context.js";
import type { BatchTest } from "./batch-test.js";

/** One label of a node, straight from the bits of the label; null for every other test. */
export function labelKernel(
  { runtime }: BuildContext,
  test: Expression,
  scope: Scope,
): BatchTest | null {
  if (
    test.kind !== "LabelPredicate" ||
    test.labels.kind !== "label" ||
    test.subject.kind !== "Variable"
  ) {
    return null;
  }
  const binding = scope.find(test.subject.name);
  if (binding?.kind !== "node") {
    return null;
  }
  const { slot } = binding;
  const { name } = test.labels;
  return (batch, places, count) => {
    const nodes = runtime.graph.nodesWithLabel(name);
    if (nodes === undefined || !batch.has(slot)) {
      return 0;
    }
    const column = batch.column(slot);
    let kept = 0;
    for (let at = 0; at < count; at += 1) {
      const place = places[at] ?? 0;
      const node = column[place] ?? -1;
      if (node >= 0 && nodes.has(node)) {
        places[kept] = place;
        kept += 1;
      }
    }
    return kept;
  };
}
