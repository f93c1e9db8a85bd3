/*
 * Two relationships at once, where nothing is asked of the node in the middle: each far end is met once
 * and stands for as many rows as there are ways to it. Unbound ends are counted in an array by node, in
 * the order in which they are first met. For a bound end the start's middle nodes are marked, and the
 * rows of the end are summed up over the marks, or what lies behind the middle nodes is gone through
 * where that is less. O(relationships) time as following them one by one, far fewer rows.
 */
import type { SlotBits } from "../../../graph/slot-bits.js";
import { grownArray } from "../../../graph/typed-growth.js";
import { turned } from "../../plan/expand-direction.js";
import type { ExpandTwicePlan } from "../../plan/plan.js";
import type { BuildContext } from "../build-context.js";
import { PAUSED, ROW } from "../operator.js";
import { BATCH_ROWS, type Batch, type BatchOperator } from "./batch.js";
import { compileBatchFilter } from "./batch-tests.js";
import { Marks } from "./marks.js";
import { type Segment, Steps } from "./steps.js";

export function expandTwiceBatch(
  context: BuildContext,
  plan: ExpandTwicePlan,
  input: BatchOperator,
  output: Batch,
): BatchOperator {
  const { budget } = context.runtime;
  const walk = plan.into ? new BoundEnds(context, plan) : new FreeEnds(context, plan, output);
  const keepsPassing = compileBatchFilter(context, plan.tests, plan.scope);
  const origins = new Int32Array(BATCH_ROWS);
  const ways = new Float64Array(BATCH_ROWS);
  return {
    output,
    next: (row) => {
      for (;;) {
        if (budget.takeSteps(walk.takeLooked())) {
          return PAUSED;
        }
        if (walk.isDone) {
          const status = input.next(row);
          if (status !== ROW) {
            return status;
          }
          walk.start(input.output);
        }
        const count = walk.fill(origins, ways);
        output.takeFrom(input.output, origins, count);
        output.weigh(ways);
        keepsPassing(output, row);
        if (output.size > 0) {
          return ROW;
        }
      }
    },
    reset: () => {
      walk.reset();
      input.reset();
    },
  };
}

/** What both ways of walking share: the two steps, and the batch that is gone through. */
abstract class Walk {
  protected readonly first: Steps;
  protected readonly second: Steps;
  protected readonly differ: boolean;
  protected readonly nodeSlots: () => number;
  protected from: Int32Array = new Int32Array(0);
  protected size = 0;
  protected row = 0;
  protected looked = 0;
  readonly #middle: () => readonly (SlotBits | undefined)[];
  #bits: readonly (SlotBits | undefined)[] = [];
  readonly #fromSlot: number;

  constructor({ runtime }: BuildContext, plan: ExpandTwicePlan) {
    const { graph } = runtime;
    this.first = new Steps(graph, plan.first.direction, plan.first.types);
    this.second = new Steps(graph, plan.second.direction, plan.second.types);
    this.differ = plan.differ;
    this.nodeSlots = () => graph.nodeSlots;
    this.#fromSlot = plan.from.slot;
    this.#middle = () => plan.middleLabels.map((label) => graph.nodesWithLabel(label));
  }

  get isDone(): boolean {
    return this.row >= this.size;
  }

  takeLooked(): number {
    const { looked } = this;
    this.looked = 0;
    return looked;
  }

  start(batch: Batch): void {
    this.first.ask(batch.size);
    this.second.ask(batch.size);
    this.#bits = this.#middle();
    this.from = batch.column(this.#fromSlot);
    this.size = batch.size;
    this.row = 0;
  }

  reset(): void {
    this.row = 0;
    this.size = 0;
    this.looked = 0;
  }

  protected readonly isMiddle = (node: number): boolean => {
    for (const bits of this.#bits) {
      if (bits?.has(node) !== true) {
        return false;
      }
    }
    return true;
  };
}

class FreeEnds extends Walk {
  readonly #to: Int32Array;
  #ways = new Float64Array(0);
  /** Ends of the row's node, in the order they were met. */
  #ends = new Int32Array(0);
  #met = 0;
  #given = 0;

  constructor(context: BuildContext, plan: ExpandTwicePlan, output: Batch) {
    super(context, plan);
    this.#to = output.column(plan.to.slot);
  }

  fill(origins: Int32Array, ways: Float64Array): number {
    let count = 0;
    while (count < BATCH_ROWS && this.row < this.size) {
      if (this.#met === 0) {
        this.#walk(this.from[this.row] ?? -1);
      }
      count = this.#give(count, origins, ways);
      if (this.#given >= this.#met) {
        this.#leaveRow();
      }
    }
    return count;
  }

  override reset(): void {
    super.reset();
    this.#ways.fill(0);
    this.#leaveRow();
  }

  /** Gives the ends as far as the batch holds them. */
  #give(from: number, origins: Int32Array, ways: Float64Array): number {
    const last = Math.min(this.#met, this.#given + BATCH_ROWS - from);
    let count = from;
    for (let at = this.#given; at < last; at += 1) {
      const end = this.#ends[at] ?? 0;
      origins[count] = this.row;
      this.#to[count] = end;
      ways[count] = this.#ways[end] ?? 0;
      this.#ways[end] = 0;
      count += 1;
    }
    this.#given = last;
    return count;
  }

  #leaveRow(): void {
    this.row += 1;
    this.#met = 0;
    this.#given = 0;
    this.looked += 1;
  }

  #walk(node: number): void {
    this.#ways = grownArray(this.#ways, this.nodeSlots());
    // One place more than there can be ends, for the one that is written and not kept.
    this.#ends = grownArray(this.#ends, this.nodeSlots() + 1);
    for (const { rows, skipsLoops } of node < 0 ? [] : this.first.segments) {
      const { neighbours, relationships } = rows;
      const end = rows.end(node);
      for (let at = rows.start(node); at < end; at += 1) {
        const middle = neighbours[at] ?? 0;
        const isPassed = !(skipsLoops && middle === node) && this.isMiddle(middle);
        this.#count(isPassed ? middle : -1, relationships[at] ?? -1);
      }
    }
  }

  /** Counts the ways over a node in the middle, to which `first` leads. */
  #count(middle: number, first: number): void {
    const used = this.differ ? first : -1;
    for (const segment of middle < 0 ? [] : this.second.segments) {
      this.#countSegment(segment, middle, used);
    }
  }

  #countSegment({ rows, skipsLoops }: Segment, middle: number, used: number): void {
    const { neighbours, relationships } = rows;
    const end = rows.end(middle);
    const start = rows.start(middle);
    const ways = this.#ways;
    const ends = this.#ends;
    let met = this.#met;
    for (let at = start; at < end; at += 1) {
      const neighbour = neighbours[at] ?? 0;
      const isWay = relationships[at] !== used && !(skipsLoops && neighbour === middle);
      const before = ways[neighbour] ?? 0;
      ways[neighbour] = before + (isWay ? 1 : 0);
      // Written in any case, and kept when it is the first way to that end.
      ends[met] = neighbour;
      met += isWay && before === 0 ? 1 : 0;
    }
    this.looked += end - start;
    this.#met = met;
  }
}

class BoundEnds extends Walk {
  readonly #toSlot: number;
  readonly #back: Steps;
  readonly #marks = new Marks();
  #to: Int32Array = new Int32Array(0);
  /** Relationships that lead on from the marked nodes, as often as these are marked. */
  #behind = 0;

  constructor(context: BuildContext, plan: ExpandTwicePlan) {
    super(context, plan);
    this.#toSlot = plan.to.slot;
    const { direction, types } = plan.second;
    this.#back = new Steps(context.runtime.graph, turned(direction), types);
  }

  override start(batch: Batch): void {
    super.start(batch);
    this.#back.ask(batch.size);
    this.#to = batch.column(this.#toSlot);
  }

  fill(origins: Int32Array, ways: Float64Array): number {
    let count = 0;
    for (; this.row < this.size; this.row += 1) {
      const from = this.from[this.row] ?? -1;
      const to = this.#to[this.row] ?? -1;
      const found = from < 0 || to < 0 ? 0 : this.#waysBetween(from, to);
      if (found > 0) {
        origins[count] = this.row;
        ways[count] = found;
        count += 1;
      }
    }
    return count;
  }

  override reset(): void {
    super.reset();
    this.#marks.clear();
  }

  #waysBetween(from: number, to: number): number {
    if (this.#marks.node !== from) {
      this.#mark(from);
    }
    const degree = this.#back.degree(to);
    this.looked += 1 + Math.min(degree, this.#behind);
    const found = degree <= this.#behind ? this.#sumOver(to) : this.#goBehind(to);
    return from === to && this.differ ? found - this.#thereAndBack(from) : found;
  }

  #mark(from: number): void {
    const marks = this.#marks;
    marks.set(this.first, from, this.nodeSlots(), this.isMiddle);
    this.looked += this.first.degree(from);
    this.#behind = 0;
    for (const middle of marks.neighbours) {
      this.#behind += this.second.degree(middle);
    }
  }

  #sumOver(to: number): number {
    let sum = 0;
    for (const { rows, skipsLoops } of this.#back.segments) {
      const { neighbours } = rows;
      const end = rows.end(to);
      for (let at = rows.start(to); at < end; at += 1) {
        const middle = neighbours[at] ?? 0;
        sum += skipsLoops && middle === to ? 0 : this.#marks.countOf(middle);
      }
    }
    return sum;
  }

  #goBehind(to: number): number {
    let sum = 0;
    for (const middle of this.#marks.neighbours) {
      const weight = this.#marks.countOf(middle);
      for (const { rows, skipsLoops } of this.second.segments) {
        const { neighbours } = rows;
        const end = rows.end(middle);
        for (let at = rows.start(middle); at < end; at += 1) {
          sum += neighbours[at] === to && !(skipsLoops && to === middle) ? weight : 0;
        }
      }
    }
    return sum;
  }

  /** Ways that use one relationship twice; only from a node to itself are there any. */
  #thereAndBack(node: number): number {
    let count = 0;
    for (const { rows, skipsLoops } of this.first.segments) {
      const { neighbours, relationships } = rows;
      const end = rows.end(node);
      for (let at = rows.start(node); at < end; at += 1) {
        const middle = neighbours[at] ?? 0;
        if (!(skipsLoops && middle === node) && this.isMiddle(middle)) {
          count += this.second.leads(relationships[at] ?? -1, middle, node) ? 1 : 0;
        }
      }
    }
    return count;
  }
}
