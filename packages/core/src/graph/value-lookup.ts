import { propertiesEqual, type ScalarKey, scalarKey } from "./property-equality.js";
import { Float, type PropertyValue, type ScalarValue } from "./property-value.js";

type Bucket = number | number[];

const isListValue = (value: PropertyValue): value is readonly ScalarValue[] => Array.isArray(value);

/** Place of the first element that is not below `slot`. */
function lowerBound(slots: readonly number[], slot: number): number {
  let low = 0;
  let high = slots.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((slots[middle] ?? 0) < slot) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/** Slots by property value under Cypher equality, each bucket in slot order. Lists are not indexed. */
export class ValueLookup {
  /** Strings, booleans and numbers apart from the rest, whose keys are made-up strings. */
  readonly #plain = new Map<ScalarKey, Bucket>();
  readonly #structured = new Map<ScalarKey, Bucket>();
  readonly #propertyOf: (slot: number) => PropertyValue | undefined;

  constructor(propertyOf: (slot: number) => PropertyValue | undefined) {
    this.#propertyOf = propertyOf;
  }

  add(slot: number, value: PropertyValue): void {
    const key = isListValue(value) ? null : scalarKey(value);
    if (key === null) {
      return;
    }
    const buckets = this.#bucketsFor(value);
    const bucket = buckets.get(key);
    if (bucket === undefined) {
      buckets.set(key, slot);
    } else if (typeof bucket === "number") {
      buckets.set(key, bucket < slot ? [bucket, slot] : [slot, bucket]);
    } else {
      bucket.splice(lowerBound(bucket, slot), 0, slot);
    }
  }

  remove(slot: number, value: PropertyValue): void {
    const key = isListValue(value) ? null : scalarKey(value);
    if (key === null) {
      return;
    }
    const buckets = this.#bucketsFor(value);
    const bucket = buckets.get(key);
    if (typeof bucket === "number") {
      buckets.delete(key);
    } else if (bucket !== undefined) {
      bucket.splice(lowerBound(bucket, slot), 1);
      if (bucket.length === 0) {
        buckets.delete(key);
      }
    }
  }

  /** A copy, so that a caller may write while it reads. */
  find(value: ScalarValue): number[] {
    const key = scalarKey(value);
    const bucket = key === null ? undefined : this.#bucketsFor(value).get(key);
    if (bucket === undefined) {
      return [];
    }
    const slots = typeof bucket === "number" ? [bucket] : bucket.slice();
    return typeof key === "number" && Math.abs(key) >= 2 ** 53
      ? slots.filter((slot) => this.#equals(slot, value))
      : slots;
  }

  #equals(slot: number, value: ScalarValue): boolean {
    const stored = this.#propertyOf(slot);
    return stored !== undefined && propertiesEqual(stored, value);
  }

  #bucketsFor(value: PropertyValue): Map<ScalarKey, Bucket> {
    return typeof value === "object" && !(value instanceof Float) ? this.#structured : this.#plain;
  }
}
