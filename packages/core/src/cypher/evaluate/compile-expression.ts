import type { BinaryExpression, Expression, Parameter, Variable } from "../ast/expression.js";
import type { Scope } from "../plan/scope.js";
import { compileIndex, compileLabels, compileProperty, compileSlice } from "./compile-access.js";
import { compileOperation, compileSign } from "./compile-arithmetic.js";
import { compileCall } from "./compile-call.js";
import { compileCase } from "./compile-case.js";
import { compileComparison } from "./compile-comparison.js";
import type { CompileContext, Evaluate } from "./compile-context.js";
import { compileIn } from "./compile-in.js";
import { compileIsPredicate } from "./compile-is-predicate.js";
import {
  compileListComprehension,
  compileQuantifier,
  compileReduce,
} from "./compile-list-expression.js";
import { compileList, compileMap, constantOf } from "./compile-literal.js";
import { compileConnective, compileNot, compileNullCheck } from "./compile-logic.js";
import { compileMapProjection } from "./compile-map-projection.js";
import {
  compileExists,
  compilePatternComprehension,
  compileShortestPath,
  compileSubquery,
} from "./compile-subquery.js";
import { readBinding } from "./read-binding.js";

/** Compiles an expression to a closure over the row; what was computed before is read, not computed again. */
export function compileExpression(
  context: CompileContext,
  expression: Expression,
  scope: Scope,
): Evaluate {
  const constant = constantOf(expression);
  if (constant !== undefined) {
    return () => constant;
  }
  const known = scope.findKnown(expression);
  return known === undefined ? compileKind(context, expression, scope) : readBinding(known);
}

function compileKind(context: CompileContext, expression: Expression, scope: Scope): Evaluate {
  switch (expression.kind) {
    case "IntegerLiteral":
    case "FloatLiteral":
    case "StringLiteral":
    case "BooleanLiteral":
    case "NullLiteral":
      throw new TypeError("literals are constants");
    case "Parameter":
      return compileParameter(context, expression);
    case "Variable":
      return compileVariable(expression, scope);
    case "ListLiteral":
      return compileList(context, expression, scope);
    case "MapLiteral":
      return compileMap(context, expression, scope);
    case "PropertyAccess":
      return compileProperty(context, expression, scope);
    case "IndexAccess":
      return compileIndex(context, expression, scope);
    case "SliceAccess":
      return compileSlice(context, expression, scope);
    case "LabelPredicate":
      return compileLabels(context, expression, scope);
    case "UnaryExpression":
      return expression.operator === "not"
        ? compileNot(context, expression, scope)
        : compileSign(context, expression, scope);
    case "BinaryExpression":
      return compileBinary(context, expression, scope);
    case "ComparisonChain":
      return compileComparison(context, expression, scope);
    case "NullCheck":
      return compileNullCheck(context, expression, scope);
    case "IsPredicate":
      return compileIsPredicate(context, expression, scope);
    case "FunctionCall":
      return compileCall(context, expression, scope);
    case "CaseExpression":
      return compileCase(context, expression, scope);
    case "ListComprehension":
      return compileListComprehension(context, expression, scope);
    case "PatternComprehension":
      return compilePatternComprehension(context, expression, scope);
    case "Quantifier":
      return compileQuantifier(context, expression, scope);
    case "Reduce":
      return compileReduce(context, expression, scope);
    case "PatternPredicate":
      return compileExists(context, expression, scope);
    case "SubqueryExpression":
      return compileSubquery(context, expression, scope);
    case "ShortestPathExpression":
      return compileShortestPath(context, expression, scope);
    case "MapProjection":
      return compileMapProjection(context, expression, scope);
  }
}

function compileBinary(
  context: CompileContext,
  expression: BinaryExpression,
  scope: Scope,
): Evaluate {
  const { operator } = expression;
  switch (operator) {
    case "and":
    case "or":
    case "xor":
      return compileConnective(context, { ...expression, operator }, scope);
    case "in":
      return compileIn(context, expression, scope);
    default:
      return compileOperation(context, { ...expression, operator }, scope);
  }
}

function compileParameter({ runtime }: CompileContext, { name }: Parameter): Evaluate {
  return () => runtime.parameters.get(name) ?? null;
}

function compileVariable({ name }: Variable, scope: Scope): Evaluate {
  const binding = scope.find(name);
  if (binding === undefined) {
    throw new TypeError(`the variable ${name} has no place in the row`);
  }
  return readBinding(binding);
}
