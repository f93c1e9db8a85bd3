import type { Expression } from "../ast/expression.js";

/** The parts of `a AND b AND c`: a row passes the whole exactly when it passes each. */
export function conjunctsOf(expression: Expression | null): readonly Expression[] {
  if (expression === null) {
    return [];
  }
  return expression.kind === "BinaryExpression" && expression.operator === "and"
    ? [...conjunctsOf(expression.left), ...conjunctsOf(expression.right)]
    : [expression];
}
