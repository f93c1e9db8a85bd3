import type { Row } from "../../evaluate/row.js";
import type { AggregatePlan } from "../../plan/plan.js";
import type { Binding } from "../../plan/slots.js";
import type { BuildContext } from "../build-context.js";
import type { GroupKeys } from "../group-keys.js";
import { IdPairs } from "../id-pairs.js";
import { BATCH_ROWS, type Batch } from "./batch.js";
import { areRowsDistinct } from "./distinct-rows.js";
import { keyCodes } from "./key-codes.js";
import { type OwnKeyTest, ownKeyOf } from "./own-key.js";
import { sharedTexts } from "./shared-texts.js";

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
  const looked =
    second === undefined
      ? byOne(context, plan, keys, first)
      : byPair(context, plan, keys, [first, second]);
  return areRowsDistinct(plan) ? rowByRow(context, plan, keys, looked) : looked;
}

/**
 * Each row is a group of its own as long as no two elements share a key; rows for which that is not
 * known are looked up by `otherwise`.
 */
function rowByRow(
  context: BuildContext,
  plan: AggregatePlan,
  keys: GroupKeys,
  otherwise: BatchGroups,
): BatchGroups {
  const determinants = plan.determinants ?? [];
  const ownKeys = determinants.map((element) => ownKeyOf(context, plan, element));
  const groups = new Int32Array(BATCH_ROWS);
  return {
    groupsOf: (batch, row) => {
      const tests = ownKeys.map((ownKey) => ownKey(batch.size));
      const columns = determinants.map(({ slot }) => batch.column(slot));
      const areOwn = columns.every((column, at) => isTrueForAll(column, batch.size, tests[at]));
      if (!areOwn) {
        return otherwise.groupsOf(batch, row);
      }
      const [first, second] = columns;
      for (let at = 0; at < batch.size; at += 1) {
        groups[at] = keys.addLate(first?.[at] ?? -1, second?.[at] ?? -1);
      }
      return groups;
    },
    clear: otherwise.clear,
  };
}

function isTrueForAll(column: Int32Array, size: number, test: OwnKeyTest | undefined): boolean {
  if (test == null) {
    return false;
  }
  for (let at = 0; at < size; at += 1) {
    if (!test(column[at] ?? -1)) {
      return false;
    }
  }
  return true;
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
  const ownKey = ownKeyOf(context, plan, element);
  const texts = sharedTexts(context, plan, keys, element);
  const groups = new Int32Array(BATCH_ROWS);
  let byCode = new Int32Array(0);
  const newGroup = (
    batch: Batch,
    at: number,
    row: Row,
    code: number,
    isOwn: OwnKeyTest,
  ): number => {
    if (isOwn?.(code) === true) {
      return keys.addLate(code, -1);
    }
    const shared = texts !== null && codes.areIds() && code >= 0 ? texts.groupOf(code) : -1;
    if (shared >= 0) {
      return shared;
    }
    batch.load(row, at);
    return keys.groupOf(row);
  };
  return {
    groupsOf: (batch, row) => {
      const column = codes.codesOf(batch);
      const isOwn = codes.areIds() ? ownKey(batch.size) : null;
      for (let at = 0; at < batch.size; at += 1) {
        // Null has the code -1.
        const code = (column[at] ?? -1) + 1;
        byCode = code < byCode.length ? byCode : grown(byCode, code + 1);
        let group = (byCode[code] ?? 0) - 1;
        if (group < 0) {
          group = newGroup(batch, at, row, code - 1, isOwn);
          byCode[code] = group + 1;
        }
        groups[at] = group;
      }
      return groups;
    },
    clear: () => {
      texts?.clear();
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
function byPair(
  context: BuildContext,
  plan: AggregatePlan,
  keys: GroupKeys,
  [first, second]: readonly [Binding, Binding],
): BatchGroups {
  const firstKey = ownKeyOf(context, plan, first);
  const secondKey = ownKeyOf(context, plan, second);
  const groups = new Int32Array(BATCH_ROWS);
  const pairs = new IdPairs();
  let byPairNumber = new Int32Array(0);
  const newGroup = (batch: Batch, at: number, row: Row, tests: readonly OwnKeyTest[]): number => {
    const x = batch.column(first.slot)[at] ?? -1;
    const y = batch.column(second.slot)[at] ?? -1;
    if (tests[0]?.(x) === true && tests[1]?.(y) === true) {
      return keys.addLate(x, y);
    }
    batch.load(row, at);
    return keys.groupOf(row);
  };
  return {
    groupsOf: (batch, row) => {
      const a = batch.column(first.slot);
      const b = batch.column(second.slot);
      const tests = [firstKey(batch.size), secondKey(batch.size)];
      for (let at = 0; at < batch.size; at += 1) {
        const known = pairs.count;
        const pair = pairs.add(a[at] ?? -1, b[at] ?? -1);
        if (pair === known) {
          byPairNumber = pair < byPairNumber.length ? byPairNumber : grown(byPairNumber, pair + 1);
          byPairNumber[pair] = newGroup(batch, at, row, tests);
        }
        groups[at] = byPairNumber[pair] ?? 0;
      }
      return groups;
    },
    clear: () => {
      pairs.clear();
      byPairNumber = new Int32Array(0);
    },
  };
}
