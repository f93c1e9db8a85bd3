import type { ColumnValues } from "../../../graph/column-values.js";
import type { PropertyColumn } from "../../../graph/property-column.js";
import { Float } from "../../../graph/property-value.js";
import type { ComparisonOperator, Expression } from "../../ast/expression.js";
import type { Scope } from "../../plan/scope.js";
import type { Binding } from "../../plan/slots.js";
import type { CypherValue } from "../../values/cypher-value.js";
import type { BuildContext } from "../build-context.js";
import type { BatchTest } from "./batch-test.js";

/** Numbers that pass: from `low` to `high`, both included, but for `hole`. */
interface Range {
  readonly low: number;
  readonly high: number;
  readonly hole: number;
}

const LEAST = Number.NEGATIVE_INFINITY;
const MOST = Number.POSITIVE_INFINITY;

/** No comparison asks for NaN, which nothing equals and no range holds: as a hole it is none. */
const RANGES: Readonly<Record<ComparisonOperator, (limit: number) => Range>> = {
  "=": (limit) => ({ low: limit, high: limit, hole: Number.NaN }),
  "<>": (limit) => ({ low: LEAST, high: MOST, hole: limit }),
  "<": (limit) => ({ low: LEAST, high: limit, hole: limit }),
  "<=": (limit) => ({ low: LEAST, high: limit, hole: Number.NaN }),
  ">": (limit) => ({ low: limit, high: MOST, hole: limit }),
  ">=": (limit) => ({ low: limit, high: MOST, hole: Number.NaN }),
};

/**
 * `n.key < 5` over a column of numbers; other columns and other limits go to `otherwise`. Null when the
 * test is none of this kind.
 */
export function columnKernel(
  context: BuildContext,
  test: Expression,
  scope: Scope,
  otherwise: BatchTest,
): BatchTest | null {
  if (test.kind !== "ComparisonChain" || test.operators.length !== 1) {
    return null;
  }
  const [left, right] = test.operands;
  const [operator] = test.operators;
  const property = left === undefined ? null : propertyOfElement(left, scope);
  if (property === null || operator === undefined || right === undefined || !isFixed(right)) {
    return null;
  }
  const { binding, key } = property;
  const limitOf = context.compile(right, scope);
  return (batch, places, count, row) => {
    const column = columnOf(context, binding, key);
    const limit = plainNumber(limitOf(row));
    const values = column?.dense ?? null;
    // NaN differs from every number, which a range cannot say.
    const isInRange = operator !== "<>" || values?.kind !== "float";
    if (column === undefined || values === null || limit === null || !isInRange) {
      return otherwise(batch, places, count, row);
    }
    if (!isNumbers(values)) {
      return otherwise(batch, places, count, row);
    }
    const ids = batch.column(binding.slot);
    const whole = values.kind === "int32" ? wholeRange(operator, limit) : null;
    return whole !== null && values.kind === "int32"
      ? inWholeRange(ids, column, values.items, whole, { places, count })
      : inRange(ids, column, values.items, RANGES[operator](limit), { places, count });
  };
}

interface Places {
  readonly places: Int32Array;
  readonly count: number;
}

function inRange(
  ids: Int32Array,
  { presence: { words } }: PropertyColumn,
  items: Int32Array | Float64Array,
  { low, high, hole }: Range,
  { places, count }: Places,
): number {
  let kept = 0;
  for (let at = 0; at < count; at += 1) {
    const place = places[at] ?? 0;
    const id = ids[place] ?? -1;
    const value = items[id] ?? 0;
    const isPresent = ((words[id >>> 5] ?? 0) & (1 << (id & 31))) !== 0;
    // Written in any case, and kept when it passes: no branch to be guessed wrong.
    places[kept] = place;
    kept += value >= low && value <= high && value !== hole && isPresent ? 1 : 0;
  }
  return kept;
}

const LEAST_INT32 = -0x8000_0000;
const MOST_INT32 = 0x7fff_ffff;

/** The range in whole numbers, which compare twice as fast; null when it is not one stretch of them. */
function wholeRange(operator: ComparisonOperator, limit: number): Range | null {
  if (operator === "<>") {
    return null;
  }
  const { low, high, hole } = RANGES[operator](limit);
  const first = low === hole ? Math.floor(low) + 1 : Math.ceil(low);
  const last = high === hole ? Math.ceil(high) - 1 : Math.floor(high);
  return {
    low: Math.max(first, LEAST_INT32),
    high: Math.min(last, MOST_INT32),
    hole,
  };
}

/** {@link inRange} over 32-bit integers. */
function inWholeRange(
  ids: Int32Array,
  { presence: { words } }: PropertyColumn,
  items: Int32Array,
  { low, high }: Range,
  { places, count }: Places,
): number {
  let kept = 0;
  for (let at = 0; at < count; at += 1) {
    const place = places[at] ?? 0;
    const id = ids[place] ?? -1;
    const value = items[id] ?? 0;
    const isPresent = ((words[id >>> 5] ?? 0) & (1 << (id & 31))) !== 0;
    places[kept] = place;
    kept += value >= low && value <= high && isPresent ? 1 : 0;
  }
  return kept;
}

/** The same for all rows of a run. */
const isFixed = ({ kind }: Expression): boolean =>
  kind === "IntegerLiteral" || kind === "FloatLiteral" || kind === "Parameter";

function plainNumber(value: CypherValue): number | null {
  const number = value instanceof Float ? value.value : value;
  return typeof number === "number" && !Number.isNaN(number) ? number : null;
}

type Numbers = Extract<ColumnValues, { readonly kind: "int32" | "integer" | "float" }>;

const isNumbers = (values: ColumnValues): values is Numbers =>
  values.kind === "int32" || values.kind === "integer" || values.kind === "float";

/** `n.key` of an element that a pattern has bound. */
export interface PropertyOfElement {
  readonly binding: Binding;
  readonly key: string;
}

export function propertyOfElement(expression: Expression, scope: Scope): PropertyOfElement | null {
  if (
    expression.kind !== "PropertyAccess" ||
    expression.subject.kind !== "Variable" ||
    scope.findKnown(expression) !== undefined
  ) {
    return null;
  }
  const binding = scope.find(expression.subject.name);
  return binding === undefined || binding.kind === "value"
    ? null
    : { binding, key: expression.key };
}

export function columnOf(
  { runtime }: BuildContext,
  { kind }: Binding,
  key: string,
): PropertyColumn | undefined {
  return kind === "node" ? runtime.graph.nodeColumn(key) : runtime.graph.relationshipColumn(key);
}
