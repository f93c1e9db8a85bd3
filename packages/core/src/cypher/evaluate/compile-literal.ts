import { Float } from "../../graph/property-value.js";
import type { Expression, ListLiteral, MapLiteral } from "../ast/expression.js";
import type { Scope } from "../plan/scope.js";
import type { CypherValue } from "../values/cypher-value.js";
import type { CompileContext, Evaluate } from "./compile-context.js";

/** The value of an expression that is the same for every row and every run; undefined for all others. */
export function constantOf(expression: Expression): CypherValue | undefined {
  switch (expression.kind) {
    case "IntegerLiteral":
    case "StringLiteral":
    case "BooleanLiteral":
      return expression.value;
    case "FloatLiteral":
      return new Float(expression.value);
    case "NullLiteral":
      return null;
    case "ListLiteral": {
      const items = expression.items.map(constantOf);
      return items.every((item) => item !== undefined) ? items : undefined;
    }
    default:
      return undefined;
  }
}

export function compileList(
  context: CompileContext,
  expression: ListLiteral,
  scope: Scope,
): Evaluate {
  const items = expression.items.map((item) => context.compile(item, scope));
  const { budget } = context.runtime;
  return (row) => budget.admitMade(items.map((item) => item(row)));
}

export function compileMap(
  context: CompileContext,
  expression: MapLiteral,
  scope: Scope,
): Evaluate {
  const entries = expression.entries.map(
    ({ key, value }) => [key, context.compile(value, scope)] as const,
  );
  const { budget } = context.runtime;
  return (row) => budget.admitMade(new Map(entries.map(([key, value]) => [key, value(row)])));
}
