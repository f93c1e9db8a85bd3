import type { ApplyPlan } from "../plan/plan.js";
import { type Operator, operator, PAUSED, ROW } from "./operator.js";

/** Each row with every row of the inner operator; with `unit` once, after it has run to its end. */
export function apply(plan: ApplyPlan, input: Operator, inner: Operator): Operator {
  let isOpen = false;
  return operator(
    (row) => {
      for (;;) {
        while (isOpen) {
          const status = inner.next(row);
          if (status === PAUSED || (status === ROW && !plan.unit)) {
            return status;
          }
          if (status !== ROW) {
            isOpen = false;
            if (plan.unit) {
              return ROW;
            }
          }
        }
        const status = input.next(row);
        if (status !== ROW) {
          return status;
        }
        inner.reset();
        isOpen = true;
      }
    },
    () => {
      isOpen = false;
      input.reset();
    },
  );
}
