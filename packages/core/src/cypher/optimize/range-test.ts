import { Float, type PropertyValue } from "../../graph/property-value.js";
import type { Expression } from "../ast/expression.js";

/** A test of one property that a sample can take, because the other side is written out. */
export interface RangeTest {
  readonly key: string;
  readonly passes: (value: PropertyValue) => boolean;
}

/** `variable.key < 5`, `variable.key STARTS WITH 'a'` and the like; null for every other predicate. */
export function rangeTestOf(predicate: Expression, variable: string): RangeTest | null {
  if (predicate.kind === "ComparisonChain") {
    const [left, right, ...more] = predicate.operands;
    const compares = COMPARES.get(predicate.operators[0] ?? "");
    return more.length > 0 || compares === undefined
      ? null
      : testOf(left, right, variable, compares);
  }
  if (predicate.kind === "BinaryExpression") {
    const compares = TEXT_COMPARES.get(predicate.operator);
    return compares === undefined
      ? null
      : testOf(predicate.left, predicate.right, variable, compares);
  }
  return null;
}

type Plain = string | number;
type Compares = (value: Plain, literal: Plain) => boolean;

const COMPARES: ReadonlyMap<string, Compares> = new Map<string, Compares>([
  ["<", (a, b) => a < b],
  ["<=", (a, b) => a <= b],
  [">", (a, b) => a > b],
  [">=", (a, b) => a >= b],
  ["<>", (a, b) => a !== b],
]);

const onTexts =
  (compares: (value: string, literal: string) => boolean): Compares =>
  (value, literal) =>
    compares(String(value), String(literal));

const TEXT_COMPARES: ReadonlyMap<string, Compares> = new Map<string, Compares>([
  ["starts-with", onTexts((a, b) => a.startsWith(b))],
  ["ends-with", onTexts((a, b) => a.endsWith(b))],
  ["contains", onTexts((a, b) => a.includes(b))],
]);

function testOf(
  left: Expression | undefined,
  right: Expression | undefined,
  variable: string,
  compares: Compares,
): RangeTest | null {
  const literal = literalOf(right);
  if (
    literal === null ||
    left?.kind !== "PropertyAccess" ||
    left.subject.kind !== "Variable" ||
    left.subject.name !== variable
  ) {
    return null;
  }
  return {
    key: left.key,
    passes: (value) => {
      const plain = value instanceof Float ? value.value : value;
      return (
        (typeof plain === "string" || typeof plain === "number") &&
        typeof plain === typeof literal &&
        compares(plain, literal)
      );
    },
  };
}

function literalOf(expression: Expression | undefined): Plain | null {
  switch (expression?.kind) {
    case "IntegerLiteral":
      return Number(expression.value);
    case "FloatLiteral":
    case "StringLiteral":
      return expression.value;
    default:
      return null;
  }
}
