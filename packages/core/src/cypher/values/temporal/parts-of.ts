import {
  DateTimeValue,
  DateValue,
  LocalDateTimeValue,
  LocalTimeValue,
  TimeValue,
} from "../../../graph/property-value.js";
import type { CypherValue } from "../cypher-value.js";
import { typeMismatch } from "../value-error.js";
import { type Zone, zoneOf } from "./zone.js";

/** A time of day and the zone it was read in, null for a local one. */
export interface ZonedClock {
  readonly nanos: number;
  readonly zone: Zone | null;
  /** The offset in force, which decides between two readings of a clock that was set back. */
  readonly offset: number | null;
}

/** The day in a temporal value, null when it has none. */
export function dayIn(value: CypherValue): number | null {
  return value instanceof DateValue ||
    value instanceof LocalDateTimeValue ||
    value instanceof DateTimeValue
    ? value.epochDay
    : null;
}

/** The time of day in a temporal value, null when it has none. */
export function clockIn(value: CypherValue): ZonedClock | null {
  if (value instanceof LocalTimeValue || value instanceof LocalDateTimeValue) {
    return { nanos: value.nanoOfDay, zone: null, offset: null };
  }
  if (value instanceof TimeValue) {
    const zone = { name: null, offsetSeconds: value.offsetSeconds };
    return { nanos: value.nanoOfDay, zone, offset: value.offsetSeconds };
  }
  if (value instanceof DateTimeValue) {
    return { nanos: value.nanoOfDay, zone: zoneOf(value), offset: value.offsetSeconds };
  }
  return null;
}

export function dayOf(functionName: string, value: CypherValue): number {
  const day = dayIn(value);
  if (day === null) {
    throw typeMismatch(`\`${functionName}\``, "a value with a date", value);
  }
  return day;
}

export function clockOf(functionName: string, value: CypherValue): ZonedClock {
  const clock = clockIn(value);
  if (clock === null) {
    throw typeMismatch(`\`${functionName}\``, "a value with a time of day", value);
  }
  return clock;
}
