import type { SlotBits } from "../../graph/slot-bits.js";
import type { NodeScanPlan } from "../plan/plan.js";
import { type BuildContext, compileTests } from "./build-context.js";
import { type Operator, operator, PAUSED, ROW } from "./operator.js";

/** Each row with each node, or each node of a label, in slot order. */
export function nodeScan(context: BuildContext, plan: NodeScanPlan, input: Operator): Operator {
  const { graph, budget } = context.runtime;
  const { label } = plan;
  const { slot } = plan.node;
  const passes = compileTests(context, plan.tests, plan.scope);
  let labelled: SlotBits | undefined;
  const firstFrom = (node: number): number => {
    if (label !== null) {
      labelled ??= graph.nodesWithLabel(label);
      return labelled?.firstFrom(node) ?? DONE_SCANNING;
    }
    let next = node;
    const end = graph.nodeSlots;
    while (next < end && !graph.hasNode(next)) {
      next += 1;
    }
    return next < end ? next : DONE_SCANNING;
  };
  let at = DONE_SCANNING;
  return operator(
    (row) => {
      for (;;) {
        while (at >= 0) {
          if (budget.step()) {
            return PAUSED;
          }
          const node = firstFrom(at);
          if (node < 0) {
            at = DONE_SCANNING;
            break;
          }
          at = node + 1;
          row.ids[slot] = node;
          if (passes(row)) {
            return ROW;
          }
        }
        const status = input.next(row);
        if (status !== ROW) {
          return status;
        }
        at = 0;
      }
    },
    () => {
      at = DONE_SCANNING;
      input.reset();
    },
  );
}

const DONE_SCANNING = -1;
