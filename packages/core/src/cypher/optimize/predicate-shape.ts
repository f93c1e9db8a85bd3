import type { Expression } from "../ast/expression.js";
import { alternatives } from "../plan/pattern-graph.js";

/** `variable.key = value` or `variable.key IN list`. */
export interface PropertyTest {
  readonly key: string;
  readonly value: Expression;
  readonly many: boolean;
}

/** The predicate as a test of one property of the variable against something else, if it is one. */
export function propertyTestOf(predicate: Expression, variable: string): PropertyTest | null {
  if (predicate.kind === "BinaryExpression" && predicate.operator === "in") {
    const key = keyOf(predicate.left, variable);
    return key === null ? null : { key, value: predicate.right, many: true };
  }
  if (
    predicate.kind !== "ComparisonChain" ||
    predicate.operators.length !== 1 ||
    predicate.operators[0] !== "="
  ) {
    return null;
  }
  const [left, right] = predicate.operands;
  if (left === undefined || right === undefined) {
    return null;
  }
  const key = keyOf(left, variable);
  if (key !== null) {
    return { key, value: right, many: false };
  }
  const turnedKey = keyOf(right, variable);
  return turnedKey === null ? null : { key: turnedKey, value: left, many: false };
}

function keyOf(expression: Expression, variable: string): string | null {
  return expression.kind === "PropertyAccess" &&
    expression.subject.kind === "Variable" &&
    expression.subject.name === variable
    ? expression.key
    : null;
}

/** The label that the predicate asks of the variable, when it asks for exactly one. */
export function labelTestOf(predicate: Expression, variable: string): string | null {
  if (
    predicate.kind !== "LabelPredicate" ||
    predicate.subject.kind !== "Variable" ||
    predicate.subject.name !== variable
  ) {
    return null;
  }
  const names = alternatives(predicate.labels);
  return names?.length === 1 ? (names[0] ?? null) : null;
}
