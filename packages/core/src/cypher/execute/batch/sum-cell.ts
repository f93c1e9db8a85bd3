/*
 * Sums of a column of integers, by group. They are added as plain numbers as long as these are exact;
 * what goes beyond is carried on in wide integers, so that the result is what adding one value after
 * the other gives.
 */
import type { PropertyColumn } from "../../../graph/property-column.js";
import { Float } from "../../../graph/property-value.js";
import { grownArray } from "../../../graph/typed-growth.js";
import type { Row } from "../../evaluate/row.js";
import type { CypherValue } from "../../values/cypher-value.js";
import { compactInteger, MAX_INTEGER, MIN_INTEGER } from "../../values/integer.js";
import type { Batch } from "./batch.js";
import type { BatchCell } from "./batch-cell.js";

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
    const ids = batch.column(this.#slot);
    for (let at = 0; at < batch.size; at += 1) {
      const id = ids[at] ?? -1;
      if (id >= 0 && column.presence.has(id)) {
        this.#addTo(groups[at] ?? 0, values.items[id] ?? 0, batch.weights?.[at] ?? 1);
      }
    }
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

  #addTo(group: number, value: number, weight: number): void {
    const next = (this.#sums[group] ?? 0) + value * weight;
    if (Number.isSafeInteger(value * weight) && Number.isSafeInteger(next)) {
      this.#sums[group] = next;
    } else {
      const wide = this.#wide.get(group) ?? 0n;
      this.#wide.set(group, wide + BigInt(value) * BigInt(weight));
    }
    this.#counts[group] = (this.#counts[group] ?? 0) + weight;
  }
}
