import { readBinding, writeBinding } from "../evaluate/read-binding.js";
import type { UnionPlan } from "../plan/plan.js";
import type { BuildContext } from "./build-context.js";
import { DONE, type Operator, operator, PAUSED, ROW } from "./operator.js";
import { bytesOfKey, rowKey } from "./row-key.js";

/** The rows of every branch in the same slots, one branch after the other. */
export function union(
  context: BuildContext,
  plan: UnionPlan,
  branches: readonly Operator[],
): Operator {
  const reads = plan.branches.map(({ columns }) => columns.map(readBinding));
  const keyOf = rowKey(plan.columns);
  const seen = new Set<string | number>();
  const { budget } = context.runtime;
  let kept = 0;
  let at = 0;
  return operator(
    (row) => {
      for (;;) {
        const branch = branches[at];
        if (branch === undefined) {
          return DONE;
        }
        const status = branch.next(row);
        if (status === PAUSED) {
          return PAUSED;
        }
        if (status === DONE) {
          at += 1;
          continue;
        }
        const values = reads[at]?.map((read) => read(row)) ?? [];
        plan.columns.forEach((column, index) => {
          writeBinding(row, column, values[index] ?? null);
        });
        if (!plan.distinct) {
          return ROW;
        }
        const key = keyOf(row);
        if (!seen.has(key)) {
          seen.add(key);
          kept += budget.keep(bytesOfKey(key));
          return ROW;
        }
      }
    },
    () => {
      at = 0;
      budget.dropKept(kept);
      kept = 0;
      seen.clear();
      for (const branch of branches) {
        branch.reset();
      }
    },
  );
}
