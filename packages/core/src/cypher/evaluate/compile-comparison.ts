import type { ComparisonChain, ComparisonOperator } from "../ast/expression.js";
import type { Scope } from "../plan/scope.js";
import { compareValues } from "../values/compare.js";
import type { CypherValue } from "../values/cypher-value.js";
import { equals } from "../values/equals.js";
import { compileColumnTest } from "./compile-column-test.js";
import type { CompileContext, Evaluate, Test } from "./compile-context.js";

type Compare = (a: CypherValue, b: CypherValue) => boolean | null;

/** Integers are plain numbers, so that most comparisons never leave the first line. */
const COMPARE: Readonly<Record<ComparisonOperator, Compare>> = {
  "=": (a, b) => (typeof a === "number" && typeof b === "number" ? a === b : equals(a, b)),
  "<>": (a, b) => {
    const same = typeof a === "number" && typeof b === "number" ? a === b : equals(a, b);
    return same === null ? null : !same;
  },
  "<": (a, b) => {
    if (typeof a === "number" && typeof b === "number") {
      return a < b;
    }
    const order = compareValues(a, b);
    return order === null ? null : order < 0;
  },
  "<=": (a, b) => {
    if (typeof a === "number" && typeof b === "number") {
      return a <= b;
    }
    const order = compareValues(a, b);
    return order === null ? null : order <= 0;
  },
  ">": (a, b) => {
    if (typeof a === "number" && typeof b === "number") {
      return a > b;
    }
    const order = compareValues(a, b);
    return order === null ? null : order > 0;
  },
  ">=": (a, b) => {
    if (typeof a === "number" && typeof b === "number") {
      return a >= b;
    }
    const order = compareValues(a, b);
    return order === null ? null : order >= 0;
  },
};

/** `a < b <= c`: every neighbouring pair must hold, each operand is evaluated once. */
export function compileComparison(
  context: CompileContext,
  expression: ComparisonChain,
  scope: Scope,
): Evaluate {
  const operands = expression.operands.map((operand) => context.compile(operand, scope));
  const compares = expression.operators.map((operator) => COMPARE[operator]);
  const { budget } = context.runtime;
  const [left, right] = operands;
  const [only] = compares;
  if (left === undefined || right === undefined || only === undefined) {
    throw new TypeError("a comparison has two operands at least");
  }
  if (compares.length === 1) {
    return (row) => {
      const a = left(row);
      const b = right(row);
      if (typeof a === "object" && typeof b === "object") {
        budget.goThrough(a);
      }
      return only(a, b);
    };
  }
  return (row) => {
    const values = operands.map((operand) => operand(row));
    values.forEach((value) => {
      budget.goThrough(value);
    });
    let unknown = false;
    for (const [at, compare] of compares.entries()) {
      const holds = compare(values[at] ?? null, values[at + 1] ?? null);
      if (holds === false) {
        return false;
      }
      unknown ||= holds === null;
    }
    return unknown ? null : true;
  };
}

/** A comparison as a test. */
export function compileComparisonTest(
  context: CompileContext,
  expression: ComparisonChain,
  scope: Scope,
  wanted: boolean,
): Test {
  const [left, right] = expression.operands;
  const [operator] = expression.operators;
  if (
    left === undefined ||
    right === undefined ||
    operator === undefined ||
    expression.operators.length > 1
  ) {
    const evaluate = compileComparison(context, expression, scope);
    return (row) => evaluate(row) === wanted;
  }
  const first = context.compile(left, scope);
  const second = context.compile(right, scope);
  const compare = COMPARE[operator];
  const { budget } = context.runtime;
  const otherwise: Test = (row) => {
    const a = first(row);
    const b = second(row);
    if (typeof a === "object" && typeof b === "object") {
      budget.goThrough(a);
    }
    return compare(a, b) === wanted;
  };
  return compileColumnTest(context, expression, scope, wanted, otherwise) ?? otherwise;
}
