import type * as driver from "neo4j-driver";
import { civilDateOf, epochDayOf } from "../../graph/calendar.js";
import {
  DateTimeValue,
  DateValue,
  DurationValue,
  LocalDateTimeValue,
  LocalTimeValue,
  type TemporalValue,
  TimeValue,
} from "../../graph/property-value.js";

/** The part of the driver that makes and recognises values; handed in, since the driver is loaded late. */
export type DriverTypes = typeof driver.default;

const NANOS_PER_SECOND = 1_000_000_000;
const NANOS_PER_MINUTE = 60 * NANOS_PER_SECOND;
const NANOS_PER_HOUR = 60 * NANOS_PER_MINUTE;

/** What the driver hands out as one number: its own integer class, a bigint or a plain number. */
type Whole = { toString(): string };

function whole(value: Whole): number {
  return Number(value.toString());
}

/** The same for a number that may lie beyond ±2^53. */
function exact(value: Whole): number | bigint {
  const plain = whole(value);
  return Number.isSafeInteger(plain) ? plain : BigInt(value.toString());
}

interface Clock<N> {
  readonly hour: N;
  readonly minute: N;
  readonly second: N;
  readonly nanosecond: N;
}

function nanoOfDay(clock: Clock<Whole>): number {
  return (
    whole(clock.hour) * NANOS_PER_HOUR +
    whole(clock.minute) * NANOS_PER_MINUTE +
    whole(clock.second) * NANOS_PER_SECOND +
    whole(clock.nanosecond)
  );
}

function clockOf(nanos: number): Clock<number> {
  return {
    hour: Math.floor(nanos / NANOS_PER_HOUR),
    minute: Math.floor(nanos / NANOS_PER_MINUTE) % 60,
    second: Math.floor(nanos / NANOS_PER_SECOND) % 60,
    nanosecond: nanos % NANOS_PER_SECOND,
  };
}

function dayOf(value: {
  readonly year: Whole;
  readonly month: Whole;
  readonly day: Whole;
}): number {
  return epochDayOf(whole(value.year), whole(value.month), whole(value.day));
}

/** The driver's temporal value as ours, or null when the value is none. */
export function fromDriverTemporal(types: DriverTypes, value: object): TemporalValue | null {
  if (types.isDate(value)) return new DateValue(dayOf(value));
  if (types.isLocalTime(value)) return new LocalTimeValue(nanoOfDay(value));
  if (types.isTime(value)) {
    return new TimeValue(nanoOfDay(value), whole(value.timeZoneOffsetSeconds));
  }
  if (types.isLocalDateTime(value)) return new LocalDateTimeValue(dayOf(value), nanoOfDay(value));
  if (types.isDateTime(value)) {
    const offset = whole(value.timeZoneOffsetSeconds ?? 0);
    return new DateTimeValue(dayOf(value), nanoOfDay(value), offset, value.timeZoneId ?? null);
  }
  if (types.isDuration(value)) {
    return new DurationValue(
      whole(value.months),
      whole(value.days),
      exact(value.seconds),
      whole(value.nanoseconds),
    );
  }
  return null;
}

/** Our temporal value as the driver's, or null when the value is none. */
export function toDriverTemporal(types: DriverTypes, value: object): object | null {
  const made = types.types;
  if (value instanceof DateValue) {
    const { year, month, day } = civilDateOf(value.epochDay);
    return new made.Date(year, month, day);
  }
  if (value instanceof DurationValue) {
    return new made.Duration(value.months, value.days, value.seconds, value.nanos);
  }
  if (value instanceof LocalTimeValue) {
    const { hour, minute, second, nanosecond } = clockOf(value.nanoOfDay);
    return new made.LocalTime(hour, minute, second, nanosecond);
  }
  if (value instanceof TimeValue) {
    const { hour, minute, second, nanosecond } = clockOf(value.nanoOfDay);
    return new made.Time(hour, minute, second, nanosecond, value.offsetSeconds);
  }
  if (value instanceof LocalDateTimeValue || value instanceof DateTimeValue) {
    const { year, month, day } = civilDateOf(value.epochDay);
    const { hour, minute, second, nanosecond } = clockOf(value.nanoOfDay);
    return value instanceof LocalDateTimeValue
      ? new made.LocalDateTime(year, month, day, hour, minute, second, nanosecond)
      : new made.DateTime(
          year,
          month,
          day,
          hour,
          minute,
          second,
          nanosecond,
          value.offsetSeconds,
          value.zone,
        );
  }
  return null;
}
