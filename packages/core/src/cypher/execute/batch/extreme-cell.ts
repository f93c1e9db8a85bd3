import type { PropertyColumn } from "../../../graph/property-column.js";
import { grownArray } from "../../../graph/typed-growth.js";
import type { BatchCell } from "./batch-cell.js";

/** `min(n.key)` and `max(n.key)`; a column that is not all integers goes to `otherwise`. */
export function extremeCell(
  sign: 1 | -1,
  slot: number,
  column: () => PropertyColumn | undefined,
  otherwise: BatchCell,
): BatchCell {
  // What no value reaches stands for none.
  const none = sign * Number.POSITIVE_INFINITY;
  let best = new Float64Array(0);
  let usesOther = false;
  return {
    add: (batch, groups, count, row) => {
      const found = column();
      const values = found?.dense ?? null;
      if (found === undefined || (values?.kind !== "int32" && values?.kind !== "integer")) {
        usesOther = true;
        otherwise.add(batch, groups, count, row);
        return;
      }
      const before = best.length;
      best = grownArray(best, count);
      best.fill(none, before);
      const ids = batch.column(slot);
      for (let at = 0; at < batch.size; at += 1) {
        const id = ids[at] ?? -1;
        const value = values.items[id] ?? 0;
        const group = groups[at] ?? 0;
        if (id >= 0 && found.presence.has(id) && sign * value < sign * (best[group] ?? none)) {
          best[group] = value;
        }
      }
    },
    result: (group) => {
      const value = best[group] ?? none;
      return usesOther ? otherwise.result(group) : value === none ? null : value;
    },
    clear: () => {
      best = new Float64Array(0);
      usesOther = false;
      otherwise.clear();
    },
  };
}
