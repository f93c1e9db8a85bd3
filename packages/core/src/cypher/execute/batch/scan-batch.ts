import type { NodeScanPlan } from "../../plan/plan.js";
import type { BuildContext } from "../build-context.js";
import { BATCH_ROWS, type Batch, type BatchOperator } from "./batch.js";
import { compileBatchFilter } from "./batch-tests.js";
import { type BatchFiller, fillBatches } from "./fill-batches.js";

/** Each row with each node, or each node of a label, in slot order. */
export function scanBatch(
  context: BuildContext,
  plan: NodeScanPlan,
  input: BatchOperator,
  output: Batch,
): BatchOperator {
  return fillBatches(context, input, output, new Scan(context, plan, output), [
    compileBatchFilter(context, plan.tests, plan.scope),
  ]);
}

class Scan implements BatchFiller {
  readonly origins = new Int32Array(BATCH_ROWS);
  row = 0;
  looked = 0;
  readonly #context: BuildContext;
  readonly #label: string | null;
  readonly #found: Int32Array;
  #next = 0;

  constructor(context: BuildContext, { label, node }: NodeScanPlan, output: Batch) {
    this.#context = context;
    this.#label = label;
    this.#found = output.has(node.slot) ? output.column(node.slot) : new Int32Array(BATCH_ROWS);
  }

  start(): void {
    this.row = 0;
    this.#next = 0;
  }

  fill(): number {
    const { graph } = this.#context.runtime;
    const nodes = this.#label === null ? graph.nodes : graph.nodesWithLabel(this.#label);
    this.looked = nodes?.fill(this.#next, this.#found, 0) ?? 0;
    this.origins.fill(this.row, 0, this.looked);
    if (this.looked < BATCH_ROWS) {
      this.row += 1;
      this.#next = 0;
    } else {
      this.#next = (this.#found[this.looked - 1] ?? 0) + 1;
    }
    return this.looked;
  }
}
