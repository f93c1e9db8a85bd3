import type { Expression } from "../../ast/expression.js";
import type { Row } from "../../evaluate/row.js";
import { conjunctsOf } from "../../plan/conjuncts.js";
import { slotsIn } from "../../plan/id-slots.js";
import type { Scope } from "../../plan/scope.js";
import type { BuildContext } from "../build-context.js";
import { BATCH_ROWS, type Batch } from "./batch.js";
import type { BatchTest } from "./batch-test.js";
import { columnKernel } from "./column-kernel.js";
import { existsKernel } from "./exists-kernel.js";
import { labelKernel } from "./label-kernel.js";
import { sameNodeKernel } from "./same-node-kernel.js";
import { twoColumnsKernel } from "./two-columns-kernel.js";

const EVERY_PLACE = Int32Array.from({ length: BATCH_ROWS }, (_, at) => at);

/** Drops the rows of a batch that fail one of the tests. */
export type BatchFilter = (batch: Batch, row: Row) => void;

export function compileBatchFilter(
  context: BuildContext,
  tests: readonly Expression[],
  scope: Scope,
): BatchFilter {
  const compiled = tests.flatMap(conjunctsOf).map((test) => compileBatchTest(context, test, scope));
  const places = new Int32Array(BATCH_ROWS);
  if (compiled.length === 0) {
    return () => undefined;
  }
  return (batch, row) => {
    let count = batch.size;
    places.set(count === BATCH_ROWS ? EVERY_PLACE : EVERY_PLACE.subarray(0, count));
    for (const test of compiled) {
      count = test(batch, places, count, row);
    }
    batch.keep(places, count);
  };
}

function compileBatchTest(context: BuildContext, test: Expression, scope: Scope): BatchTest {
  const byRow = rowTest(context, test, scope);
  return (
    labelKernel(context, test, scope) ??
    sameNodeKernel(test, scope) ??
    existsKernel(context, test, scope) ??
    columnKernel(context, test, scope, byRow) ??
    twoColumnsKernel(context, test, scope, byRow) ??
    byRow
  );
}

/** Any test, row by row. */
function rowTest(context: BuildContext, test: Expression, scope: Scope): BatchTest {
  const passes = context.test(test, scope, true);
  const slots = slotsIn(test, scope);
  return (batch, places, count, row) => {
    let kept = 0;
    for (let at = 0; at < count; at += 1) {
      const place = places[at] ?? 0;
      for (const slot of slots) {
        if (batch.has(slot)) {
          row.ids[slot] = batch.column(slot)[place] ?? -1;
        }
      }
      if (passes(row)) {
        places[kept] = place;
        kept += 1;
      }
    }
    return kept;
  };
}
