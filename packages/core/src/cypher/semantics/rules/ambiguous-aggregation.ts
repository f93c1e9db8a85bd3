import type { Expression } from "../../ast/expression.js";
import { expressionChildren } from "../../ast/expression-children.js";
import { expressionKey } from "../../ast/expression-key.js";
import type { Projection } from "../../ast/query.js";
import { holdsAggregate, isAggregate } from "../aggregates.js";
import type { Catalog } from "../catalog.js";
import { freeVariables } from "../free-variables.js";
import type { Scope } from "../scope.js";
import { semanticError } from "./semantic-error.js";

/** What rows are grouped by: variables as they are, and expressions by their text. */
interface GroupingKeys {
  readonly variables: ReadonlySet<string>;
  readonly expressions: ReadonlySet<string>;
}

/** Expressions that have to be taken apart even when the whole is a grouping key. */
const OPERATORS = new Set<Expression["kind"]>([
  "BinaryExpression",
  "UnaryExpression",
  "ComparisonChain",
]);

/** Expressions with variables of their own. */
const BINDERS = new Set<Expression["kind"]>([
  "ListComprehension",
  "PatternComprehension",
  "Quantifier",
  "Reduce",
  "SubqueryExpression",
]);

/**
 * Whether each item with an aggregate has one value a group: outside the aggregates only constants,
 * parameters, and what other items group by.
 * @throws CypherError `AmbiguousAggregationExpression`
 */
export function assertUnambiguous(projection: Projection, scope: Scope, catalog: Catalog): void {
  const grouping = projection.items.filter(
    ({ expression }) => !holdsAggregate(expression, catalog),
  );
  const variables = grouping.flatMap(({ expression }) =>
    expression.kind === "Variable" ? [expression.name] : [],
  );
  const keys: GroupingKeys = {
    variables: new Set(projection.star ? scope.names() : variables),
    expressions: new Set(grouping.map(({ expression }) => expressionKey(expression))),
  };
  for (const { expression } of projection.items) {
    if (holdsAggregate(expression, catalog)) {
      visit(expression, keys, scope, catalog, []);
    }
  }
}

/** `local`: names that a comprehension or reduce around the expression has bound, whatever they mean outside. */
function visit(
  expression: Expression,
  keys: GroupingKeys,
  scope: Scope,
  catalog: Catalog,
  local: readonly string[],
): void {
  if (isAggregate(expression, catalog)) {
    return;
  }
  const free = [...freeVariables(expression)].filter(
    (name) => scope.has(name) && !keys.variables.has(name) && !local.includes(name),
  );
  const aggregates = holdsAggregate(expression, catalog);
  if (free.length === 0 && !aggregates) {
    return;
  }
  if (
    !aggregates &&
    !OPERATORS.has(expression.kind) &&
    keys.expressions.has(expressionKey(expression))
  ) {
    return;
  }
  if (expression.kind === "Variable" || (!aggregates && BINDERS.has(expression.kind))) {
    throw ambiguous(expression, free[0] ?? "");
  }
  for (const child of expressionChildren(expression)) {
    visit(child, keys, scope, catalog, [...local, ...boundFor(child, expression)]);
  }
}

/** Names that the parent binds for this child: not for the list it goes through, nor for where it starts. */
function boundFor(child: Expression, parent: Expression): readonly string[] {
  switch (parent.kind) {
    case "ListComprehension":
    case "Quantifier":
      return child === parent.list ? [] : [parent.variable.name];
    case "Reduce":
      return child === parent.expression ? [parent.accumulator.name, parent.variable.name] : [];
    default:
      return [];
  }
}

function ambiguous(expression: Expression, name: string) {
  return semanticError(
    "AmbiguousAggregationExpression",
    `\`${name}\` stands beside an aggregate and is not grouped by.`,
    expression.span,
    "Make it an item of its own, or compute it in a WITH first.",
  );
}

/**
 * The same for a sort key with an aggregate: a projected operator expression cannot be part of it.
 * @throws CypherError `AmbiguousAggregationExpression`
 */
export function assertSimpleGrouping(
  expression: Expression,
  projection: Projection,
  catalog: Catalog,
): void {
  const complex = new Set(
    projection.items
      .filter(({ expression: item }) => OPERATORS.has(item.kind) && !holdsAggregate(item, catalog))
      .map(({ expression: item }) => expressionKey(item)),
  );
  const search = (part: Expression): void => {
    if (OPERATORS.has(part.kind) && complex.has(expressionKey(part))) {
      throw semanticError(
        "AmbiguousAggregationExpression",
        "A computed grouping key stands beside an aggregate.",
        part.span,
        "Name it with AS and use the name.",
      );
    }
    expressionChildren(part).forEach(search);
  };
  if (complex.size > 0) {
    search(expression);
  }
}
