import {
  DateTimeValue,
  DateValue,
  LocalDateTimeValue,
  LocalTimeValue,
  TimeValue,
} from "../../../graph/property-value.js";
import { badArgument } from "../value-error.js";
import { type DateParts, epochDayFrom } from "./date-parts.js";
import { NANOS_PER_HOUR, NANOS_PER_MINUTE, NANOS_PER_SECOND } from "./units.js";
import { atLocal, parseOffset, parseZone, type Zone } from "./zone.js";

/** Longest text worth looking at. */
const MAX_LENGTH = 100;
const YEAR = /^([+-]\d{1,9}|\d{4})(.*)$/;
const CLOCK = /^(\d{2})(?::?(\d{2})(?::?(\d{2})(?:[.,](\d{1,9}))?)?)?$/;
const MONTH = /^-?(\d{2})$/;
const MONTH_AND_DAY = /^(?:-(\d{2})-|(\d{2}))(\d{2})$/;
const WEEK = /^-?W(\d{2})(?:-?(\d))?$/;
const ORDINAL = /^-?(\d{3})$/;
const QUARTER = /^-?Q(\d)(?:-?(\d{2}))?$/;

const unreadable = (text: string, what: string, example: string) =>
  badArgument(
    `\`${text.slice(0, MAX_LENGTH)}\` cannot be read as a ${what}. Write it as \`${example}\`.`,
  );

/** The day named after the year, in one of the six forms of ISO 8601 and the quarter form; null when in none. */
function partsAfterYear(year: number, rest: string): DateParts | null {
  if (rest === "") {
    return { by: "month", year, month: 1, day: 1 };
  }
  const full = MONTH_AND_DAY.exec(rest);
  if (full !== null) {
    return { by: "month", year, month: Number(full[1] ?? full[2]), day: Number(full[3]) };
  }
  const month = MONTH.exec(rest);
  if (month !== null) {
    return { by: "month", year, month: Number(month[1]), day: 1 };
  }
  const week = WEEK.exec(rest);
  if (week !== null) {
    return { by: "week", year, week: Number(week[1]), dayOfWeek: Number(week[2] ?? 1) };
  }
  const ordinal = ORDINAL.exec(rest);
  if (ordinal !== null) {
    return { by: "ordinal", year, ordinalDay: Number(ordinal[1]) };
  }
  const quarter = QUARTER.exec(rest);
  return quarter === null
    ? null
    : {
        by: "quarter",
        year,
        quarter: Number(quarter[1]),
        dayOfQuarter: Number(quarter[2] ?? 1),
      };
}

function epochDayIn(text: string): number | null {
  const match = text.length > MAX_LENGTH ? null : YEAR.exec(text);
  const parts = match === null ? null : partsAfterYear(Number(match[1]), match[2] ?? "");
  return parts === null ? null : epochDayFrom(parts);
}

function nanosIn(text: string): number | null {
  const match = CLOCK.exec(text);
  if (match === null) {
    return null;
  }
  const [, hour = "0", minute = "0", second = "0", fraction = ""] = match;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) {
    throw badArgument(`\`${text}\` is no time of day. Hours run to 23, minutes and seconds to 59.`);
  }
  return (
    Number(hour) * NANOS_PER_HOUR +
    Number(minute) * NANOS_PER_MINUTE +
    Number(second) * NANOS_PER_SECOND +
    Number(fraction.padEnd(9, "0"))
  );
}

interface ZonedClock {
  readonly nanos: number;
  /** The offset written, null when none is. */
  readonly offset: number | null;
  /** The zone named in brackets. */
  readonly zone: string | null;
}

/** A clock reading with an offset, a zone in brackets, both or neither behind it. */
function zonedClockIn(text: string): ZonedClock | null {
  if (text.length > MAX_LENGTH) {
    return null;
  }
  const bracket = text.indexOf("[");
  if (bracket !== -1 && !text.endsWith("]")) {
    return null;
  }
  const clock = bracket === -1 ? text : text.slice(0, bracket);
  const zoneAt = clock.search(/[Zz+-]/);
  const nanos = nanosIn(zoneAt === -1 ? clock : clock.slice(0, zoneAt));
  const offset = zoneAt === -1 ? null : parseOffset(clock.slice(zoneAt));
  if (nanos === null || (zoneAt !== -1 && offset === null)) {
    return null;
  }
  return { nanos, offset, zone: bracket === -1 ? null : text.slice(bracket + 1, -1) };
}

export function parseDate(text: string): DateValue {
  const day = epochDayIn(text);
  if (day === null) {
    throw unreadable(text, "date", "2024-02-29");
  }
  return new DateValue(day);
}

export function parseLocalTime(text: string): LocalTimeValue {
  const nanos = nanosIn(text);
  if (nanos === null) {
    throw unreadable(text, "local time", "21:40:32");
  }
  return new LocalTimeValue(nanos);
}

/** `zone` is used where the text names no offset; a named zone has to be given as an offset. */
export function parseTime(text: string, zone: Zone): TimeValue {
  const clock = zonedClockIn(text);
  if (clock === null || clock.zone !== null) {
    throw unreadable(text, "time", "21:40:32+01:00");
  }
  return new TimeValue(clock.nanos, clock.offset ?? zone.offsetSeconds);
}

export function parseLocalDateTime(text: string): LocalDateTimeValue {
  const { date, clock } = splitDateTime(text);
  const day = epochDayIn(date);
  const nanos = clock === null ? 0 : nanosIn(clock);
  if (day === null || nanos === null) {
    throw unreadable(text, "local date and time", "2024-02-29T21:40:32");
  }
  return new LocalDateTimeValue(day, nanos);
}

export function parseDateTime(text: string, zone: Zone): DateTimeValue {
  const { date, clock } = splitDateTime(text);
  const day = epochDayIn(date);
  const zoned = clock === null ? { nanos: 0, offset: null, zone: null } : zonedClockIn(clock);
  if (day === null || zoned === null) {
    throw unreadable(text, "date and time", "2024-02-29T21:40:32+01:00");
  }
  if (zoned.zone === null) {
    return zoned.offset === null
      ? atLocal(day, zoned.nanos, zone)
      : new DateTimeValue(day, zoned.nanos, zoned.offset, null);
  }
  const value = atLocal(day, zoned.nanos, parseZone(zoned.zone), zoned.offset);
  if (zoned.offset !== null && zoned.offset !== value.offsetSeconds) {
    throw badArgument(
      `\`${text}\` names an offset that its zone does not have at that time. Leave one of the two out.`,
    );
  }
  return value;
}

function splitDateTime(text: string): { readonly date: string; readonly clock: string | null } {
  const at = text.search(/[Tt]/);
  return at === -1
    ? { date: text, clock: null }
    : { date: text.slice(0, at), clock: text.slice(at + 1) };
}
