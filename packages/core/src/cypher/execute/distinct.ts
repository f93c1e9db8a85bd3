import type { DistinctPlan } from "../plan/plan.js";
import type { BuildContext } from "./build-context.js";
import { type Operator, operator, ROW } from "./operator.js";
import { bytesOfKey, rowKey } from "./row-key.js";

/** The first of the rows that share their keys. */
export function distinct(context: BuildContext, plan: DistinctPlan, input: Operator): Operator {
  const keyOf = rowKey(plan.keys);
  const seen = new Set<string | number>();
  const { budget } = context.runtime;
  let kept = 0;
  return operator(
    (row) => {
      for (;;) {
        const status = input.next(row);
        if (status !== ROW) {
          return status;
        }
        const key = keyOf(row);
        budget.work(bytesOfKey(key));
        if (!seen.has(key)) {
          seen.add(key);
          kept += budget.keep(bytesOfKey(key));
          return ROW;
        }
      }
    },
    () => {
      budget.dropKept(kept);
      kept = 0;
      seen.clear();
      input.reset();
    },
  );
}
