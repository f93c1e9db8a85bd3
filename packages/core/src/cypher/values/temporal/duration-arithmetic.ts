import { type DurationValue, Float } from "../../../graph/property-value.js";
import type { NumberValue } from "../is-value.js";
import { durationFromNanos, durationFromParts, timeNanosOf } from "./create-duration.js";

/** The sum part by part, or the difference when `sign` is -1. */
export function addDurations(a: DurationValue, b: DurationValue, sign: 1 | -1): DurationValue {
  return durationFromNanos(
    a.months + sign * b.months,
    a.days + sign * b.days,
    timeNanosOf(a) + BigInt(sign) * timeNanosOf(b),
  );
}

/** Each part times the number: exactly for an integer, else with what a float can hold. */
export function scaleDuration(value: DurationValue, by: NumberValue): DurationValue {
  if (by instanceof Float) {
    return eachPart(value, (part) => part * by.value);
  }
  const factor = BigInt(by);
  return durationFromNanos(
    Number(BigInt(value.months) * factor),
    Number(BigInt(value.days) * factor),
    timeNanosOf(value) * factor,
  );
}

/** Each part divided; fractions run over into the next smaller part, below a nanosecond they are dropped. */
export function divideDuration(value: DurationValue, by: number): DurationValue {
  return eachPart(value, (part) => part / by);
}

function eachPart(value: DurationValue, change: (part: number) => number): DurationValue {
  return durationFromParts(
    change(value.months),
    change(value.days),
    change(Number(value.seconds)),
    change(value.nanos),
  );
}
