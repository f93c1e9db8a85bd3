import type { RelationshipScanPlan } from "../../plan/plan.js";
import type { BuildContext } from "../build-context.js";
import { BATCH_ROWS, type Batch, type BatchOperator } from "./batch.js";
import { compileBatchFilter } from "./batch-tests.js";
import { type BatchFiller, fillBatches } from "./fill-batches.js";

/** Whether relationships can be gone through side by side: nothing ties one to another or its two ends. */
export function isPlainScan({ unlike, from, to }: RelationshipScanPlan): boolean {
  return unlike.length === 0 && from.slot !== to.slot;
}

/** Each row with each relationship of the types and its ends; one that lies either way comes both ways round. */
export function relationshipScanBatch(
  context: BuildContext,
  plan: RelationshipScanPlan,
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
  readonly #plan: RelationshipScanPlan;
  readonly #found: Int32Array;
  readonly #relationships: Int32Array;
  readonly #from: Int32Array;
  readonly #to: Int32Array;
  #typeIds: ReadonlySet<number> | null = null;
  #next = 0;
  #count = 0;

  constructor(context: BuildContext, plan: RelationshipScanPlan, output: Batch) {
    const columnOf = (slot: number) =>
      output.has(slot) ? output.column(slot) : new Int32Array(BATCH_ROWS);
    this.#context = context;
    this.#plan = plan;
    // One that lies either way takes two rows.
    this.#found = new Int32Array(plan.direction === "both" ? BATCH_ROWS / 2 : BATCH_ROWS);
    this.#relationships = columnOf(plan.relationship.slot);
    this.#from = columnOf(plan.from.slot);
    this.#to = columnOf(plan.to.slot);
  }

  start(): void {
    const { types } = this.#plan;
    const { graph } = this.#context.runtime;
    this.row = 0;
    this.#next = 0;
    this.#typeIds = types === null ? null : new Set(types.map((type) => graph.typeIdOf(type)));
  }

  fill(): number {
    const { graph } = this.#context.runtime;
    const found = this.#found;
    this.looked = graph.relationships.fill(this.#next, found, 0);
    this.#count = 0;
    for (let at = 0; at < this.looked; at += 1) {
      const relationship = found[at] ?? 0;
      if (this.#typeIds?.has(graph.relationshipTypeId(relationship)) ?? true) {
        this.#give(relationship, graph.startOf(relationship), graph.endOf(relationship));
      }
    }
    this.origins.fill(this.row, 0, this.#count);
    if (this.looked < found.length) {
      this.row += 1;
      this.#next = 0;
    } else {
      this.#next = (found[this.looked - 1] ?? 0) + 1;
    }
    return this.#count;
  }

  #give(relationship: number, start: number, end: number): void {
    const { direction } = this.#plan;
    if (direction !== "in") {
      this.#put(relationship, start, end);
    }
    if (direction === "in" || (direction === "both" && start !== end)) {
      this.#put(relationship, end, start);
    }
  }

  #put(relationship: number, from: number, to: number): void {
    this.#relationships[this.#count] = relationship;
    this.#from[this.#count] = from;
    this.#to[this.#count] = to;
    this.#count += 1;
  }
}
