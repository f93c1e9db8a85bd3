import type { EagerPlan } from "../plan/plan.js";
import type { BuildContext } from "./build-context.js";
import { DONE, type Operator, operator, ROW } from "./operator.js";
import { RowBuffer } from "./row-buffer.js";

/** Gives its first row once it has read the last. */
export function eager(context: BuildContext, plan: EagerPlan, input: Operator): Operator {
  const buffer = new RowBuffer(context.runtime.budget, plan.bindings);
  let isFull = false;
  let at = 0;
  return operator(
    (row) => {
      while (!isFull) {
        const status = input.next(row);
        if (status === ROW) {
          buffer.push(row);
        } else if (status === DONE) {
          isFull = true;
        } else {
          return status;
        }
      }
      if (at >= buffer.count) {
        return DONE;
      }
      buffer.load(row, at);
      at += 1;
      return ROW;
    },
    () => {
      buffer.clear();
      isFull = false;
      at = 0;
      input.reset();
    },
  );
}
