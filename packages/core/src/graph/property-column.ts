import { AnyValues, type ColumnValues, IntegerValues, valuesFor } from "./column-values.js";
import type { PropertyValue } from "./property-value.js";
import { SlotBits } from "./slot-bits.js";

/** Values below which a column stays a map, whatever its density. */
const SPARSE_COUNT = 32;
/** A column becomes an array when at least one slot in so many has a value. */
const SPARSE_SHARE = 16;

/**
 * The values of one property key, by slot. Starts as a map, becomes an array of the narrowest type
 * once enough slots have a value, and a plain array when kinds mix. What it answers never depends on
 * how it is stored.
 */
export class PropertyColumn {
  readonly presence = new SlotBits();
  #sparse: Map<number, PropertyValue> | null = new Map();
  #values: ColumnValues = new AnyValues();
  #highest = 0;

  get count(): number {
    return this.presence.count;
  }

  /** The typed values behind the column, null while it is a map. A write may replace it. */
  get dense(): ColumnValues | null {
    return this.#sparse === null ? this.#values : null;
  }

  get(slot: number): PropertyValue | undefined {
    if (this.#sparse !== null) {
      return this.#sparse.get(slot);
    }
    return this.presence.has(slot) ? this.#values.read(slot) : undefined;
  }

  set(slot: number, value: PropertyValue): void {
    this.presence.add(slot);
    this.#highest = Math.max(this.#highest, slot);
    if (this.#sparse !== null) {
      this.#sparse.set(slot, value);
      this.#leaveMapWhenDense(this.#sparse);
      return;
    }
    if (!this.#values.accepts(value, this.count)) {
      this.#widen(value);
    }
    this.#values.write(slot, value);
  }

  delete(slot: number): void {
    if (this.presence.remove(slot)) {
      this.#sparse?.delete(slot);
      this.#values.clear(slot);
    }
  }

  #leaveMapWhenDense(sparse: Map<number, PropertyValue>): void {
    if (sparse.size < SPARSE_COUNT || sparse.size * SPARSE_SHARE <= this.#highest) {
      return;
    }
    this.#values = valuesFor(sparse.values(), sparse.size);
    for (const [slot, value] of sparse) {
      this.#values.write(slot, value);
    }
    this.#sparse = null;
  }

  #widen(value: PropertyValue): void {
    const narrow = this.#values;
    const wide =
      narrow.kind === "int32" && typeof value === "number" ? new IntegerValues() : new AnyValues();
    this.presence.walk((slot) => {
      wide.write(slot, narrow.read(slot));
      return true;
    });
    this.#values = wide;
  }
}
