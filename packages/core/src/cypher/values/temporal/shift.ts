import { civilDateOf, daysInMonth, epochDayOf } from "../../../graph/calendar.js";
import {
  type DateTimeValue,
  DateValue,
  type DurationValue,
  LocalDateTimeValue,
  LocalTimeValue,
  TimeValue,
} from "../../../graph/property-value.js";
import type { InstantValue } from "../is-value.js";
import { outOfRange } from "../value-error.js";
import { timeNanosOf } from "./create-duration.js";
import { MAX_YEAR, NANOS_PER_DAY, NANOS_PER_SECOND, SECONDS_PER_DAY } from "./units.js";
import { atLocal, atMoment, zoneOf } from "./zone.js";

const DAY = BigInt(NANOS_PER_DAY);

/** The day so many months later; a day that the month lacks becomes its last. */
export function addMonths(epochDay: number, months: number): number {
  if (months === 0) {
    return epochDay;
  }
  const { year, month, day } = civilDateOf(epochDay);
  const total = year * 12 + (month - 1) + months;
  const nextYear = Math.floor(total / 12);
  const nextMonth = total - nextYear * 12 + 1;
  return epochDayOf(nextYear, nextMonth, Math.min(day, daysInMonth(nextYear, nextMonth)));
}

/** A date or time moved by a duration, or back when `sign` is -1. Times of day take no notice of months and days. */
export function shiftInstant(
  value: InstantValue,
  duration: DurationValue,
  sign: 1 | -1,
): InstantValue {
  const nanos = BigInt(sign) * timeNanosOf(duration);
  if (value instanceof LocalTimeValue) {
    return new LocalTimeValue(wrapped(value.nanoOfDay, nanos).nanos);
  }
  if (value instanceof TimeValue) {
    return new TimeValue(wrapped(value.nanoOfDay, nanos).nanos, value.offsetSeconds);
  }
  const moved = addMonths(value.epochDay, sign * duration.months) + sign * duration.days;
  const day = checkedDay(moved);
  if (value instanceof DateValue) {
    const wholeDays = BigInt(duration.seconds) / BigInt(SECONDS_PER_DAY);
    return new DateValue(checkedDay(day + sign * Number(wholeDays)));
  }
  if (value instanceof LocalDateTimeValue) {
    const at = wrapped(value.nanoOfDay, nanos);
    return new LocalDateTimeValue(checkedDay(day + at.days), at.nanos);
  }
  const zone = zoneOf(value);
  const local =
    day === value.epochDay ? value : atLocal(day, value.nanoOfDay, zone, value.offsetSeconds);
  return nanos === 0n ? local : laterMoment(local, nanos);
}

function laterMoment(value: DateTimeValue, nanos: bigint): DateTimeValue {
  const at = wrapped(value.nanoOfDay - value.offsetSeconds * NANOS_PER_SECOND, nanos);
  return atMoment(checkedDay(value.epochDay + at.days), at.nanos, zoneOf(value));
}

/** A time of day moved on, with the days it ran over. */
function wrapped(nanoOfDay: number, by: bigint): { readonly nanos: number; readonly days: number } {
  const total = BigInt(nanoOfDay) + by;
  const nanos = ((total % DAY) + DAY) % DAY;
  return { nanos: Number(nanos), days: Number((total - nanos) / DAY) };
}

function checkedDay(epochDay: number): number {
  const year = Math.abs(epochDay) < 2 ** 40 ? civilDateOf(epochDay).year : Number.NaN;
  if (!(Math.abs(year) <= MAX_YEAR)) {
    throw outOfRange("The date leaves the years -999,999,999 to 999,999,999.");
  }
  return epochDay;
}
