import type { Expression } from "../ast/expression.js";
import { expressionChildren } from "../ast/expression-children.js";
import type { Catalog } from "./catalog.js";

/** Whether the expression is a call of an aggregate. */
export function isAggregate(expression: Expression, catalog: Catalog): boolean {
  return expression.kind === "FunctionCall" && catalog.findAggregate(expression.name) !== undefined;
}

/** Whether an aggregate occurs anywhere in the expression. */
export function holdsAggregate(expression: Expression, catalog: Catalog): boolean {
  return (
    isAggregate(expression, catalog) ||
    expressionChildren(expression).some((child) => holdsAggregate(child, catalog))
  );
}
