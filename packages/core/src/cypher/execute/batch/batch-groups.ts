import type { Row } from "../../evaluate/row.js";
import type { AggregatePlan } from "../../plan/plan.js";
import type { Binding } from "../../plan/slots.js";
import type { BuildContext } from "../build-context.js";
import type { GroupKeys } from "../group-keys.js";
import { IdPairs } from "../id-pairs.js";
import { BATCH_ROWS, type Batch } from "./batch.js";
import { keyCodes } from "./key-codes.js";

/** Finds the group of each row of a batch; the result is good until the next batch. */
export interface BatchGroups {
  readonly groupsOf: (batch: Batch, row: Row) => Int32Array;
  readonly clear: () => void;
}

export function batchGroups(
  context: BuildContext,
  plan: AggregatePlan,
  keys: GroupKeys,
): BatchGroups {
  const [first, second] = plan.determinants ?? [];
  if (plan.keys.length === 0) {
    return oneGroup(keys);
  }
  if (first === undefined) {
    return byRow(keys);
  }
  return second === undefined
    ? byOne(context, plan, keys, first)
    : byPair(keys, first.slot, second.slot);
}

/** Without keys all rows are one group. */
function oneGroup(keys: GroupKeys): BatchGroups {
  const groups = new Int32Array(BATCH_ROWS);
  return {
    groupsOf: (_batch, row) => {
      if (keys.count === 0) {
        keys.add(row);
      }
      return groups;
    },
    clear: () => undefined,
  };
}

function byRow(keys: GroupKeys): BatchGroups {
  const groups = new Int32Array(BATCH_ROWS);
  return {
    groupsOf: (batch, row) => {
      for (let at = 0; at < batch.size; at += 1) {
        batch.load(row, at);
        groups[at] = keys.groupOf(row);
      }
      return groups;
    },
    clear: () => undefined,
  };
}

/** One element fixes the keys: its id, or a code for what the keys read of it, leads to the group. */
function byOne(
  context: BuildContext,
  plan: AggregatePlan,
  keys: GroupKeys,
  element: Binding,
): BatchGroups {
  const codes = keyCodes(context, plan, element);
  const groups = new Int32Array(BATCH_ROWS);
  let byCode = new Int32Array(0);
  return {
    groupsOf: (batch, row) => {
      const column = codes.codesOf(batch);
      const hasOwnKey = codes.areKeys(batch.size);
      for (let at = 0; at < batch.size; at += 1) {
        // Null has the code -1.
        const code = (column[at] ?? -1) + 1;
        if (code >= byCode.length) {
          byCode = grown(byCode, code + 1);
        }
        let group = (byCode[code] ?? 0) - 1;
        if (group < 0) {
          const element = code - 1;
          if (hasOwnKey?.(element) === true) {
            group = keys.addLate(element);
          } else {
            batch.load(row, at);
            group = keys.groupOf(row);
          }
          byCode[code] = group + 1;
        }
        groups[at] = group;
      }
      return groups;
    },
    clear: () => {
      codes.clear();
      byCode = new Int32Array(0);
    },
  };
}

function grown(array: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(length, 2 * array.length, 1_024));
  larger.set(array);
  return larger;
}

/** Two elements fix the keys. */
function byPair(keys: GroupKeys, first: number, second: number): BatchGroups {
  const groups = new Int32Array(BATCH_ROWS);
  const pairs = new IdPairs();
  const groupOfPair: number[] = [];
  return {
    groupsOf: (batch, row) => {
      const a = batch.column(first);
      const b = batch.column(second);
      for (let at = 0; at < batch.size; at += 1) {
        const pair = pairs.add(a[at] ?? -1, b[at] ?? -1);
        let group = groupOfPair[pair];
        if (group === undefined) {
          batch.load(row, at);
          group = keys.groupOf(row);
          groupOfPair.push(group);
        }
        groups[at] = group;
      }
      return groups;
    },
    clear: () => {
      pairs.clear();
      groupOfPair.length = 0;
    },
  };
}
