import { DurationValue } from "../../../graph/property-value.js";
import type { CypherMap, CypherValue } from "../cypher-value.js";
import {
  type IntegerValue,
  isInteger,
  isMap,
  isNumber,
  type NumberValue,
  toDouble,
} from "../is-value.js";
import { badArgument, typeMismatch } from "../value-error.js";
import { durationFromNanos, durationFromParts } from "./create-duration.js";
import { parseDuration } from "./parse-duration.js";
import { NANOS_PER_SECOND } from "./units.js";

/** What each unit counts towards, and how much of it. */
const UNITS: ReadonlyMap<string, { readonly part: Part; readonly size: number }> = new Map([
  ["years", { part: "months", size: 12 }],
  ["quarters", { part: "months", size: 3 }],
  ["months", { part: "months", size: 1 }],
  ["weeks", { part: "days", size: 7 }],
  ["days", { part: "days", size: 1 }],
  ["hours", { part: "seconds", size: 3600 }],
  ["minutes", { part: "seconds", size: 60 }],
  ["seconds", { part: "seconds", size: 1 }],
  ["milliseconds", { part: "nanos", size: 1_000_000 }],
  ["microseconds", { part: "nanos", size: 1000 }],
  ["nanoseconds", { part: "nanos", size: 1 }],
]);
type Part = "months" | "days" | "seconds" | "nanos";

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
  const amounts = amountsIn(map);
  const isExact = [...amounts.values()].every(isInteger);
  return isExact ? fromIntegers(amounts) : fromFloats(amounts);
}

type Amounts = ReadonlyMap<string, NumberValue>;

function amountsIn(map: CypherMap): Amounts {
  const amounts = new Map<string, NumberValue>();
  for (const [key, value] of map) {
    const unit = key.toLowerCase();
    if (!UNITS.has(unit)) {
      throw badArgument(
        `\`duration()\` has no field \`${key}\`. It takes ${[...UNITS.keys()].join(", ")}.`,
      );
    }
    if (!isNumber(value)) {
      throw typeMismatch(`The field \`${key}\` of \`duration()\``, "a number", value);
    }
    amounts.set(unit, value);
  }
  return amounts;
}

/** Whole amounts, to the last of their 64 bits. */
function fromIntegers(amounts: Amounts): DurationValue {
  const sums = { months: 0n, days: 0n, seconds: 0n, nanos: 0n };
  for (const [unit, { part, size }] of UNITS) {
    sums[part] += BigInt(integerOf(amounts.get(unit))) * BigInt(size);
  }
  return durationFromNanos(
    Number(sums.months),
    Number(sums.days),
    sums.seconds * BigInt(NANOS_PER_SECOND) + sums.nanos,
  );
}

const integerOf = (value: NumberValue | undefined): IntegerValue =>
  value === undefined || !isInteger(value) ? 0 : value;

/** One amount with a fraction makes all of them floats, as in Neo4j. */
function fromFloats(amounts: Amounts): DurationValue {
  const sums = { months: 0, days: 0, seconds: 0, nanos: 0 };
  for (const [unit, { part, size }] of UNITS) {
    sums[part] += toDouble(amounts.get(unit) ?? 0) * size;
  }
  return durationFromParts(sums.months, sums.days, sums.seconds, sums.nanos);
}
