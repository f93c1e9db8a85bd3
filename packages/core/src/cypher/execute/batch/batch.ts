import type { Row } from "../../evaluate/row.js";
import type { Status } from "../operator.js";
import { exactCount } from "./exact-count.js";

/** Rows that are worked on at once: few enough to stay in the nearest cache. */
export const BATCH_ROWS = 1_024;

/**
 * Rows side by side: one column of ids a slot. A row may stand for several that nothing tells apart;
 * `weights` says for how many.
 */
export class Batch {
  size = 0;
  readonly weights: Float64Array | null;
  readonly #columns: (Int32Array | undefined)[] = [];

  constructor(slots: Iterable<number>, isWeighted: boolean) {
    for (const slot of slots) {
      this.#columns[slot] ??= new Int32Array(BATCH_ROWS);
    }
    this.weights = isWeighted ? new Float64Array(BATCH_ROWS) : null;
  }

  has(slot: number): boolean {
    return this.#columns[slot] !== undefined;
  }

  column(slot: number): Int32Array {
    const column = this.#columns[slot];
    if (column === undefined) {
      throw new TypeError(`the batch has no column for slot ${slot}`);
    }
    return column;
  }

  /** Copies a row of the batch into the shared row. */
  load(row: Row, at: number): void {
    for (const [slot, column] of this.#columns.entries()) {
      if (column !== undefined) {
        row.ids[slot] = column[at] ?? -1;
      }
    }
  }

  /** Fills the columns it shares with `input` with the input's rows at these places. */
  takeFrom(input: Batch, origins: Int32Array, count: number): void {
    for (const [slot, to] of this.#columns.entries()) {
      if (to !== undefined && input.has(slot)) {
        gather(input.column(slot), origins, to, count);
      }
    }
    if (this.weights !== null) {
      gatherWeights(input.weights, origins, this.weights, count);
    }
    this.size = count;
  }

  /** Lets each row stand for so many times what it stood for. */
  weigh(factors: Float64Array): void {
    const { weights } = this;
    for (let at = 0; weights !== null && at < this.size; at += 1) {
      weights[at] = exactCount((weights[at] ?? 1) * (factors[at] ?? 1));
    }
  }

  /** Keeps only the rows at these places, which ascend. */
  keep(places: Int32Array, count: number): void {
    if (count < this.size) {
      for (const column of this.#columns) {
        if (column !== undefined) {
          gather(column, places, column, count);
        }
      }
      if (this.weights !== null) {
        gatherWeights(this.weights, places, this.weights, count);
      }
      this.size = count;
    }
  }
}

function gather(from: Int32Array, places: Int32Array, to: Int32Array, count: number): void {
  for (let at = 0; at < count; at += 1) {
    to[at] = from[places[at] ?? 0] ?? -1;
  }
}

function gatherWeights(
  from: Float64Array | null,
  places: Int32Array,
  to: Float64Array,
  count: number,
): void {
  for (let at = 0; at < count; at += 1) {
    to[at] = from === null ? 1 : (from[places[at] ?? 0] ?? 1);
  }
}

/**
 * An operator over batches: each call of `next` fills `output` anew, with one row at least when it
 * answers ROW. It writes nothing to the shared row that its reader has to keep.
 */
export interface BatchOperator {
  readonly output: Batch;
  readonly next: (row: Row) => Status;
  readonly reset: () => void;
}
