import {
  DateTimeValue,
  DateValue,
  type DurationValue,
  LocalDateTimeValue,
  LocalTimeValue,
  TimeValue,
} from "../../../graph/property-value.js";
import type { InstantValue } from "../is-value.js";
import { NANOS_PER_DAY, NANOS_PER_SECOND, SECONDS_PER_DAY, SECONDS_PER_MONTH } from "./units.js";

/** Order of two dates or times of the same type by the moment they name; null when types differ. */
export function compareInstants(a: InstantValue, b: InstantValue): number | null {
  if (a instanceof DateValue) {
    return b instanceof DateValue ? a.epochDay - b.epochDay : null;
  }
  if (a instanceof LocalTimeValue) {
    return b instanceof LocalTimeValue ? a.nanoOfDay - b.nanoOfDay : null;
  }
  if (a instanceof LocalDateTimeValue) {
    return b instanceof LocalDateTimeValue
      ? a.epochDay - b.epochDay || a.nanoOfDay - b.nanoOfDay
      : null;
  }
  if (a instanceof TimeValue) {
    return b instanceof TimeValue
      ? utcNanos(a) - utcNanos(b) || a.offsetSeconds - b.offsetSeconds
      : null;
  }
  return b instanceof DateTimeValue ? compareDateTimes(a, b) : null;
}

/** Order by average length, then by months, days, seconds: total, and 0 only for equal durations. */
export function compareDurations(a: DurationValue, b: DurationValue): number {
  return (
    averageSeconds(a) - averageSeconds(b) ||
    a.months - b.months ||
    a.days - b.days ||
    (a.seconds < b.seconds ? -1 : Number(a.seconds > b.seconds)) ||
    a.nanos - b.nanos
  );
}

const averageSeconds = (value: DurationValue): number =>
  value.months * SECONDS_PER_MONTH +
  value.days * SECONDS_PER_DAY +
  Number(value.seconds) +
  value.nanos / NANOS_PER_SECOND;

const utcNanos = (value: { readonly nanoOfDay: number; readonly offsetSeconds: number }): number =>
  value.nanoOfDay - value.offsetSeconds * NANOS_PER_SECOND;

/** By moment, then offset, then zone, so that 12:00Z sorts just before 13:00+01:00. */
function compareDateTimes(a: DateTimeValue, b: DateTimeValue): number {
  const leftNanos = utcNanos(a);
  const rightNanos = utcNanos(b);
  const leftDays = Math.floor(leftNanos / NANOS_PER_DAY);
  const rightDays = Math.floor(rightNanos / NANOS_PER_DAY);
  const byMoment =
    a.epochDay + leftDays - (b.epochDay + rightDays) ||
    leftNanos - leftDays * NANOS_PER_DAY - (rightNanos - rightDays * NANOS_PER_DAY);
  if (byMoment !== 0 || a.offsetSeconds !== b.offsetSeconds) {
    return byMoment || a.offsetSeconds - b.offsetSeconds;
  }
  const left = a.zone ?? "";
  const right = b.zone ?? "";
  return left < right ? -1 : Number(left > right);
}
