import type { Expression } from "../ast/expression.js";
import { mapInputs } from "../plan/map-inputs.js";
import type { AggregatePlan, Plan, SortPlan, TopGroups } from "../plan/plan.js";
import type { Scope } from "../plan/scope.js";
import type { Binding } from "../plan/slots.js";

/**
 * Tells aggregations whose groups are ordered by one of the aggregates how many groups are wanted: those
 * that come behind need neither keys nor a row.
 */
export function markTopGroups(plan: Plan): Plan {
  const marked = mapInputs(plan, markTopGroups);
  return marked.kind === "Sort" && marked.top.length > 0
    ? { ...marked, input: topGroups(marked, marked.input, firstKeyOf(marked)) }
    : marked;
}

function firstKeyOf({ keys: [first] }: SortPlan): Binding | null {
  return first === undefined ? null : placeOf(first.expression, first.scope);
}

/** Follows the place that is ordered by down to the aggregate that fills it. */
function topGroups(sort: SortPlan, plan: Plan, key: Binding | null): Plan {
  if (key === null) {
    return plan;
  }
  if (plan.kind === "Assign") {
    const source = plan.items.find(({ to }) => isSame(to, key));
    const next = source === undefined ? key : placeOf(source.expression, plan.scope);
    return { ...plan, input: topGroups(sort, plan.input, next) };
  }
  return plan.kind === "Aggregate" && plan.byColumns ? withTop(sort, plan, key) : plan;
}

function withTop(sort: SortPlan, plan: AggregatePlan, key: Binding): AggregatePlan {
  const item = plan.items.findIndex(({ to }) => isSame(to, key));
  const top: TopGroups = {
    item,
    descending: sort.keys[0]?.descending ?? false,
    counts: sort.top,
  };
  return item < 0 || plan.keys.length === 0 ? plan : { ...plan, top };
}

function placeOf(expression: Expression, scope: Scope): Binding | null {
  const named = expression.kind === "Variable" ? scope.find(expression.name) : undefined;
  return scope.findKnown(expression) ?? named ?? null;
}

const isSame = (a: Binding, b: Binding): boolean => a.kind === b.kind && a.slot === b.slot;
