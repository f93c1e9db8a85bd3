import type { FilterPlan } from "../plan/plan.js";
import { type BuildContext, compileTests } from "./build-context.js";
import { type Operator, operator, ROW } from "./operator.js";

/** The rows that pass all tests. */
export function filter(context: BuildContext, plan: FilterPlan, input: Operator): Operator {
  const passes = compileTests(context, plan.tests, plan.scope);
  return operator((row) => {
    for (;;) {
      const status = input.next(row);
      if (status !== ROW || passes(row)) {
        return status;
      }
    }
  }, input.reset);
}
