import type {
  BinaryExpression,
  Expression,
  NullCheck,
  UnaryExpression,
} from "../ast/expression.js";
import type { Scope } from "../plan/scope.js";
import type { CypherValue } from "../values/cypher-value.js";
import { isList, isMap } from "../values/is-value.js";
import { typeMismatch } from "../values/value-error.js";
import type { CompileContext, Evaluate, Test } from "./compile-context.js";

/**
 * The truth value of a condition: as Neo4j has it, a list is true unless it is empty, and any map is true.
 * @throws CypherError `InvalidArgumentType` for other values
 */
export function toTruth(value: CypherValue): boolean | null {
  if (value === null || typeof value === "boolean") {
    return value;
  }
  if (isList(value)) return value.length > 0;
  if (isMap(value)) return true;
  throw typeMismatch("A condition", "true, false or null", value);
}

/** NOT under three-valued logic. */
export function compileNot(
  context: CompileContext,
  expression: UnaryExpression,
  scope: Scope,
): Evaluate {
  const operand = context.compile(expression.operand, scope);
  return (row) => {
    const truth = toTruth(operand(row));
    return truth === null ? null : !truth;
  };
}

/** AND, OR and XOR under three-valued logic; AND and OR stop at the side that decides. */
export function compileConnective(
  context: CompileContext,
  expression: BinaryExpression & { readonly operator: "and" | "or" | "xor" },
  scope: Scope,
): Evaluate {
  const left = context.compile(expression.left, scope);
  const right = context.compile(expression.right, scope);
  if (expression.operator === "xor") {
    return (row) => {
      const a = toTruth(left(row));
      const b = toTruth(right(row));
      return a === null || b === null ? null : a !== b;
    };
  }
  const deciding = expression.operator === "or";
  if (decides(expression.left, deciding) || decides(expression.right, deciding)) {
    return () => deciding;
  }
  return (row) => {
    const a = toTruth(left(row));
    if (a === deciding) {
      return deciding;
    }
    const b = toTruth(right(row));
    return b === deciding ? deciding : a === null || b === null ? null : !deciding;
  };
}

/** `… OR true` and `… AND false` hold whatever the other side is, and it is not looked at. */
const decides = (side: Expression, deciding: boolean): boolean =>
  side.kind === "BooleanLiteral" && side.value === deciding;

/** IS NULL and IS NOT NULL. */
export function compileNullCheck(
  context: CompileContext,
  expression: NullCheck,
  scope: Scope,
): Evaluate {
  const operand = context.compile(expression.operand, scope);
  const { negated } = expression;
  return (row) => (operand(row) === null) !== negated;
}

/** Tests for the connectives: both wanted truth values follow from the parts without a null in sight. */
export function compileConnectiveTest(
  context: CompileContext,
  operator: "and" | "or",
  left: Expression,
  right: Expression,
  scope: Scope,
  wanted: boolean,
): Test {
  const deciding = operator === "or";
  if (decides(left, deciding) || decides(right, deciding)) {
    return () => deciding === wanted;
  }
  const first = context.test(left, scope, wanted);
  const second = context.test(right, scope, wanted);
  // `a AND b` is true when both are; it is false when either is. OR the other way round.
  return (operator === "and") === wanted
    ? (row) => first(row) && second(row)
    : (row) => first(row) || second(row);
}
