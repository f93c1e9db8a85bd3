import type { AssignPlan } from "../plan/plan.js";
import type { BuildContext } from "./build-context.js";
import { type Operator, operator, ROW } from "./operator.js";

/** Each row with expressions evaluated into slots of their own. */
export function assign(context: BuildContext, plan: AssignPlan, input: Operator): Operator {
  const values = plan.items.map(({ expression }) => context.compile(expression, plan.scope));
  const slots = plan.items.map(({ to }) => to.slot);
  const [value] = values;
  const [slot] = slots;
  if (value !== undefined && slot !== undefined && values.length === 1) {
    return operator((row) => {
      const status = input.next(row);
      if (status === ROW) {
        row.values[slot] = value(row);
      }
      return status;
    }, input.reset);
  }
  return operator((row) => {
    const status = input.next(row);
    if (status === ROW) {
      for (let at = 0; at < values.length; at += 1) {
        row.values[slots[at] ?? 0] = values[at]?.(row) ?? null;
      }
    }
    return status;
  }, input.reset);
}
