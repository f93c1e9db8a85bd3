import type { Expression, FunctionCall } from "../../ast/expression.js";
import { expressionChildren } from "../../ast/expression-children.js";
import { freeVariables } from "../free-variables.js";
import { semanticError } from "./semantic-error.js";

/**
 * What SKIP and LIMIT take: a number that is the same for every row.
 * @throws CypherError `NonConstantExpression`, `NegativeIntegerArgument`, `InvalidArgumentType`
 */
export function assertRowCount(expression: Expression, clause: "SKIP" | "LIMIT"): void {
  const [variable] = freeVariables(expression);
  if (variable !== undefined || readsGraph(expression)) {
    throw semanticError(
      "NonConstantExpression",
      `${clause} depends on ${variable === undefined ? "the graph" : `the variable \`${variable}\``}; its number has to be the same for every row.`,
      expression.span,
      "Use a number, a parameter, or an expression of these.",
    );
  }
  if (expression.kind === "IntegerLiteral" && expression.value < 0) {
    throw semanticError(
      "NegativeIntegerArgument",
      `${clause} is \`${expression.value}\` where an integer of 0 or more is expected.`,
      expression.span,
    );
  }
  if (
    ["FloatLiteral", "StringLiteral", "BooleanLiteral", "ListLiteral", "MapLiteral"].includes(
      expression.kind,
    )
  ) {
    throw semanticError(
      "InvalidArgumentType",
      `${clause} takes an integer of 0 or more.`,
      expression.span,
    );
  }
}

const GRAPH_KINDS = new Set([
  "PatternComprehension",
  "PatternPredicate",
  "SubqueryExpression",
  "ShortestPathExpression",
]);

function readsGraph(expression: Expression): boolean {
  return GRAPH_KINDS.has(expression.kind) || expressionChildren(expression).some(readsGraph);
}

/** @throws CypherError `NonConstantExpression` for a random number among the arguments of an aggregate */
export function assertNotRandom(aggregate: FunctionCall, argument: Expression): void {
  if (
    argument.kind === "FunctionCall" &&
    ["rand", "randomuuid"].includes(argument.name.toLowerCase())
  ) {
    throw semanticError(
      "NonConstantExpression",
      `\`${argument.name}()\` inside \`${aggregate.name}()\` gives another value for every row.`,
      argument.span,
      "Bind it in a WITH first.",
    );
  }
  for (const child of expressionChildren(argument)) {
    assertNotRandom(aggregate, child);
  }
}
