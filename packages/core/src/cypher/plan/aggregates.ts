import type { Expression, FunctionCall } from "../ast/expression.js";
import { expressionKey } from "../ast/expression-key.js";
import type { Catalog } from "../semantics/catalog.js";
import { walkAst } from "./walk-ast.js";

/** Subqueries have aggregates of their own. */
const OWN_SCOPE: ReadonlySet<string> = new Set(["SubqueryExpression"]);

function isCall(node: { readonly kind: string }): node is FunctionCall {
  return node.kind === "FunctionCall";
}

function aggregatesIn(catalog: Catalog, root: unknown): readonly FunctionCall[] {
  const found: FunctionCall[] = [];
  walkAst(root, (node) => {
    if (OWN_SCOPE.has(node.kind)) {
      return false;
    }
    if (isCall(node) && catalog.findAggregate(node.name) !== undefined) {
      found.push(node);
      return false;
    }
    return true;
  });
  return found;
}

/** Whether an aggregate function is called anywhere in the expression, subqueries apart. */
export function hasAggregate(catalog: Catalog, expression: Expression): boolean {
  return aggregatesIn(catalog, expression).length > 0;
}

/** The aggregate calls of some expressions, each one that is written twice only once. */
export function findAggregates(
  catalog: Catalog,
  expressions: readonly Expression[],
): readonly FunctionCall[] {
  const unique = new Map<string, FunctionCall>();
  for (const call of aggregatesIn(catalog, expressions)) {
    unique.set(expressionKey(call), call);
  }
  return [...unique.values()];
}
