import type {
  DeleteClause,
  ForeachClause,
  RemoveClause,
  SetClause,
  UpdateClause,
} from "../ast/query.js";
import { EVERYTHING, NOTHING, readsOf, writesOfItems } from "./footprint.js";
import type { Plan } from "./plan.js";
import { planCreate } from "./plan-create.js";
import { planMerge } from "./plan-merge.js";
import {
  afterWrite,
  beforeWrite,
  initialState,
  type Planning,
  type PlanState,
  reading,
} from "./planning.js";
import { hasKind } from "./walk-ast.js";

/** Updates that search the graph before they change it. */
const SEARCHING: ReadonlySet<string> = new Set(["MergeClause", "DeleteClause"]);

/** Any clause that changes the graph. */
export function planUpdate(planning: Planning, state: PlanState, clause: UpdateClause): PlanState {
  switch (clause.kind) {
    case "CreateClause":
      return planCreate(planning, state, clause);
    case "MergeClause":
      return planMerge(planning, state, clause);
    case "SetClause":
      return planSet(state, clause);
    case "RemoveClause":
      return planRemove(state, clause);
    case "DeleteClause":
      return planDelete(state, clause);
    case "ForeachClause":
      return planForeach(planning, state, clause);
  }
}

function planSet(before: PlanState, clause: SetClause): PlanState {
  const values = clause.items.map((item) => (item.kind === "labels" ? null : item.value));
  const copiesEntity = clause.items.some(
    (item) => (item.kind === "replace" || item.kind === "add") && item.value.kind !== "MapLiteral",
  );
  const reads = copiesEntity ? EVERYTHING : readsOf(values);
  const writes = writesOfItems(clause.items);
  const state = beforeWrite(before, writes, reads);
  const { scope } = state;
  const plan: Plan = { kind: "Set", input: state.plan, items: clause.items, scope };
  return reading(afterWrite(state, plan, scope, writes), reads);
}

function planRemove(before: PlanState, clause: RemoveClause): PlanState {
  const writes = writesOfItems(clause.items);
  const state = beforeWrite(before, writes, NOTHING);
  const { scope } = state;
  return afterWrite(
    state,
    { kind: "Remove", input: state.plan, items: clause.items, scope },
    scope,
    writes,
  );
}

/** DELETE looks at the relationships a node has left, so earlier writes must be done. */
function planDelete(before: PlanState, clause: DeleteClause): PlanState {
  const state = beforeWrite(before, EVERYTHING, EVERYTHING);
  const { scope } = state;
  const { detach, targets } = clause;
  const plan: Plan = { kind: "Delete", input: state.plan, detach, targets, scope };
  return afterWrite(state, plan, scope, EVERYTHING);
}

function planForeach(planning: Planning, before: PlanState, clause: ForeachClause): PlanState {
  const isSearch = clause.updates.length > 1 || hasKind(clause, SEARCHING);
  const reads = isSearch ? EVERYTHING : readsOf(clause);
  const state = beforeWrite(before, EVERYTHING, reads);
  const to = planning.slots.value();
  let inner = initialState(state.scope.with([[clause.variable.name, to]]));
  for (const update of clause.updates) {
    inner = planUpdate(planning, inner, update);
  }
  const next = afterWrite(
    state,
    {
      kind: "Foreach",
      input: state.plan,
      list: clause.list,
      scope: state.scope,
      to,
      inner: inner.plan,
    },
    state.scope,
    EVERYTHING,
  );
  return reading(next, reads);
}
