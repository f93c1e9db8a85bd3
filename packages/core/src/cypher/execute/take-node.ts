import { readBinding } from "../evaluate/read-binding.js";
import type { TakeNodePlan } from "../plan/plan.js";
import { NodeValue } from "../values/cypher-value.js";
import { typeMismatch } from "../values/value-error.js";
import { type BuildContext, compileTests } from "./build-context.js";
import { type Operator, operator, ROW } from "./operator.js";

/** Rows whose variable holds a node, with the node in its id slot. Null ends the row. */
export function takeNode(context: BuildContext, plan: TakeNodePlan, input: Operator): Operator {
  const { slot } = plan.node;
  const read = readBinding(plan.source);
  const passes = compileTests(context, plan.tests, plan.scope);
  const { runtime, checksDeleted } = context;
  return operator((row) => {
    for (;;) {
      const status = input.next(row);
      if (status !== ROW) {
        return status;
      }
      const value = read(row);
      if (value === null) {
        continue;
      }
      if (!(value instanceof NodeValue)) {
        throw typeMismatch("A node pattern", "a node", value);
      }
      row.ids[slot] = value.slot;
      if (!(checksDeleted && !runtime.isLiveNode(value.slot)) && passes(row)) {
        return ROW;
      }
    }
  }, input.reset);
}
