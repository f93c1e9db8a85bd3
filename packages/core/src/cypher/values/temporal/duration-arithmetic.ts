import type { DurationValue } from "../../../graph/property-value.js";
import {
  amountOf,
  durationFromAmounts,
  durationFromNanos,
  timeNanosOf,
} from "./create-duration.js";
import { NANOS_PER_SECOND } from "./units.js";

/** The sum part by part, or the difference when `sign` is -1. */
export function addDurations(a: DurationValue, b: DurationValue, sign: 1 | -1): DurationValue {
  return durationFromNanos(
    a.months + sign * b.months,
    a.days + sign * b.days,
    timeNanosOf(a) + BigInt(sign) * timeNanosOf(b),
  );
}

/** Each part times `factor`; fractions run over into the next smaller part, below a nanosecond they are dropped. */
export function scaleDuration(value: DurationValue, factor: number): DurationValue {
  const seconds = amountOf(Number(value.seconds) * factor);
  const nanos =
    seconds.whole * BigInt(NANOS_PER_SECOND) +
    BigInt(Math.round(seconds.fraction * NANOS_PER_SECOND)) +
    BigInt(Math.trunc(value.nanos * factor));
  return durationFromAmounts(amountOf(value.months * factor), amountOf(value.days * factor), nanos);
}
