import type { Budget } from "../evaluate/budget.js";
import type { Row } from "../evaluate/row.js";
import type { Binding } from "../plan/slots.js";
import type { CypherValue } from "../values/cypher-value.js";

/** Rows kept for later, of each only the given bindings, in two flat columns. */
export class RowBuffer {
  readonly #budget: Budget;
  readonly #idSlots: readonly number[];
  readonly #valueSlots: readonly number[];
  #ids: Int32Array;
  #values: CypherValue[] = [];
  #count = 0;
  /** Bytes charged for the rows. */
  #kept = 0;

  constructor(budget: Budget, bindings: readonly Binding[]) {
    this.#budget = budget;
    this.#idSlots = unique(bindings.filter(({ kind }) => kind !== "value"));
    this.#valueSlots = unique(bindings.filter(({ kind }) => kind === "value"));
    this.#ids = new Int32Array(16 * this.#idSlots.length);
  }

  get count(): number {
    return this.#count;
  }

  push(row: Row): void {
    let bytes = 4 * this.#idSlots.length;
    for (const slot of this.#valueSlots) {
      bytes += this.#budget.keptBytesOf(row.values[slot] ?? null);
    }
    this.#kept += this.#budget.keep(bytes);
    const width = this.#idSlots.length;
    let at = this.#count * width;
    if (at + width > this.#ids.length) {
      const grown = new Int32Array(this.#ids.length * 2);
      grown.set(this.#ids);
      this.#ids = grown;
    }
    for (const slot of this.#idSlots) {
      this.#ids[at] = row.ids[slot] ?? -1;
      at += 1;
    }
    for (const slot of this.#valueSlots) {
      this.#values.push(row.values[slot] ?? null);
    }
    this.#count += 1;
  }

  load(row: Row, index: number): void {
    let at = index * this.#idSlots.length;
    for (const slot of this.#idSlots) {
      row.ids[slot] = this.#ids[at] ?? -1;
      at += 1;
    }
    at = index * this.#valueSlots.length;
    for (const slot of this.#valueSlots) {
      row.values[slot] = this.#values[at] ?? null;
      at += 1;
    }
  }

  /** Keeps only these rows, in this order. */
  keep(indexes: readonly number[]): void {
    const idWidth = this.#idSlots.length;
    const valueWidth = this.#valueSlots.length;
    const ids = new Int32Array(Math.max(16, indexes.length * 2) * idWidth);
    const values: CypherValue[] = [];
    indexes.forEach((index, place) => {
      ids.set(this.#ids.subarray(index * idWidth, (index + 1) * idWidth), place * idWidth);
      for (let at = index * valueWidth; at < (index + 1) * valueWidth; at += 1) {
        values.push(this.#values[at] ?? null);
      }
    });
    const kept = (this.#kept * indexes.length) / Math.max(1, this.#count);
    this.#budget.dropKept(this.#kept - kept);
    this.#kept = kept;
    this.#ids = ids;
    this.#values = values;
    this.#count = indexes.length;
  }

  clear(): void {
    if (this.#count === 0) {
      return;
    }
    this.#budget.dropKept(this.#kept);
    this.#kept = 0;
    this.#count = 0;
    this.#values = [];
    // A buffer that was once large must not stay so behind a cached query.
    this.#ids = new Int32Array(16 * this.#idSlots.length);
  }
}

function unique(bindings: readonly Binding[]): readonly number[] {
  return [...new Set(bindings.map(({ slot }) => slot))];
}
