import type { Expression } from "../ast/expression.js";
import type { Projection, ReturnClause, WithClause } from "../ast/query.js";
import { holdsAggregate } from "./aggregates.js";
import {
  type AnalysisContext,
  CONDITION_SITE,
  type ExpressionSite,
  PLAIN_SITE,
  PROJECTION_SITE,
} from "./analysis-context.js";
import { assertSimpleGrouping, assertUnambiguous } from "./rules/ambiguous-aggregation.js";
import { assertType } from "./rules/invalid-argument-type.js";
import { assertNewValues } from "./rules/let-binding.js";
import { noVariablesInScope } from "./rules/no-variables-in-scope.js";
import { assertRowCount } from "./rules/non-constant-expression.js";
import { assertAliases, assertDistinctNames } from "./rules/projection-names.js";
import { Scope } from "./scope.js";
import type { StaticType } from "./static-type.js";

type Columns = readonly (readonly [string, StaticType])[];

/** What WITH or RETURN leaves behind. */
interface ProjectedRow {
  readonly projection: Projection;
  readonly columns: Columns;
  /** What ORDER BY and the WHERE of a WITH can name. */
  readonly after: Scope;
  readonly aggregating: boolean;
}

/** Columns of a RETURN in order. */
export function checkReturn(clause: ReturnClause, scope: Scope, context: AnalysisContext): Columns {
  if (clause.projection.star && scope.size === 0) {
    throw noVariablesInScope(clause.projection);
  }
  return checkProjection(clause.projection, scope, context).columns;
}

/** The scope after a WITH. */
export function checkWith(clause: WithClause, scope: Scope, context: AnalysisContext): Scope {
  if (clause.form === "let") {
    assertNewValues(clause.projection, scope, context.catalog);
  }
  const row = checkProjection(clause.projection, scope, context);
  assertAliases(clause.projection);
  if (clause.where !== null) {
    const type = checkAfter(clause.where, row, CONDITION_SITE, context);
    assertCondition(type, clause.where);
  }
  return Scope.of(row.columns);
}

/** Checks the condition of a WHERE. */
export function checkWhere(where: Expression, scope: Scope, context: AnalysisContext): void {
  assertCondition(context.checks.expression(where, scope, CONDITION_SITE, context), where);
}

function assertCondition(type: StaticType, where: Expression): void {
  assertType(type, ["boolean"], "The condition after WHERE", where.span);
}

function checkProjection(
  projection: Projection,
  scope: Scope,
  context: AnalysisContext,
): ProjectedRow {
  const stars = projection.star ? starColumns(scope) : [];
  const items = projection.items.map(
    ({ expression, name }) =>
      [name, context.checks.expression(expression, scope, PROJECTION_SITE, context)] as const,
  );
  const aggregating = projection.items.some(({ expression }) =>
    holdsAggregate(expression, context.catalog),
  );
  if (aggregating) {
    assertUnambiguous(projection, scope, context.catalog);
  }
  const columns = [...stars, ...items];
  const after =
    aggregating || projection.distinct
      ? Scope.of(columns).knowing(
          projection.items.map(({ expression }, index) => [
            expression,
            items[index]?.[1] ?? { kind: "any" },
          ]),
        )
      : scope.withAll(columns);
  const row: ProjectedRow = { projection, columns, after, aggregating };
  for (const { expression } of projection.orderBy) {
    checkAfter(expression, row, PLAIN_SITE, context);
  }
  checkRowCount(projection.skip, "SKIP", context);
  checkRowCount(projection.limit, "LIMIT", context);
  const starNames = stars.map(([name]) => name);
  assertDistinctNames(projection, starNames);
  return row;
}

/** `*` gives the variables in the order of their names, as Neo4j does. */
function starColumns(scope: Scope): Columns {
  return [...scope.entries()].sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0));
}

/** Checks an expression that is computed after the projection: a sort key or the WHERE of a WITH. */
function checkAfter(
  expression: Expression,
  row: ProjectedRow,
  site: ExpressionSite,
  context: AnalysisContext,
): StaticType {
  if (!row.aggregating || !holdsAggregate(expression, context.catalog)) {
    return context.checks.expression(expression, row.after, site, context);
  }
  assertSimpleGrouping(expression, row.projection, context.catalog);
  return context.checks.expression(
    expression,
    row.after,
    { ...site, aggregates: "projected" },
    context,
  );
}

function checkRowCount(
  expression: Expression | null,
  clause: "SKIP" | "LIMIT",
  context: AnalysisContext,
): void {
  if (expression !== null) {
    assertRowCount(expression, clause);
    context.checks.expression(expression, Scope.empty, PLAIN_SITE, context);
  }
}
