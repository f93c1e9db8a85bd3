import type { SlotBits } from "../../../graph/slot-bits.js";
import type { NodeScanPlan } from "../../plan/plan.js";
import type { BuildContext } from "../build-context.js";
import { PAUSED, ROW } from "../operator.js";
import { BATCH_ROWS, type Batch, type BatchOperator } from "./batch.js";
import { compileBatchFilter } from "./batch-tests.js";

/** Each row with each node, or each node of a label, in slot order. */
export function scanBatch(
  context: BuildContext,
  plan: NodeScanPlan,
  input: BatchOperator,
  output: Batch,
): BatchOperator {
  const { graph, budget } = context.runtime;
  const keepsPassing = compileBatchFilter(context, plan.tests, plan.scope);
  const found = output.has(plan.node.slot)
    ? output.column(plan.node.slot)
    : new Int32Array(BATCH_ROWS);
  const origins = new Int32Array(BATCH_ROWS);
  const nodes = (): SlotBits | undefined =>
    plan.label === null ? graph.nodes : graph.nodesWithLabel(plan.label);
  let at = 0;
  let node = 0;
  let looked = 0;
  const fill = (): number => {
    const count = nodes()?.fill(node, found, 0) ?? 0;
    origins.fill(at, 0, count);
    if (count < BATCH_ROWS) {
      at += 1;
      node = 0;
    } else {
      node = (found[count - 1] ?? 0) + 1;
    }
    return count;
  };
  return {
    output,
    next: (row) => {
      for (;;) {
        if (budget.takeSteps(looked)) {
          looked = 0;
          return PAUSED;
        }
        looked = 0;
        if (at >= input.output.size) {
          const status = input.next(row);
          if (status !== ROW) {
            return status;
          }
          at = 0;
        }
        looked = fill();
        output.takeFrom(input.output, origins, looked);
        keepsPassing(output, row);
        if (output.size > 0) {
          return ROW;
        }
      }
    },
    reset: () => {
      at = 0;
      node = 0;
      looked = 0;
      input.output.size = 0;
      input.reset();
    },
  };
}
