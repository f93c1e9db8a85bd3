import type { PropertyColumn } from "../../../graph/property-column.js";
import { grownArray } from "../../../graph/typed-growth.js";
import type { Batch } from "./batch.js";
import type { BatchCell } from "./batch-cell.js";
import { exactCount } from "./exact-count.js";

/** `count(*)`. */
export function countRowsCell(): BatchCell {
  return countCell((batch, groups, counts) => {
    const { weights } = batch;
    for (let at = 0; at < batch.size; at += 1) {
      const group = groups[at] ?? 0;
      counts[group] = (counts[group] ?? 0) + (weights === null ? 1 : (weights[at] ?? 1));
    }
  });
}

/** `count(n)`, or `count(n.key)` with the column of the key: rows in which it is not null. */
export function countValuesCell(
  slot: number,
  column: (() => PropertyColumn | undefined) | null,
): BatchCell {
  return countCell((batch, groups, counts) => {
    const ids = batch.column(slot);
    const presence = column === null ? null : column()?.presence;
    for (let at = 0; at < batch.size; at += 1) {
      const id = ids[at] ?? -1;
      const group = groups[at] ?? 0;
      const counted = id >= 0 && (presence === null || presence?.has(id) === true);
      counts[group] = (counts[group] ?? 0) + (counted ? (batch.weights?.[at] ?? 1) : 0);
    }
  });
}

function countCell(
  count: (batch: Batch, groups: Int32Array, counts: Float64Array) => void,
): BatchCell {
  let counts = new Float64Array(0);
  return {
    add: (batch, groups, groupCount) => {
      counts = grownArray(counts, groupCount);
      count(batch, groups, counts);
    },
    result: (group) => exactCount(counts[group] ?? 0),
    numbers: () => counts,
    clear: () => {
      counts = new Float64Array(0);
    },
  };
}
