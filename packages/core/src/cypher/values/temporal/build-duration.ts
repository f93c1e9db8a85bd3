import { DurationValue } from "../../../graph/property-value.js";
import type { CypherMap, CypherValue } from "../cypher-value.js";
import { isInteger, isMap, isNumber, toDouble } from "../is-value.js";
import { badArgument, typeMismatch } from "../value-error.js";
import { type Amount, amountOf, durationFromAmounts, nanosOf } from "./create-duration.js";
import { parseDuration } from "./parse-duration.js";

/** Nanoseconds in each unit of time. */
const TIME_UNITS: ReadonlyMap<string, bigint> = new Map([
  ["hours", 3_600_000_000_000n],
  ["minutes", 60_000_000_000n],
  ["seconds", 1_000_000_000n],
  ["milliseconds", 1_000_000n],
  ["microseconds", 1000n],
  ["nanoseconds", 1n],
]);
const MONTH_UNITS: ReadonlyMap<string, number> = new Map([
  ["years", 12],
  ["quarters", 3],
  ["months", 1],
]);
const DAY_UNITS: ReadonlyMap<string, number> = new Map([
  ["weeks", 7],
  ["days", 1],
]);

/** A duration from text, a map of amounts, or itself. */
export function buildDuration(value: CypherValue): DurationValue {
  if (typeof value === "string") {
    return parseDuration(value);
  }
  if (value instanceof DurationValue) {
    return value;
  }
  if (isMap(value)) {
    return durationFromMap(value);
  }
  throw typeMismatch("`duration()`", "text such as `P1DT2H` or a map", value);
}

function durationFromMap(map: CypherMap): DurationValue {
  let nanos = 0n;
  for (const key of map.keys()) {
    if (!TIME_UNITS.has(key) && !MONTH_UNITS.has(key) && !DAY_UNITS.has(key)) {
      throw badArgument(
        `\`duration()\` has no field \`${key}\`. It takes years, quarters, months, weeks, days, hours, minutes, seconds, milliseconds, microseconds, nanoseconds.`,
      );
    }
  }
  for (const [unit, size] of TIME_UNITS) {
    nanos += nanosOf(amountIn(map, unit, 1), size);
  }
  return durationFromAmounts(sumOf(map, MONTH_UNITS), sumOf(map, DAY_UNITS), nanos);
}

function sumOf(map: CypherMap, units: ReadonlyMap<string, number>): Amount {
  let whole = 0n;
  let fraction = 0;
  for (const [unit, factor] of units) {
    const amount = amountIn(map, unit, factor);
    whole += amount.whole;
    fraction += amount.fraction;
  }
  const carried = Math.trunc(fraction);
  return { whole: whole + BigInt(carried), fraction: fraction - carried };
}

function amountIn(map: CypherMap, unit: string, factor: number): Amount {
  const value = map.get(unit) ?? 0;
  if (isInteger(value)) {
    return { whole: BigInt(value) * BigInt(factor), fraction: 0 };
  }
  if (isNumber(value)) {
    return amountOf(toDouble(value) * factor);
  }
  throw typeMismatch(`The field \`${unit}\` of \`duration()\``, "a number", value);
}
