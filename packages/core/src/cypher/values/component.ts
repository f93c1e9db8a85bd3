import { CRS_NAMES } from "../../graph/crs.js";
import { formatOffset } from "../../graph/format-temporal.js";
import {
  type DateTimeValue,
  DateValue,
  DurationValue,
  Float,
  LocalDateTimeValue,
  LocalTimeValue,
  PointValue,
  type TemporalValue,
  TimeValue,
} from "../../graph/property-value.js";
import type { CypherValue } from "./cypher-value.js";
import { dateComponent } from "./temporal/date-component.js";
import { durationComponent } from "./temporal/duration-component.js";
import { timeComponent } from "./temporal/time-component.js";
import { NANOS_PER_SECOND, SECONDS_PER_DAY } from "./temporal/units.js";

/** Components by their names in lower case: `epochseconds` and `EPOCHSECONDS` are `epochSeconds`. */
const NAMES: ReadonlyMap<string, string> = new Map(
  [
    "year quarter month week weekYear day ordinalDay weekDay dayOfWeek dayOfQuarter",
    "hour minute second millisecond microsecond nanosecond",
    "timezone offset offsetMinutes offsetSeconds epochSeconds epochMillis",
    "years quarters months weeks days hours minutes seconds milliseconds microseconds nanoseconds",
    "quartersOfYear monthsOfQuarter monthsOfYear daysOfWeek minutesOfHour secondsOfMinute",
    "millisecondsOfSecond microsecondsOfSecond nanosecondsOfSecond",
    "x y z longitude latitude height crs srid",
  ].flatMap((line) => line.split(" ").map((name) => [name.toLowerCase(), name])),
);

/**
 * `date.year`, `duration.hours`, `point.latitude`, in any case; undefined when the value has no such
 * component.
 */
export function componentOf(
  value: TemporalValue | PointValue,
  name: string,
): CypherValue | undefined {
  const key = NAMES.get(name.toLowerCase()) ?? name;
  if (value instanceof PointValue) {
    return pointComponent(value, key);
  }
  if (value instanceof DurationValue) {
    return durationComponent(value, key);
  }
  if (value instanceof DateValue) {
    return dateComponent(value.epochDay, key);
  }
  if (value instanceof LocalTimeValue) {
    return timeComponent(value.nanoOfDay, key);
  }
  if (value instanceof TimeValue) {
    return timeComponent(value.nanoOfDay, key) ?? offsetComponent(value.offsetSeconds, null, key);
  }
  const local = dateComponent(value.epochDay, key) ?? timeComponent(value.nanoOfDay, key);
  if (local !== undefined || value instanceof LocalDateTimeValue) {
    return local;
  }
  return offsetComponent(value.offsetSeconds, value.zone, key) ?? epochComponent(value, key);
}

function offsetComponent(
  offsetSeconds: number,
  zone: string | null,
  key: string,
): CypherValue | undefined {
  switch (key) {
    case "timezone":
      return zone ?? formatOffset(offsetSeconds);
    case "offset":
      return formatOffset(offsetSeconds);
    case "offsetMinutes":
      return Math.trunc(offsetSeconds / 60) + 0;
    case "offsetSeconds":
      return offsetSeconds;
    default:
      return undefined;
  }
}

function epochComponent(value: DateTimeValue, key: string): CypherValue | undefined {
  const seconds =
    value.epochDay * SECONDS_PER_DAY +
    Math.floor(value.nanoOfDay / NANOS_PER_SECOND) -
    value.offsetSeconds;
  switch (key) {
    case "epochSeconds":
      return seconds;
    case "epochMillis":
      return seconds * 1000 + Math.floor((value.nanoOfDay % NANOS_PER_SECOND) / 1_000_000);
    default:
      return undefined;
  }
}

function pointComponent(point: PointValue, key: string): CypherValue | undefined {
  const isGeographic = point.srid === 4326 || point.srid === 4979;
  const z = point.z === null ? undefined : new Float(point.z);
  switch (key) {
    case "x":
      return new Float(point.x);
    case "y":
      return new Float(point.y);
    case "z":
      return z;
    case "longitude":
      return isGeographic ? new Float(point.x) : undefined;
    case "latitude":
      return isGeographic ? new Float(point.y) : undefined;
    case "height":
      return isGeographic ? z : undefined;
    case "crs":
      return CRS_NAMES.get(point.srid);
    case "srid":
      return point.srid;
    default:
      return undefined;
  }
}
