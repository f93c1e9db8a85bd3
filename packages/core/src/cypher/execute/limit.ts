import type { LimitPlan, SkipPlan } from "../plan/plan.js";
import type { BuildContext } from "./build-context.js";
import { compileRowCount } from "./count-rows.js";
import { DONE, drain, type Operator, operator, PAUSED, ROW } from "./operator.js";

/** All rows but the first ones. */
export function skip(context: BuildContext, plan: SkipPlan, input: Operator): Operator {
  const countOf = compileRowCount(context, "SKIP", plan.count);
  let left = -1;
  return operator(
    (row) => {
      left = left < 0 ? countOf(row) : left;
      for (;;) {
        const status = input.next(row);
        if (status !== ROW || left === 0) {
          return status;
        }
        left -= 1;
      }
    },
    () => {
      left = -1;
      input.reset();
    },
  );
}

/** The first rows. What comes before is not asked for more, unless it writes: then it runs to its end. */
export function limit(context: BuildContext, plan: LimitPlan, input: Operator): Operator {
  const { budget } = context.runtime;
  const countOf = compileRowCount(context, "LIMIT", plan.count);
  let left = -1;
  return operator(
    (row) => {
      left = left < 0 ? countOf(row) : left;
      if (left === 0) {
        if (plan.drains) {
          budget.hold();
          drain(input, row);
          budget.release();
        }
        return DONE;
      }
      const status = input.next(row);
      if (status === PAUSED) {
        return PAUSED;
      }
      left = status === ROW ? left - 1 : 0;
      return status;
    },
    () => {
      left = -1;
      input.reset();
    },
  );
}
