import type { Row } from "../evaluate/row.js";
import type { Binding } from "../plan/slots.js";
import type { CypherValue } from "../values/cypher-value.js";
import { groupingKey, groupingKeyOf } from "../values/equivalent.js";

/** A key that two rows share exactly when the bindings hold equivalent values in both. */
export function rowKey(bindings: readonly Binding[]): (row: Row) => string | number {
  const [first, second] = bindings;
  if (first === undefined) {
    return () => 0;
  }
  if (second === undefined) {
    return first.kind === "value"
      ? (row) => groupingKey(row.values[first.slot] ?? null)
      : (row) => row.ids[first.slot] ?? -1;
  }
  if (bindings.length === 2 && first.kind !== "value" && second.kind !== "value") {
    return pairKey(first.slot, second.slot);
  }
  const reads = bindings.map(readKeyPart);
  return (row) => groupingKeyOf(reads.map((read) => read(row)));
}

/** A column always holds one kind of element, so its slot is a key without the type. */
function readKeyPart({ kind, slot }: Binding): (row: Row) => CypherValue {
  return kind === "value" ? (row) => row.values[slot] ?? null : (row) => row.ids[slot] ?? -1;
}

/** Two ids in one number as long as it is exact, in a text beyond. */
function pairKey(first: number, second: number): (row: Row) => string | number {
  return (row) => {
    const a = row.ids[first] ?? -1;
    const b = row.ids[second] ?? -1;
    return a < 0x20_0000 ? a * 0x1_0000_0000 + b : `${a},${b}`;
  };
}

/** What a key takes in a set or map that keeps it. */
export const bytesOfKey = (key: string | number): number =>
  typeof key === "string" ? key.length + 96 : 64;
