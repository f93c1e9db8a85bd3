/*
 * Sums of a column of integers, by group. They are added as plain numbers as long as these are exact;
 * what goes beyond is carried on in wide integers, so that the result is what adding one value after
 * the other gives.
 */
import type { PropertyColumn } from "../../../graph/property-column.js";
import { Float } from "../../../graph/property-value.js";
import type { SlotBits } from "../../../graph/slot-bits.js";
import { grownArray } from "../../../graph/typed-growth.js";
import type { Row } from "../../evaluate/row.js";
import type { CypherValue } from "../../values/cypher-value.js";
import { compactInteger, MAX_INTEGER, MIN_INTEGER } from "../../values/integer.js";
import type { Batch } from "./batch.js";
import type { BatchCell } from "./batch-cell.js";

/** Sums below this are exact, and so are their next terms. */
const HALF_EXACT = 2 ** 52;

/** `sum(n.key)` and `avg(n.key)`; a column that is not all integers goes to `otherwise`. */
export class SumCell implements BatchCell {
  readonly #name: "sum" | "avg";
  readonly #slot: number;
  readonly #column: () => PropertyColumn | undefined;
  readonly #otherwise: BatchCell;
  #sums = new Float64Array(0);
  #counts = new Float64Array(0);
  readonly #wide = new Map<number, bigint>();
  #usesOther = false;

  constructor(
    name: "sum" | "avg",
    slot: number,
    column: () => PropertyColumn | undefined,
    otherwise: BatchCell,
  ) {
    this.#name = name;
    this.#slot = slot;
    this.#column = column;
    this.#otherwise = otherwise;
  }

  add(batch: Batch, groups: Int32Array, count: number, row: Row): void {
    const column = this.#column();
    const values = column?.dense ?? null;
    if (column === undefined || (values?.kind !== "int32" && values?.kind !== "integer")) {
      this.#usesOther = true;
      this.#otherwise.add(batch, groups, count, row);
      return;
    }
    this.#sums = grownArray(this.#sums, count);
    this.#counts = grownArray(this.#counts, count);
    this.#addColumn(batch, groups, column.presence, values.items);
  }

  result(group: number): CypherValue {
    if (this.#usesOther) {
      return this.#otherwise.result(group);
    }
    const total = BigInt(this.#sums[group] ?? 0) + (this.#wide.get(group) ?? 0n);
    if (this.#name === "avg") {
      const count = this.#counts[group] ?? 0;
      return count === 0 ? null : new Float(Number(total) / count);
    }
    // A sum that leaves 64 bits goes on as a float.
    return total < MIN_INTEGER || total > MAX_INTEGER
      ? new Float(Number(total))
      : compactInteger(total);
  }

  clear(): void {
    this.#sums = new Float64Array(0);
    this.#counts = new Float64Array(0);
    this.#wide.clear();
    this.#usesOther = false;
    this.#otherwise.clear();
  }

  #addColumn(
    batch: Batch,
    groups: Int32Array,
    { words }: SlotBits,
    items: Int32Array | Float64Array,
  ): void {
    const ids = batch.column(this.#slot);
    const [sums, counts] = [this.#sums, this.#counts];
    for (let at = 0; at < batch.size; at += 1) {
      const id = ids[at] ?? -1;
      const isPresent = ((words[id >>> 5] ?? 0) & (1 << (id & 31))) !== 0;
      const value = isPresent ? (items[id] ?? 0) : 0;
      const weight = batch.weights?.[at] ?? 1;
      const group = groups[at] ?? 0;
      const next = (sums[group] ?? 0) + value * weight;
      counts[group] = (counts[group] ?? 0) + (isPresent ? weight : 0);
      // Half of what is exact, so that neither the product nor the sum has left it unseen.
      if (Math.abs(next) < HALF_EXACT) {
        sums[group] = next;
      } else {
        this.#addWide(group, value, weight);
      }
    }
  }

  #addWide(group: number, value: number, weight: number): void {
    const wide = this.#wide.get(group) ?? 0n;
    this.#wide.set(group, wide + BigInt(value) * BigInt(weight));
  }
}
