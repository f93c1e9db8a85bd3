import { turned } from "../../plan/expand-direction.js";
import type { ExpandPlan } from "../../plan/plan.js";
import type { BuildContext } from "../build-context.js";
import { BATCH_ROWS, type Batch, type BatchOperator } from "./batch.js";
import { type BatchFilter, compileBatchFilter } from "./batch-tests.js";
import { type BatchFiller, fillBatches } from "./fill-batches.js";
import { type Segment, Steps } from "./steps.js";

/** Each row with each relationship of its node and the node at the other end. */
export function expandBatch(
  context: BuildContext,
  plan: ExpandPlan,
  input: BatchOperator,
  output: Batch,
): BatchOperator {
  return fillBatches(context, input, output, new Filler(context, plan, input.output, output), [
    compileUnlikeFilter(plan),
    compileBatchFilter(context, plan.tests, plan.scope),
  ]);
}

/** Relationships of one MATCH differ. */
function compileUnlikeFilter({ relationship, unlike }: ExpandPlan): BatchFilter {
  const places = new Int32Array(BATCH_ROWS);
  if (unlike.length === 0) {
    return () => undefined;
  }
  return (batch) => {
    const own = batch.column(relationship.slot);
    const others = unlike.map(({ slot }) => batch.column(slot));
    let kept = 0;
    for (let at = 0; at < batch.size; at += 1) {
      let isUnused = true;
      for (const other of others) {
        isUnused &&= other[at] !== own[at];
      }
      if (isUnused) {
        places[kept] = at;
        kept += 1;
      }
    }
    batch.keep(places, kept);
  };
}

/** Walks the rows of a batch, segment by segment, and can stop anywhere in between. */
class Filler implements BatchFiller {
  readonly origins = new Int32Array(BATCH_ROWS);
  row = 0;
  looked = 0;
  readonly #input: Batch;
  readonly #fromSlot: number;
  readonly #toSlot: number;
  readonly #into: boolean;
  readonly #forward: Steps;
  readonly #backward: Steps;
  readonly #neighbours: Int32Array;
  readonly #relationships: Int32Array;
  #segment = 0;
  /** Where the current row of the adjacency goes on; -1 at its start. */
  #at = -1;
  #count = 0;

  constructor(context: BuildContext, plan: ExpandPlan, input: Batch, output: Batch) {
    const { graph } = context.runtime;
    this.#input = input;
    this.#fromSlot = plan.from.slot;
    this.#toSlot = plan.to.slot;
    this.#into = plan.into;
    this.#forward = new Steps(graph, plan.direction, plan.types);
    this.#backward = new Steps(graph, turned(plan.direction), plan.types);
    this.#neighbours = columnOrSpare(output, plan.to.slot, !plan.into);
    this.#relationships = columnOrSpare(output, plan.relationship.slot, true);
  }

  start(): void {
    this.row = 0;
    this.#segment = 0;
    this.#at = -1;
    this.#forward.ask(this.#input.size);
    if (this.#into) {
      this.#backward.ask(this.#input.size);
    }
  }

  fill(): number {
    this.#count = 0;
    this.looked = 0;
    this.#fillWholeRows();
    while (this.#count < BATCH_ROWS && this.row < this.#input.size) {
      const node = this.#input.column(this.#fromSlot)[this.row] ?? -1;
      if (this.#into) {
        this.#fillInto(node, this.#input.column(this.#toSlot)[this.row] ?? -1);
      } else {
        this.#fillFrom(this.#forward, node, -1);
      }
      this.looked += 1;
    }
    return this.#count;
  }

  /** The short way for one frozen type: copies row after row as long as they fit. */
  #fillWholeRows(): void {
    const [segment, ...more] = this.#forward.segments;
    const offsets = segment?.rows.offsets ?? null;
    if (
      this.#into ||
      segment === undefined ||
      more.length > 0 ||
      offsets === null ||
      this.#at >= 0
    ) {
      return;
    }
    const { neighbours, relationships } = segment.rows;
    const [ends, walked, origins] = [this.#neighbours, this.#relationships, this.origins];
    const nodes = this.#input.column(this.#fromSlot);
    const { size } = this.#input;
    let row = this.row;
    let count = 0;
    for (; row < size; row += 1) {
      const node = nodes[row] ?? -1;
      const start = offsets[node] ?? 0;
      const end = offsets[node + 1] ?? 0;
      if (count + end - start > BATCH_ROWS) {
        break;
      }
      for (let at = start; at < end; at += 1) {
        ends[count] = neighbours[at] ?? 0;
        walked[count] = relationships[at] ?? 0;
        origins[count] = row;
        count += 1;
      }
    }
    this.looked += count + row - this.row;
    this.row = row;
    this.#count = count;
  }

  /** Walks from the end with fewer relationships. */
  #fillInto(from: number, to: number): void {
    if (from < 0 || to < 0) {
      this.#nextRow();
      return;
    }
    const turnsRound = this.#backward.degree(to) < this.#forward.degree(from);
    this.#fillFrom(
      turnsRound ? this.#backward : this.#forward,
      turnsRound ? to : from,
      turnsRound ? from : to,
    );
  }

  /** Takes what the node has left; `wanted` is the only neighbour that counts, unless it is -1. */
  #fillFrom({ segments }: Steps, node: number, wanted: number): void {
    while (node >= 0 && this.#segment < segments.length) {
      const segment = segments[this.#segment];
      if (segment !== undefined && !this.#take(segment, node, wanted)) {
        return;
      }
      this.#segment += 1;
    }
    this.#nextRow();
  }

  /** False when the columns are full before the row of the node ends. */
  #take({ rows, skipsLoops }: Segment, node: number, wanted: number): boolean {
    const end = rows.end(node);
    const first = this.#at === -1 ? rows.start(node) : this.#at;
    const { neighbours, relationships } = rows;
    const { origins } = this;
    let count = this.#count;
    let at = first;
    for (; at < end && count < BATCH_ROWS; at += 1) {
      const neighbour = neighbours[at] ?? 0;
      if ((wanted === -1 || neighbour === wanted) && !(skipsLoops && neighbour === node)) {
        this.#neighbours[count] = neighbour;
        this.#relationships[count] = relationships[at] ?? 0;
        origins[count] = this.row;
        count += 1;
      }
    }
    this.looked += at - first;
    this.#count = count;
    this.#at = at < end ? at : -1;
    return at >= end;
  }

  #nextRow(): void {
    this.row += 1;
    this.#segment = 0;
    this.#at = -1;
  }
}

/** The column of the slot when it is read later, otherwise one that nobody looks at. */
function columnOrSpare(batch: Batch, slot: number, isOwn: boolean): Int32Array {
  return isOwn && batch.has(slot) ? batch.column(slot) : new Int32Array(BATCH_ROWS);
}
