import type { ForeachPlan } from "../plan/plan.js";
import { itemsOf } from "../values/list-access.js";
import type { BuildContext } from "./build-context.js";
import { drain, type Operator, operator, ROW } from "./operator.js";

/** Each row after the updates have run once for every item of a list; null is an empty list. */
export function foreach(
  context: BuildContext,
  plan: ForeachPlan,
  input: Operator,
  inner: Operator,
): Operator {
  const list = context.compile(plan.list, plan.scope);
  const { slot } = plan.to;
  const { budget } = context.runtime;
  return operator((row) => {
    const status = input.next(row);
    if (status !== ROW) {
      return status;
    }
    const items = itemsOf(list(row));
    budget.hold();
    for (const item of items ?? []) {
      row.values[slot] = item;
      inner.reset();
      drain(inner, row);
    }
    budget.release();
    return ROW;
  }, input.reset);
}
