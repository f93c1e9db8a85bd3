import type {
  DeleteClause,
  ForeachClause,
  RemoveClause,
  SetClause,
  UpdateClause,
} from "../ast/query.js";
import { readsGraph } from "./graph-reads.js";
import { planCreate } from "./plan-create.js";
import { planMerge } from "./plan-merge.js";
import {
  afterWrite,
  beforeWrite,
  initialState,
  type Planning,
  type PlanState,
} from "./planning.js";

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
  const state = beforeWrite(before, copiesEntity || readsGraph(values));
  const { scope } = state;
  return afterWrite(state, { kind: "Set", input: state.plan, items: clause.items, scope }, scope);
}

function planRemove(before: PlanState, clause: RemoveClause): PlanState {
  const state = beforeWrite(before, false);
  const { scope } = state;
  return afterWrite(
    state,
    { kind: "Remove", input: state.plan, items: clause.items, scope },
    scope,
  );
}

/** DELETE looks at the relationships a node has left, so earlier writes must be done. */
function planDelete(before: PlanState, clause: DeleteClause): PlanState {
  const state = beforeWrite(before, true);
  const { scope } = state;
  const { detach, targets } = clause;
  return afterWrite(state, { kind: "Delete", input: state.plan, detach, targets, scope }, scope);
}

function planForeach(planning: Planning, before: PlanState, clause: ForeachClause): PlanState {
  const state = beforeWrite(before, readsGraph(clause) || clause.updates.length > 1);
  const to = planning.slots.value();
  let inner = initialState(state.scope.with([[clause.variable.name, to]]));
  for (const update of clause.updates) {
    inner = planUpdate(planning, inner, update);
  }
  return afterWrite(
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
  );
}
