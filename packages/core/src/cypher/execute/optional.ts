import { writeBinding } from "../evaluate/read-binding.js";
import type { OptionalPlan } from "../plan/plan.js";
import { type Operator, operator, PAUSED, ROW } from "./operator.js";

/** Each row with every row of the inner operator, or once with nulls when it has none. */
export function optional(plan: OptionalPlan, input: Operator, inner: Operator): Operator {
  let isOpen = false;
  let found = false;
  return operator(
    (row) => {
      for (;;) {
        if (isOpen) {
          const status = inner.next(row);
          if (status === ROW) {
            found = true;
            return ROW;
          }
          if (status === PAUSED) {
            return PAUSED;
          }
          isOpen = false;
          if (!found) {
            for (const binding of plan.nulls) {
              writeBinding(row, binding, null);
            }
            return ROW;
          }
        }
        const status = input.next(row);
        if (status !== ROW) {
          return status;
        }
        inner.reset();
        isOpen = true;
        found = false;
      }
    },
    () => {
      isOpen = false;
      input.reset();
    },
  );
}
