import type { CypherValue } from "./cypher-value.js";
import { isInteger, isList } from "./is-value.js";
import { typeMismatch } from "./value-error.js";

/** What is gone through item by item: a list, or a value of any other kind as its only item; null for null. */
export function itemsOf(value: CypherValue): readonly CypherValue[] | null {
  return value === null || isList(value) ? value : [value];
}

/** Cypher's `list[index]`: from the end when negative, null beyond either end. */
export function elementAt(list: readonly CypherValue[], index: CypherValue): CypherValue {
  if (index === null) {
    return null;
  }
  if (!isInteger(index)) {
    throw typeMismatch("A list", "an integer as index", index);
  }
  const at = Number(index);
  return list[at < 0 ? list.length + at : at] ?? null;
}

/** Cypher's `list[from..to]` with the end left out; `undefined` leaves a bound open, null makes the whole null. */
export function slice(
  list: readonly CypherValue[],
  from: CypherValue | undefined,
  to: CypherValue | undefined,
): readonly CypherValue[] | null {
  if (from === null || to === null) {
    return null;
  }
  return list.slice(boundOf(from), boundOf(to));
}

function boundOf(bound: Exclude<CypherValue, null> | undefined): number | undefined {
  if (bound === undefined) {
    return undefined;
  }
  if (!isInteger(bound)) {
    throw typeMismatch("A list slice", "integers as bounds", bound);
  }
  return Number(bound);
}
