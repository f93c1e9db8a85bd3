import { DurationValue } from "../../../graph/property-value.js";
import { compactInteger } from "../integer.js";
import { outOfRange } from "../value-error.js";
import { NANOS_PER_SECOND, SECONDS_PER_DAY, SECONDS_PER_MONTH } from "./units.js";

const NANOS = BigInt(NANOS_PER_SECOND);
const DAY_NANOS = BigInt(SECONDS_PER_DAY) * NANOS;
const MAX_SECONDS = 2n ** 63n;

/** An amount of time units, whole and fraction apart, so that no precision is lost in between. */
export interface Amount {
  readonly whole: bigint;
  /** Above -1 and below 1, with the sign of the amount. */
  readonly fraction: number;
}

export const NOTHING: Amount = { whole: 0n, fraction: 0 };

export function amountOf(value: number): Amount {
  if (!Number.isFinite(value)) {
    throw outOfRange(`A part of a duration is ${value}. It has to be a finite number.`);
  }
  const whole = Math.trunc(value);
  return { whole: BigInt(whole), fraction: value - whole };
}

/** `amount` units of so many nanoseconds each. */
export const nanosOf = (amount: Amount, unitNanos: bigint): bigint =>
  amount.whole * unitNanos + BigInt(Math.round(amount.fraction * Number(unitNanos)));

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
 * into 24 hours.
 */
export function durationFromAmounts(months: Amount, days: Amount, nanos: bigint): DurationValue {
  const monthRest = Math.round(months.fraction * SECONDS_PER_MONTH * NANOS_PER_SECOND);
  const dayNanos = nanosOf(days, DAY_NANOS) + BigInt(monthRest);
  const wholeDays = dayNanos / DAY_NANOS;
  return durationFromNanos(
    Number(months.whole),
    Number(wholeDays),
    nanos + (dayNanos - wholeDays * DAY_NANOS),
  );
}

/** Seconds and nanoseconds of a duration as nanoseconds. */
export const timeNanosOf = (value: DurationValue): bigint =>
  BigInt(value.seconds) * NANOS + BigInt(value.nanos);
