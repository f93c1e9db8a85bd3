import type {
  BinaryExpression,
  CaseExpression,
  Expression,
  FunctionCall,
  ListComprehension,
  MapProjection,
  PatternComprehension,
  Quantifier,
  Reduce,
  SubqueryExpression,
} from "../ast/expression.js";
import { type AnalysisContext, CONDITION_SITE, type ExpressionSite } from "./analysis-context.js";
import { checkBoundPattern, comprehensionPattern } from "./check-pattern-expression.js";
import { checkCallTypes } from "./function-types.js";
import { arithmeticType } from "./operator-types.js";
import { assertFixedLabels } from "./rules/dynamic-label.js";
import { assertAggregateAllowed, assertProjected } from "./rules/invalid-aggregation.js";
import { assertHasProperties, assertType } from "./rules/invalid-argument-type.js";
import { assertShortestShape } from "./rules/match-pattern.js";
import { assertNotRandom } from "./rules/non-constant-expression.js";
import { resolveVariable } from "./rules/undefined-variable.js";
import { unexpectedPattern } from "./rules/unexpected-pattern.js";
import { assertArity, unknownFunction } from "./rules/unknown-function.js";
import type { Scope } from "./scope.js";
import {
  ANY,
  BOOLEAN,
  FLOAT,
  INTEGER,
  join,
  listOf,
  MAP,
  NULL,
  PATH,
  STRING,
  type StaticType,
} from "./static-type.js";

/** One expression at one place: what its parts need to be checked with. */
interface Site {
  readonly scope: Scope;
  readonly site: ExpressionSite;
  readonly context: AnalysisContext;
}

/**
 * Checks an expression and gives what is known of its type.
 * @throws CypherError for unknown names and functions, misplaced aggregates and patterns, and types
 * that can never fit
 */
export function checkExpression(
  expression: Expression,
  scope: Scope,
  site: ExpressionSite,
  context: AnalysisContext,
): StaticType {
  return check(expression, { scope, site, context });
}

function check(expression: Expression, at: Site): StaticType {
  return at.scope.findKnown(expression) ?? checkKind(expression, at);
}

function checkKind(expression: Expression, at: Site): StaticType {
  switch (expression.kind) {
    case "PropertyAccess":
      assertHasProperties(value(expression.subject, at), expression.key, expression.span);
      return ANY;
    case "IndexAccess":
    case "SliceAccess":
      return checkIndex(expression, at);
    case "LabelPredicate":
      assertFixedLabels(expression);
      assertType(
        value(expression.subject, at),
        ["node", "relationship"],
        "The subject of a label test",
        expression.subject.span,
      );
      return BOOLEAN;
    case "UnaryExpression":
      return expression.operator === "not"
        ? checkCondition(expression.operand, "The operand of NOT", at)
        : arithmeticType(expression, [value(expression.operand, at)]);
    case "BinaryExpression":
      return checkBinary(expression, at);
    case "ComparisonChain":
      checkAll(expression.operands, at);
      return BOOLEAN;
    case "NullCheck":
    case "IsPredicate":
      value(expression.operand, at);
      return BOOLEAN;
    case "FunctionCall":
      return checkCall(expression, at);
    case "CaseExpression":
      return checkCase(expression, at);
    case "ListComprehension":
      return checkListComprehension(expression, at);
    case "PatternComprehension":
      return checkPatternComprehension(expression, at);
    case "Quantifier":
      return checkQuantifier(expression, at);
    case "Reduce":
      return checkReduce(expression, at);
    case "PatternPredicate":
      if (!at.site.patterns) {
        throw unexpectedPattern(expression, at.context.source);
      }
      checkBoundPattern(expression.pattern, at.scope, at.context);
      return BOOLEAN;
    case "SubqueryExpression":
      return checkSubquery(expression, at);
    case "ShortestPathExpression":
      assertShortestShape(expression.pattern, expression.all);
      checkBoundPattern(expression.pattern, at.scope, at.context);
      return expression.all ? listOf(PATH) : PATH;
    case "MapProjection":
      return checkMapProjection(expression, at);
    default:
      return checkLiteral(expression, at);
  }
}

type LiteralKind =
  | "IntegerLiteral"
  | "FloatLiteral"
  | "StringLiteral"
  | "BooleanLiteral"
  | "NullLiteral"
  | "Parameter"
  | "Variable"
  | "ListLiteral"
  | "MapLiteral";

function checkLiteral(
  expression: Extract<Expression, { kind: LiteralKind }>,
  at: Site,
): StaticType {
  switch (expression.kind) {
    case "IntegerLiteral":
      return INTEGER;
    case "FloatLiteral":
      return FLOAT;
    case "StringLiteral":
      return STRING;
    case "BooleanLiteral":
      return BOOLEAN;
    case "NullLiteral":
      return NULL;
    case "Parameter":
      at.context.parameters.add(expression.name);
      return ANY;
    case "Variable":
      return resolveVariable(expression, at.scope);
    case "ListLiteral":
      return listOf(checkAll(expression.items, at).reduce(join, NULL));
    case "MapLiteral":
      checkAll(
        expression.entries.map(({ value }) => value),
        at,
      );
      return MAP;
  }
}

/** A part that stands for a value: a bare pattern cannot. */
function value(expression: Expression, at: Site): StaticType {
  return check(expression, at.site.patterns ? { ...at, site: withoutPatterns(at.site) } : at);
}

function withoutPatterns(site: ExpressionSite): ExpressionSite {
  return { ...site, patterns: false };
}

function checkAll(expressions: readonly Expression[], at: Site): readonly StaticType[] {
  return expressions.map((expression) => value(expression, at));
}

function checkOptional(expression: Expression | null, at: Site): StaticType | null {
  return expression === null ? null : value(expression, at);
}

/** A part that has to be true or false; a bare pattern can. */
function checkCondition(expression: Expression, what: string, at: Site): StaticType {
  const type = check(expression, { ...at, site: { ...at.site, patterns: true } });
  assertType(type, ["boolean"], what, expression.span);
  return BOOLEAN;
}

/** Parts with variables of their own are computed per item: nothing can be aggregated there. */
function inner(at: Site, names: readonly (readonly [string, StaticType])[]): Site {
  const aggregates = at.site.aggregates === "inside" ? "inside" : "forbidden";
  return { ...at, scope: at.scope.withAll(names), site: { aggregates, patterns: false } };
}

function checkIndex(
  expression: Expression & { readonly kind: "IndexAccess" | "SliceAccess" },
  at: Site,
): StaticType {
  const subject = value(expression.subject, at);
  if (expression.kind === "IndexAccess") {
    value(expression.index, at);
    return subject.kind === "list" ? subject.item : ANY;
  }
  assertType(subject, ["list"], "What a slice is cut from", expression.subject.span);
  checkOptional(expression.from, at);
  checkOptional(expression.to, at);
  return subject.kind === "list" ? subject : ANY;
}

function checkBinary(expression: BinaryExpression, at: Site): StaticType {
  const { operator, left, right } = expression;
  switch (operator) {
    case "and":
    case "or":
    case "xor": {
      const what = `An operand of ${operator.toUpperCase()}`;
      checkCondition(left, what, at);
      return checkCondition(right, what, at);
    }
    case "in":
      value(left, at);
      assertType(value(right, at), ["list"], "The right side of IN", right.span);
      return BOOLEAN;
    case "starts-with":
    case "ends-with":
    case "contains":
    case "=~":
      checkAll([left, right], at);
      return BOOLEAN;
    default:
      return arithmeticType(expression, [value(left, at), value(right, at)]);
  }
}

function checkCall(call: FunctionCall, at: Site): StaticType {
  const { catalog } = at.context;
  const aggregate = catalog.findAggregate(call.name);
  if (aggregate !== undefined) {
    assertAggregateAllowed(call, at.site);
    const site: ExpressionSite = { aggregates: "inside", patterns: false };
    const types = call.arguments.map((argument) => check(argument, { ...at, site }));
    assertProjected(call, at.site);
    if (!call.star) {
      assertArity(call, aggregate);
    }
    for (const argument of call.arguments) {
      assertNotRandom(call, argument);
    }
    return checkCallTypes(call, types);
  }
  const arity = catalog.findFunction(call.name);
  if (arity === undefined) {
    throw unknownFunction(call, catalog);
  }
  assertArity(call, arity);
  return checkCallTypes(call, checkAll(call.arguments, at));
}

function checkCase(expression: CaseExpression, at: Site): StaticType {
  checkOptional(expression.subject, at);
  const results = expression.branches.map(({ when, then }) => {
    if (expression.subject === null) {
      checkCondition(when, "The condition after WHEN", at);
    } else {
      value(when, at);
    }
    return value(then, at);
  });
  return [...results, checkOptional(expression.otherwise, at) ?? NULL].reduce(join);
}

function itemType(list: Expression, what: string, at: Site): StaticType {
  const type = value(list, at);
  assertType(type, ["list"], what, list.span);
  return type.kind === "list" ? type.item : ANY;
}

function checkListComprehension(expression: ListComprehension, at: Site): StaticType {
  const item = itemType(expression.list, "The list of a list comprehension", at);
  const within = inner(at, [[expression.variable.name, item]]);
  if (expression.where !== null) {
    checkCondition(expression.where, "The condition after WHERE", within);
  }
  return listOf(checkOptional(expression.projection, within) ?? item);
}

function checkPatternComprehension(expression: PatternComprehension, at: Site): StaticType {
  const pattern = comprehensionPattern(expression);
  const scope = at.context.checks.matchPattern(pattern, at.scope, at.context);
  const within = { ...inner(at, []), scope };
  if (expression.where !== null) {
    checkCondition(expression.where, "The condition after WHERE", within);
  }
  return listOf(value(expression.projection, within));
}

function checkQuantifier(expression: Quantifier, at: Site): StaticType {
  const what = `The list of \`${expression.quantifier}()\``;
  const item = itemType(expression.list, what, at);
  if (expression.where !== null) {
    const within = inner(at, [[expression.variable.name, item]]);
    checkCondition(expression.where, "The condition after WHERE", within);
  }
  return BOOLEAN;
}

function checkReduce(expression: Reduce, at: Site): StaticType {
  value(expression.initial, at);
  const item = itemType(expression.list, "The list of `reduce()`", at);
  const within = inner(at, [
    [expression.accumulator.name, ANY],
    [expression.variable.name, item],
  ]);
  value(expression.expression, within);
  if (expression.condition === null) {
    return ANY;
  }
  checkCondition(expression.condition, "The condition of `allReduce()`", within);
  return BOOLEAN;
}

function checkSubquery(expression: SubqueryExpression, at: Site): StaticType {
  const { body, form } = expression;
  const { checks } = at.context;
  let item: StaticType = ANY;
  if (body.kind === "pattern") {
    const scope = checks.matchPattern(body.pattern, at.scope, at.context);
    if (body.where !== null) {
      checkCondition(body.where, "The condition after WHERE", {
        ...at,
        scope,
        site: CONDITION_SITE,
      });
    }
  } else {
    const columns = checks.query(body.query, at.scope, "expression", at.context);
    item = columns?.[0]?.[1] ?? ANY;
  }
  switch (form) {
    case "exists":
      return BOOLEAN;
    case "count":
      return INTEGER;
    case "collect":
      return listOf(item);
  }
}

function checkMapProjection(expression: MapProjection, at: Site): StaticType {
  const subject = value(expression.subject, at);
  assertType(
    subject,
    ["node", "relationship", "map"],
    "The subject of a map projection",
    expression.subject.span,
  );
  for (const item of expression.items) {
    if (item.kind === "entry") {
      value(item.value, at);
    } else if (item.kind === "variable") {
      value(item.variable, at);
    }
  }
  return MAP;
}
