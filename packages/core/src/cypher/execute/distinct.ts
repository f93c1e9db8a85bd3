import type { DistinctPlan } from "../plan/plan.js";
import type { BuildContext } from "./build-context.js";
import { type Operator, operator, ROW } from "./operator.js";
import { rowKey } from "./row-key.js";

/** The first of the rows that share their keys. */
export function distinct(context: BuildContext, plan: DistinctPlan, input: Operator): Operator {
  const keyOf = rowKey(plan.keys);
  const seen = new Set<string | number>();
  const { budget } = context.runtime;
  return operator(
    (row) => {
      for (;;) {
        const status = input.next(row);
        if (status !== ROW) {
          return status;
        }
        const key = keyOf(row);
        if (!seen.has(key)) {
          seen.add(key);
          budget.keep();
          return ROW;
        }
      }
    },
    () => {
      budget.dropKept(seen.size);
      seen.clear();
      input.reset();
    },
  );
}
