import { hasKind } from "./walk-ast.js";

/**
 * Expressions whose value the graph may change: everything that looks at a property or a pattern, and
 * calls, since `labels(n)` and `properties(n)` look into their arguments.
 */
const READING: ReadonlySet<string> = new Set([
  "PropertyAccess",
  "IndexAccess",
  "LabelPredicate",
  "FunctionCall",
  "PatternPredicate",
  "PatternComprehension",
  "SubqueryExpression",
  "ShortestPathExpression",
  "MapProjection",
]);

/** Whether anything under `root` may read what an earlier clause writes. */
export function readsGraph(root: unknown): boolean {
  return hasKind(root, READING);
}
