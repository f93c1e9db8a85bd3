import type { Expression } from "../ast/expression.js";
import { alternatives } from "../plan/pattern-graph.js";
import { hasKind, namesIn, walkAst } from "../plan/walk-ast.js";

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

/** `f(variable) = g(others)`: the two sides, for a join on their values. */
export interface ValueJoin {
  readonly key: Expression;
  readonly value: Expression;
}

/** What a table cannot be made of: searches, and functions that may answer differently each time. */
const NO_KEY: ReadonlySet<string> = new Set([
  "PatternPredicate",
  "PatternComprehension",
  "SubqueryExpression",
  "ShortestPathExpression",
]);

/** The predicate as an equality between something of the variable alone and something of bound variables. */
export function valueJoinOf(
  predicate: Expression,
  variable: string,
  isBound: (name: string) => boolean,
): ValueJoin | null {
  if (
    predicate.kind !== "ComparisonChain" ||
    predicate.operators.length !== 1 ||
    predicate.operators[0] !== "=" ||
    hasKind(predicate, NO_KEY) ||
    isRandom(predicate)
  ) {
    return null;
  }
  const [left, right] = predicate.operands;
  if (left === undefined || right === undefined) {
    return null;
  }
  const joins = (key: Expression, value: Expression) => {
    const keyNames = [...namesIn(key)];
    const valueNames = [...namesIn(value)];
    return (
      keyNames.length === 1 &&
      keyNames[0] === variable &&
      valueNames.length > 0 &&
      valueNames.every((name) => name !== variable && isBound(name))
    );
  };
  if (joins(left, right)) {
    return { key: left, value: right };
  }
  return joins(right, left) ? { key: right, value: left } : null;
}

function isRandom(predicate: Expression): boolean {
  let found = false;
  walkAst(predicate, (node) => {
    found ||=
      node.kind === "FunctionCall" &&
      "name" in node &&
      String(node.name).toLowerCase().startsWith("rand");
    return !found;
  });
  return found;
}
