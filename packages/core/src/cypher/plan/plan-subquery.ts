import type { Expression } from "../ast/expression.js";
import type { Pattern } from "../ast/pattern.js";
import type { Query } from "../ast/query.js";
import { PatternBuilder } from "./pattern-builder.js";
import type { Plan } from "./plan.js";
import { planQuery } from "./plan-query.js";
import type { Planning } from "./planning.js";
import type { Scope } from "./scope.js";
import type { Binding } from "./slots.js";

/** The search inside an expression: its plan, what it binds and what it returns. */
export interface SubqueryPlan {
  readonly plan: Plan;
  readonly scope: Scope;
  readonly columns: readonly Binding[];
}

/** A pattern to be found around the variables of the row. */
export function planPatternSearch(
  planning: Planning,
  outer: Scope,
  pattern: Pattern,
  where: Expression | null,
): SubqueryPlan {
  const builder = new PatternBuilder(planning, outer);
  builder.addClause(pattern.parts, where);
  const built = builder.build();
  const scope = builder.scope();
  const plan: Plan = { kind: "Match", input: { kind: "Argument" }, pattern: built, scope };
  return { plan, scope, columns: [] };
}

/** A whole query that sees all variables of the row. */
export function planInnerQuery(planning: Planning, outer: Scope, query: Query): SubqueryPlan {
  const { plan, columns } = planQuery(planning, query, { imports: outer, inside: outer });
  return { plan, scope: outer, columns: columns.map(({ binding }) => binding) };
}
