import { grownArray } from "../../../graph/typed-growth.js";
import { IdPairs } from "../id-pairs.js";
import type { BatchCell } from "./batch-cell.js";

/** `count(DISTINCT n)` of an element that a pattern has bound. */
export function countDistinctCell(slot: number, keep: (count: number) => void): BatchCell {
  let counts = new Float64Array(0);
  const seen = new IdPairs();
  return {
    add: (batch, groups, count) => {
      counts = grownArray(counts, count);
      const before = seen.count;
      const ids = batch.column(slot);
      for (let at = 0; at < batch.size; at += 1) {
        const id = ids[at] ?? -1;
        const group = groups[at] ?? 0;
        const known = seen.count;
        if (id >= 0 && seen.add(group, id) === known) {
          counts[group] = (counts[group] ?? 0) + 1;
        }
      }
      keep(seen.count - before);
    },
    result: (group) => counts[group] ?? 0,
    numbers: () => counts,
    clear: () => {
      counts = new Float64Array(0);
      seen.clear();
    },
  };
}
