import type { DurationValue } from "../../../graph/property-value.js";
import { compactInteger } from "../integer.js";
import type { IntegerValue } from "../is-value.js";

/** A component of a duration, undefined when durations have no such component; quotients are cut towards 0. */
export function durationComponent(value: DurationValue, key: string): IntegerValue | undefined {
  return dateParts(value, key) ?? timeParts(value, key);
}

const whole = (value: number): number => Math.trunc(value) + 0;

function dateParts({ months, days }: DurationValue, key: string): number | undefined {
  switch (key) {
    case "years":
      return whole(months / 12);
    case "quarters":
      return whole(months / 3);
    case "months":
      return months;
    case "weeks":
      return whole(days / 7);
    case "days":
      return days;
    case "quartersOfYear":
      return whole((months % 12) / 3);
    case "monthsOfQuarter":
      return (months % 3) + 0;
    case "monthsOfYear":
      return (months % 12) + 0;
    case "daysOfWeek":
      return (days % 7) + 0;
    default:
      return undefined;
  }
}

function timeParts(value: DurationValue, key: string): IntegerValue | undefined {
  const seconds = BigInt(value.seconds);
  const nanos = BigInt(value.nanos);
  switch (key) {
    case "hours":
      return compactInteger(seconds / 3600n);
    case "minutes":
      return compactInteger(seconds / 60n);
    case "seconds":
      return value.seconds;
    case "milliseconds":
      return compactInteger(seconds * 1000n + nanos / 1_000_000n);
    case "microseconds":
      return compactInteger(seconds * 1_000_000n + nanos / 1000n);
    case "nanoseconds":
      return compactInteger(seconds * 1_000_000_000n + nanos);
    case "minutesOfHour":
      return compactInteger((seconds / 60n) % 60n);
    case "secondsOfMinute":
      return compactInteger(seconds % 60n);
    case "millisecondsOfSecond":
      return Math.floor(value.nanos / 1_000_000);
    case "microsecondsOfSecond":
      return Math.floor(value.nanos / 1000);
    case "nanosecondsOfSecond":
      return value.nanos;
    default:
      return undefined;
  }
}
