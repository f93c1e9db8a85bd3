import { DurationValue } from "../../../graph/property-value.js";
import { compactInteger } from "../integer.js";
import { outOfRange } from "../value-error.js";
import { NANOS_PER_DAY, NANOS_PER_SECOND, SECONDS_PER_MONTH } from "./units.js";

const NANOS = BigInt(NANOS_PER_SECOND);
const NANOS_PER_MONTH = SECONDS_PER_MONTH * NANOS_PER_SECOND;
const MAX_SECONDS = 2n ** 63n;

/** A duration whose seconds and nanoseconds are given as nanoseconds. */
export function durationFromNanos(months: number, days: number, nanos: bigint): DurationValue {
  const nanoOfSecond = ((nanos % NANOS) + NANOS) % NANOS;
  const seconds = (nanos - nanoOfSecond) / NANOS;
  const fits = seconds < MAX_SECONDS && seconds >= -MAX_SECONDS;
  if (!fits || !Number.isSafeInteger(months) || !Number.isSafeInteger(days)) {
    throw outOfRange("The duration is longer than a duration can be (64 bits of seconds).");
  }
  return new DurationValue(months, days, compactInteger(seconds), Number(nanoOfSecond));
}

/**
 * A duration whose fractions run over into the next smaller part: a month into 30.436875 days, a day
 * into 24 hours. The steps are those of Neo4j, so that the last nanosecond is the one it gives.
 */
export function durationFromParts(
  months: number,
  days: number,
  seconds: number,
  nanos: number,
): DurationValue {
  const wholeMonths = toLong(months);
  const monthNanos = (months - wholeMonths) * NANOS_PER_MONTH;
  const allDays = days + monthNanos / NANOS_PER_DAY;
  const wholeDays = toLong(allDays);
  const allSeconds = seconds + ((allDays - wholeDays) * NANOS_PER_DAY) / NANOS_PER_SECOND;
  const wholeSeconds = toLong(allSeconds);
  const allNanos = nanos + (allSeconds - wholeSeconds) * NANOS_PER_SECOND;
  return durationFromNanos(
    wholeMonths,
    wholeDays,
    BigInt(wholeSeconds) * NANOS + BigInt(toLong(allNanos)),
  );
}

/** As Java casts a double to a long: NaN is 0. */
function toLong(value: number): number {
  if (Math.abs(value) >= 2 ** 63) {
    throw outOfRange(`A part of a duration is ${value}. It has to fit into 64 bits.`);
  }
  return Number.isNaN(value) ? 0 : Math.trunc(value) + 0;
}

/** Seconds and nanoseconds of a duration as nanoseconds. */
export const timeNanosOf = (value: DurationValue): bigint =>
  BigInt(value.seconds) * NANOS + BigInt(value.nanos);
