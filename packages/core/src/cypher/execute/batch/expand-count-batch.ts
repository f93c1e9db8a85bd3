import type { SlotBits } from "../../../graph/slot-bits.js";
import { turned } from "../../plan/expand-direction.js";
import type { ExpandCountPlan } from "../../plan/plan.js";
import type { BuildContext } from "../build-context.js";
import { ROW } from "../operator.js";
import { BATCH_ROWS, type Batch, type BatchOperator } from "./batch.js";
import { Marks } from "./marks.js";
import { Steps } from "./steps.js";

/** Rows weighed by how many relationships their node has, or has with another bound node. */
export function expandCountBatch(
  context: BuildContext,
  plan: ExpandCountPlan,
  input: BatchOperator,
  output: Batch,
): BatchOperator {
  const counter = plan.to === null ? new EndCounter(context, plan) : new PairCounter(context, plan);
  const places = new Int32Array(BATCH_ROWS);
  const weights = new Float64Array(BATCH_ROWS);
  return {
    output,
    next: (row) => {
      for (;;) {
        const status = input.next(row);
        if (status !== ROW) {
          return status;
        }
        context.runtime.budget.stepWithoutPause(input.output.size);
        const kept = weigh(input.output, counter, places, weights);
        output.takeFrom(input.output, places, kept);
        output.weigh(weights);
        if (kept > 0) {
          return ROW;
        }
      }
    },
    reset: () => {
      counter.reset();
      input.reset();
    },
  };
}

interface Counter {
  start(batch: Batch): void;
  countAt(at: number): number;
  reset(): void;
}

/** Counts each row of a batch; those that count at least one are listed in `places`. */
function weigh(batch: Batch, counter: Counter, places: Int32Array, weights: Float64Array): number {
  counter.start(batch);
  let kept = 0;
  for (let at = 0; at < batch.size; at += 1) {
    const count = counter.countAt(at);
    if (count > 0) {
      places[kept] = at;
      weights[kept] = count;
      kept += 1;
    }
  }
  return kept;
}

/** Relationships of a node whose far end is bound by nothing: its degree, as far as labels allow. */
class EndCounter implements Counter {
  readonly #context: BuildContext;
  readonly #plan: ExpandCountPlan;
  readonly #steps: Steps;
  #from: Int32Array = new Int32Array(0);
  #unlike: readonly Int32Array[] = [];
  /** Null when every far end carries the labels anyway. */
  #labelled: readonly (SlotBits | undefined)[] | null = null;

  constructor(context: BuildContext, plan: ExpandCountPlan) {
    this.#context = context;
    this.#plan = plan;
    this.#steps = new Steps(context.runtime.graph, plan.direction, plan.types);
  }

  start(batch: Batch): void {
    const { endLabels, from, unlike } = this.#plan;
    const { graph } = this.#context.runtime;
    this.#steps.ask(batch.size);
    this.#from = batch.column(from.slot);
    this.#unlike = unlike.map(({ slot }) => batch.column(slot));
    this.#labelled =
      endLabels.length === 0 ? null : endLabels.map((label) => graph.nodesWithLabel(label));
  }

  countAt(at: number): number {
    const node = this.#from[at] ?? -1;
    if (node < 0) {
      return 0;
    }
    const count = this.#labelled === null ? this.#steps.degree(node) : this.#countLabelled(node);
    return this.#unlike.length === 0 ? count : count - this.#used(at, node);
  }

  reset(): void {
    this.#unlike = [];
  }

  #countLabelled(node: number): number {
    let count = 0;
    let looked = 1;
    for (const { rows, skipsLoops } of this.#steps.segments) {
      const { neighbours } = rows;
      const end = rows.end(node);
      for (let at = rows.start(node); at < end; at += 1) {
        const neighbour = neighbours[at] ?? 0;
        count += !(skipsLoops && neighbour === node) && this.#isLabelled(neighbour) ? 1 : 0;
        looked += 1;
      }
    }
    this.#context.runtime.budget.stepWithoutPause(looked);
    return count;
  }

  #isLabelled(node: number): boolean {
    for (const bits of this.#labelled ?? []) {
      if (bits?.has(node) !== true) {
        return false;
      }
    }
    return true;
  }

  /** How many of the relationships have been used by the same MATCH already. */
  #used(at: number, node: number): number {
    const { graph } = this.#context.runtime;
    let used = 0;
    for (const column of this.#unlike) {
      const relationship = column[at] ?? -1;
      if (relationship >= 0 && this.#steps.leavesBy(relationship, node)) {
        const start = graph.startOf(relationship);
        used += this.#isLabelled(start === node ? graph.endOf(relationship) : start) ? 1 : 0;
      }
    }
    return used;
  }
}

/**
 * Relationships between two bound nodes. As long as one of them stays the same, its neighbours are
 * marked and each row is one look; where that would not pay, the rows of the other are gone through.
 */
class PairCounter implements Counter {
  readonly #context: BuildContext;
  readonly #plan: ExpandCountPlan;
  readonly #forward: Steps;
  readonly #backward: Steps;
  readonly #marks = new Marks();
  #from: Int32Array = new Int32Array(0);
  #to: Int32Array = new Int32Array(0);
  #unlike: readonly Int32Array[] = [];
  #size = 0;
  /** Rows before this one have been looked at for how many share their start. */
  #seen = 0;

  constructor(context: BuildContext, plan: ExpandCountPlan) {
    const { graph } = context.runtime;
    this.#context = context;
    this.#plan = plan;
    this.#forward = new Steps(graph, plan.direction, plan.types);
    this.#backward = new Steps(graph, turned(plan.direction), plan.types);
  }

  start(batch: Batch): void {
    const { from, to, unlike } = this.#plan;
    this.#forward.ask(batch.size);
    this.#backward.ask(batch.size);
    this.#from = batch.column(from.slot);
    this.#to = batch.column(to?.slot ?? from.slot);
    this.#unlike = unlike.map(({ slot }) => batch.column(slot));
    this.#size = batch.size;
    this.#seen = 0;
  }

  countAt(at: number): number {
    const from = this.#from[at] ?? -1;
    const to = this.#to[at] ?? -1;
    if (from < 0 || to < 0) {
      return 0;
    }
    if (at >= this.#seen) {
      this.#chooseMarks(at, from);
    }
    const count =
      this.#marks.node === from ? this.#marks.countOf(to) : this.#countBetween(from, to);
    return count === 0 ? 0 : count - this.#used(at, from, to);
  }

  reset(): void {
    this.#marks.clear();
    this.#unlike = [];
  }

  /** Marks the neighbours of a start when the rows that share it would cost more without. */
  #chooseMarks(at: number, from: number): void {
    const { runtime } = this.#context;
    let end = at;
    let cost = 0;
    while (end < this.#size && this.#from[end] === from) {
      cost += this.#backward.degree(this.#to[end] ?? 0);
      end += 1;
    }
    this.#seen = end;
    const degree = this.#forward.degree(from);
    if (this.#marks.node !== from && degree <= cost) {
      this.#marks.set(this.#forward, from, runtime.graph.nodeSlots, () => true);
      runtime.budget.stepWithoutPause(degree);
    }
  }

  #countBetween(from: number, to: number): number {
    const turnsRound = this.#backward.degree(to) < this.#forward.degree(from);
    const { segments } = turnsRound ? this.#backward : this.#forward;
    const [node, wanted] = turnsRound ? [to, from] : [from, to];
    let count = 0;
    let looked = 1;
    for (const { rows, skipsLoops } of segments) {
      const { neighbours } = rows;
      const end = rows.end(node);
      for (let at = rows.start(node); at < end; at += 1) {
        count += neighbours[at] === wanted && !(skipsLoops && wanted === node) ? 1 : 0;
        looked += 1;
      }
    }
    this.#context.runtime.budget.stepWithoutPause(looked);
    return count;
  }

  #used(at: number, from: number, to: number): number {
    let used = 0;
    for (const column of this.#unlike) {
      const relationship = column[at] ?? -1;
      used += relationship >= 0 && this.#forward.leads(relationship, from, to) ? 1 : 0;
    }
    return used;
  }
}
