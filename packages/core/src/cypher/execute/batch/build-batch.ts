import { slotsFilled } from "../../plan/id-slots.js";
import type { AggregatePlan, FilterPlan, Plan } from "../../plan/plan.js";
import type { BuildContext } from "../build-context.js";
import { ROW } from "../operator.js";
import type { PlanProfile } from "../plan-rows.js";
import { Batch, type BatchOperator } from "./batch.js";
import { compileBatchFilter } from "./batch-tests.js";
import { countStoreBatch } from "./count-store-batch.js";
import { expandBatch } from "./expand-batch.js";
import { expandCountBatch } from "./expand-count-batch.js";
import { expandTwiceBatch } from "./expand-twice-batch.js";
import { slotsAfter, slotsBefore, slotsRead } from "./live-slots.js";
import { isPlainScan, relationshipScanBatch } from "./relationship-scan-batch.js";
import { rowSource } from "./row-source.js";
import { scanBatch } from "./scan-batch.js";

/** The running form of an aggregation's input, by columns as far down as its operators know them. */
export function buildBatch(context: BuildContext, plan: AggregatePlan): BatchOperator {
  return build(context, plan.input, slotsRead(plan));
}

/** `live`: the id slots that are read later. */
function build(context: BuildContext, plan: Plan, live: ReadonlySet<number>): BatchOperator {
  const own = new Set([...live, ...slotsAfter(plan)]);
  const built = buildStep(context, plan, own);
  if (built === null) {
    return rowSource(context.build(plan), own);
  }
  return context.profile === null ? built : profiled(plan, context.profile, built);
}

/** Null for an operator that knows single rows only. */
function buildStep(
  context: BuildContext,
  plan: Plan,
  own: ReadonlySet<number>,
): BatchOperator | null {
  const { graph } = context.runtime;
  if (!("input" in plan)) {
    return null;
  }
  const below = () => {
    const filled = slotsFilled(plan);
    const needed = [...own].filter((slot) => !filled.includes(slot));
    return build(context, plan.input, new Set([...needed, ...slotsBefore(plan)]));
  };
  switch (plan.kind) {
    case "NodeScan": {
      const input = below();
      return scanBatch(context, plan, input, outputOver(input, own));
    }
    case "RelationshipScan": {
      if (!isPlainScan(plan)) {
        return null;
      }
      const input = below();
      return relationshipScanBatch(context, plan, input, outputOver(input, own));
    }
    case "Expand": {
      const input = below();
      return expandBatch(context, plan, input, outputOver(input, own));
    }
    case "CountStore":
      return countStoreBatch(graph, plan, below(), new Batch(own, true));
    case "ExpandCount":
      return expandCountBatch(context, plan, below(), new Batch(own, true));
    case "ExpandTwice":
      return expandTwiceBatch(context, plan, below(), new Batch(own, true));
    case "Filter":
      return filterBatch(context, plan, below());
    default:
      return null;
  }
}

const outputOver = (input: BatchOperator, slots: ReadonlySet<number>): Batch =>
  new Batch(slots, input.output.weights !== null);

/** The rows that pass all tests, in the batch they came in. */
function filterBatch(context: BuildContext, plan: FilterPlan, input: BatchOperator): BatchOperator {
  const keepsPassing = compileBatchFilter(context, plan.tests, plan.scope);
  return {
    output: input.output,
    next: (row) => {
      for (;;) {
        const status = input.next(row);
        if (status !== ROW) {
          return status;
        }
        keepsPassing(input.output, row);
        if (input.output.size > 0) {
          return ROW;
        }
      }
    },
    reset: input.reset,
  };
}

/** The operator, its rows and its time counted. */
function profiled(plan: Plan, profile: PlanProfile, inner: BatchOperator): BatchOperator {
  const { output, reset } = inner;
  return { output, next: profile.watch(plan, inner.next, () => output.size), reset };
}
