import type { PropertyValue } from "../../graph/property-value.js";
import type { DriverTypes } from "./neo4j-temporals.js";
import { type DriverValue, toDriverValue } from "./neo4j-values.js";

/** Rows of one transaction. Larger batches are little faster and cost the server gigabytes of heap. */
const BATCH_ROWS = 2_000;
/** Characters of text in one transaction; rows with many quotes fill a batch before their number does. */
const BATCH_CHARACTERS = 4_000_000;

/** A row with about how many characters it sends. */
export interface SizedRow {
  readonly row: DriverValue;
  readonly size: number;
}

/** Rows made of members one by one, in batches of bounded number and size; never more than one in memory. */
export function* batches<T>(
  members: readonly T[],
  read: (member: T) => SizedRow,
): Generator<readonly DriverValue[]> {
  let rows: DriverValue[] = [];
  let characters = 0;
  for (const member of members) {
    const { row, size } = read(member);
    rows.push(row);
    characters += size;
    if (rows.length >= BATCH_ROWS || characters >= BATCH_CHARACTERS) {
      yield rows;
      rows = [];
      characters = 0;
    }
  }
  if (rows.length > 0) yield rows;
}

/** Properties as the driver sends them, with marks, and their size. */
export function propertyRow(
  types: DriverTypes,
  keys: readonly string[],
  read: (key: string) => PropertyValue | undefined,
  marks: Readonly<Record<string, string>>,
): { readonly properties: DriverValue; readonly size: number } {
  const entries: [string, DriverValue][] = Object.entries(marks);
  let size = 0;
  for (const key of keys) {
    const value = read(key);
    if (value === undefined) continue;
    entries.push([key, toDriverValue(types, value)]);
    size += sizeOf(value);
  }
  return { properties: Object.fromEntries(entries), size };
}

function sizeOf(value: PropertyValue): number {
  if (typeof value === "string") return value.length;
  if (!Array.isArray(value)) return 8;
  let size = 0;
  for (const item of value) size += typeof item === "string" ? item.length : 8;
  return size;
}
