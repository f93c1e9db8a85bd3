import type { PropertyColumn } from "../../../graph/property-column.js";
import type { PropertyValue } from "../../../graph/property-value.js";
import type { ComparisonOperator, Expression } from "../../ast/expression.js";
import type { Scope } from "../../plan/scope.js";
import { compareText } from "../../values/compare-text.js";
import type { BuildContext } from "../build-context.js";
import type { BatchTest } from "./batch-test.js";
import { columnOf, type PropertyOfElement, propertyOfElement } from "./column-kernel.js";

/** Whether an order passes: negative, 0 or positive for less, equal or greater. */
const PASSES: Readonly<Record<ComparisonOperator, (order: number) => boolean>> = {
  "=": (order) => order === 0,
  "<>": (order) => order !== 0,
  "<": (order) => order < 0,
  "<=": (order) => order <= 0,
  ">": (order) => order > 0,
  ">=": (order) => order >= 0,
};

/**
 * `a.key < b.key` for two elements that patterns have bound, as long as both values are texts or both
 * are integers; rows with other values go to `otherwise`. Null when the test is none of this kind.
 */
export function twoColumnsKernel(
  context: BuildContext,
  test: Expression,
  scope: Scope,
  otherwise: BatchTest,
): BatchTest | null {
  if (test.kind !== "ComparisonChain" || test.operators.length !== 1) {
    return null;
  }
  const [operator] = test.operators;
  const [left, right] = test.operands.map((operand) => propertyOfElement(operand, scope));
  if (left == null || right == null || operator === undefined) {
    return null;
  }
  const passes = PASSES[operator];
  const byValue = valueTest(context, [left, right], passes, otherwise);
  return (batch, places, count, row) => {
    const first = columnOf(context, left.binding, left.key);
    const second = columnOf(context, right.binding, right.key);
    const ranks = first === second ? (first?.ranksOfText(count, compareText) ?? null) : null;
    if (ranks === null || first === undefined) {
      return byValue(batch, places, count, row);
    }
    const firsts = batch.column(left.binding.slot);
    const seconds = batch.column(right.binding.slot);
    return byRank({ places, count }, { firsts, seconds, ranks, column: first }, passes);
  };
}

function valueTest(
  context: BuildContext,
  [left, right]: readonly [PropertyOfElement, PropertyOfElement],
  passes: (order: number) => boolean,
  otherwise: BatchTest,
): BatchTest {
  const single = new Int32Array(1);
  return (batch, places, count, row) => {
    const firsts = batch.column(left.binding.slot);
    const seconds = batch.column(right.binding.slot);
    const first = columnOf(context, left.binding, left.key);
    const second = columnOf(context, right.binding, right.key);
    let kept = 0;
    for (let at = 0; at < count; at += 1) {
      const place = places[at] ?? 0;
      const order = orderOf(valueAt(first, firsts[place]), valueAt(second, seconds[place]));
      single[0] = place;
      if (order === null ? otherwise(batch, single, 1, row) === 1 : passes(order)) {
        places[kept] = place;
        kept += 1;
      }
    }
    return kept;
  };
}

interface Ranked {
  readonly firsts: Int32Array;
  readonly seconds: Int32Array;
  readonly ranks: Int32Array;
  readonly column: PropertyColumn;
}

function byRank(
  { places, count }: { readonly places: Int32Array; readonly count: number },
  { firsts, seconds, ranks, column: { presence } }: Ranked,
  passes: (order: number) => boolean,
): number {
  let kept = 0;
  for (let at = 0; at < count; at += 1) {
    const place = places[at] ?? 0;
    const a = firsts[place] ?? -1;
    const b = seconds[place] ?? -1;
    const order = (ranks[a] ?? 0) - (ranks[b] ?? 0);
    if (passes(order) && a >= 0 && b >= 0 && presence.has(a) && presence.has(b)) {
      places[kept] = place;
      kept += 1;
    }
  }
  return kept;
}

function valueAt(
  column: PropertyColumn | undefined,
  id: number | undefined,
): PropertyValue | undefined {
  return id === undefined || id < 0 ? undefined : column?.get(id);
}

/** Null when the two are not both texts or both integers. */
function orderOf(a: PropertyValue | undefined, b: PropertyValue | undefined): number | null {
  if (typeof a === "string" && typeof b === "string") {
    return a === b ? 0 : compareText(a, b);
  }
  return typeof a === "number" && typeof b === "number" ? a - b : null;
}
