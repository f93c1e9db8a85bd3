import type { BranchClause } from "../ast/query.js";
import { EVERYTHING } from "./footprint.js";
import type { Column, Plan } from "./plan.js";
import { clauseWrites, type PlanInner } from "./plan-call.js";
import {
  afterWrite,
  beforeRead,
  beforeWrite,
  type Planning,
  type PlanState,
  reading,
} from "./planning.js";
import { Scope } from "./scope.js";

/** WHEN … THEN … ELSE, or braces: behind it there are the columns of its branches and nothing else. */
export function planBranches(
  planning: Planning,
  before: PlanState,
  clause: BranchClause,
  planInner: PlanInner,
): { readonly state: PlanState; readonly columns: readonly Column[] } {
  const writes = clause.branches.some(({ query }) => clauseWrites(query));
  const state = writes ? beforeWrite(before, EVERYTHING, EVERYTHING) : beforeRead(before);
  const scopes = { imports: state.scope, inside: state.scope };
  const inner = clause.branches.map(({ query }) => planInner(query, scopes));
  const columns: readonly Column[] = (inner[0]?.columns ?? []).map(({ name }) => ({
    name,
    binding: planning.slots.value(),
  }));
  const plan: Plan = {
    kind: "Branch",
    input: state.plan,
    branches: clause.branches.map(({ condition }, at) => ({
      condition,
      plan: inner[at]?.plan ?? { kind: "Argument" },
      columns: inner[at]?.columns.map(({ binding }) => binding) ?? [],
    })),
    columns: columns.map(({ binding }) => binding),
    scope: state.scope,
  };
  const scope = Scope.of(columns.map(({ name, binding }) => [name, binding]));
  const next = writes ? afterWrite(state, plan, scope, EVERYTHING) : { ...state, plan, scope };
  return { state: reading(next), columns };
}
