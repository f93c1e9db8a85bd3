import { Float } from "../../graph/property-value.js";
import type {
  BinaryExpression,
  BinaryOperator,
  Expression,
  UnaryExpression,
} from "../ast/expression.js";
import { compileRegex, type RegexMatcher } from "../functions/java-regex.js";
import type { Scope } from "../plan/scope.js";
import {
  add,
  divide,
  modulo,
  multiply,
  negate,
  plus,
  power,
  subtract,
} from "../values/arithmetic.js";
import type { CypherValue } from "../values/cypher-value.js";
import { isInteger } from "../values/is-value.js";
import { typeMismatch } from "../values/value-error.js";
import type { CompileContext, Evaluate } from "./compile-context.js";

type Apply = (a: CypherValue, b: CypherValue) => CypherValue;

/** Texts only: anything else, as in Neo4j, is no match for certain and so null. */
const onTexts =
  (holds: (a: string, b: string) => boolean): Apply =>
  (a, b) =>
    typeof a === "string" && typeof b === "string" ? holds(a, b) : null;

/** `=~`; a pattern that stays the same from row to row is compiled once. */
function regexOperation(): Apply {
  let last: string | null = null;
  let matches: RegexMatcher = () => false;
  return (text, pattern) => {
    if (text === null || pattern === null) {
      return null;
    }
    if (typeof text !== "string" || typeof pattern !== "string") {
      throw typeMismatch("`=~`", "two texts", typeof text === "string" ? pattern : text);
    }
    if (pattern !== last) {
      matches = compileRegex(pattern);
      last = pattern;
    }
    return matches(text);
  };
}

/** Sums of small integers, the bulk of all arithmetic, stay on the first line. */
const sum: Apply = (a, b) => {
  if (typeof a === "number" && typeof b === "number") {
    const result = a + b;
    if (Number.isSafeInteger(result)) {
      return result;
    }
  }
  return add(a, b);
};

const difference: Apply = (a, b) => {
  if (typeof a === "number" && typeof b === "number") {
    const result = a - b;
    if (Number.isSafeInteger(result)) {
      return result;
    }
  }
  return subtract(a, b);
};

type ValueOperator = Exclude<BinaryOperator, "and" | "or" | "xor" | "in">;

const OPERATIONS: Readonly<Record<Exclude<ValueOperator, "=~">, Apply>> = {
  "+": sum,
  "-": difference,
  "*": multiply,
  "/": divide,
  "%": modulo,
  "^": power,
  "starts-with": onTexts((a, b) => a.startsWith(b)),
  "ends-with": onTexts((a, b) => a.endsWith(b)),
  contains: onTexts((a, b) => a.includes(b)),
};

/** Arithmetic and the operators on texts. */
export function compileOperation(
  context: CompileContext,
  expression: BinaryExpression & { readonly operator: ValueOperator },
  scope: Scope,
): Evaluate {
  const left = context.compile(expression.left, scope);
  const right = context.compile(expression.right, scope);
  const { operator } = expression;
  if (operator === "/" && isNumberLiteral(expression.left) && isNumberLiteral(expression.right)) {
    return (row) => divideLiterals(left(row), right(row));
  }
  const apply = operator === "=~" ? regexOperation() : OPERATIONS[operator];
  const { budget } = context.runtime;
  if (JOINING.has(operator)) {
    return (row) => {
      const a = left(row);
      const b = right(row);
      if (typeof a === "number" && typeof b === "number") {
        return apply(a, b);
      }
      budget.admitJoined(a, b);
      return budget.admitMade(apply(a, b));
    };
  }
  if (READING.has(operator)) {
    return (row) => {
      const text = left(row);
      budget.lookThrough(text);
      return apply(text, right(row));
    };
  }
  return (row) => apply(left(row), right(row));
}

/** Operators that join texts and lists into longer ones. */
const JOINING: ReadonlySet<BinaryOperator> = new Set(["+"]);
/** Operators that read a text from its start to its end. */
const READING: ReadonlySet<BinaryOperator> = new Set(["contains", "ends-with", "=~"]);

const isNumberLiteral = ({ kind }: Expression): boolean =>
  kind === "IntegerLiteral" || kind === "FloatLiteral";

/** Neo4j works `1.0 / 0` out while it reads the query, and there a float decides: Infinity. */
function divideLiterals(a: CypherValue, b: CypherValue): CypherValue {
  return a instanceof Float && isInteger(b) ? divide(a, new Float(Number(b))) : divide(a, b);
}

/** `-x` and `+x`. */
export function compileSign(
  context: CompileContext,
  expression: UnaryExpression,
  scope: Scope,
): Evaluate {
  const operand = context.compile(expression.operand, scope);
  return expression.operator === "-" ? (row) => negate(operand(row)) : (row) => plus(operand(row));
}
