import type { PropertyValue } from "../property-value.js";
import type { ValueHeap } from "./stored-value.js";

/** Values of a column that are read from their heap when they are first asked for. */
export class StoredValues {
  readonly kind = "any";
  readonly #heap: ValueHeap;
  /** What has been read or written so far. */
  readonly #items: (PropertyValue | undefined)[] = [];

  constructor(heap: ValueHeap) {
    this.#heap = heap;
  }

  accepts(): boolean {
    return true;
  }

  write(slot: number, value: PropertyValue): void {
    this.#items[slot] = value;
  }

  read(slot: number): PropertyValue {
    const known = this.#items[slot];
    if (known !== undefined) {
      return known;
    }
    const value = slot < this.#heap.size ? this.#heap.read(slot) : false;
    this.#items[slot] = value;
    return value;
  }

  clear(slot: number): void {
    this.#items[slot] = false;
  }
}
