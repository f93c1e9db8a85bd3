import type { Expression } from "../ast/expression.js";
import type { CompileContext, Evaluate } from "../evaluate/compile-context.js";
import type { Row } from "../evaluate/row.js";
import { Scope } from "../plan/scope.js";
import { CypherError } from "../source/cypher-error.js";
import type { CypherValue } from "../values/cypher-value.js";
import { formatValue } from "../values/format-value.js";

/** The number of rows that SKIP or LIMIT asks for, worked out once a run. */
export function compileRowCount(
  context: CompileContext,
  what: "SKIP" | "LIMIT",
  expression: Expression,
): (row: Row) => number {
  const evaluate: Evaluate = context.compile(expression, Scope.empty);
  return (row) => rowCount(what, evaluate(row), expression);
}

function rowCount(what: string, value: CypherValue, { span }: Expression): number {
  if (typeof value === "number" && value >= 0) {
    return value;
  }
  if (typeof value === "bigint" && value >= 0n) {
    return Number.POSITIVE_INFINITY;
  }
  const isInteger = typeof value === "number" || typeof value === "bigint";
  throw new CypherError({
    kind: "SyntaxError",
    phase: "runtime",
    detail: isInteger ? "NegativeIntegerArgument" : "InvalidArgumentType",
    message: `\`${what}\` was given \`${formatValue(value)}\`. It takes an integer that is not negative.`,
    span,
  });
}
