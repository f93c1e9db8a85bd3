import type { SlotAllocator } from "../plan/slots.js";
import type { CypherValue } from "../values/cypher-value.js";

/**
 * The one row of a prepared query: operators write their slots and pass it on, nothing is allocated
 * per row. -1 in `ids` is null.
 */
export interface Row {
  readonly ids: Int32Array;
  readonly values: CypherValue[];
}

/** A row with room for everything that has been allocated. */
export function createRow(slots: SlotAllocator): Row {
  return {
    ids: new Int32Array(slots.idCount).fill(-1),
    values: new Array<CypherValue>(slots.valueCount).fill(null),
  };
}
