import {
  DateTimeValue,
  DateValue,
  LocalDateTimeValue,
  LocalTimeValue,
  TimeValue,
} from "../../../graph/property-value.js";
import type { CypherMap, CypherValue } from "../cypher-value.js";
import { isMap } from "../is-value.js";
import { CLOCK_FIELDS, clockFromMap } from "./clock-from-map.js";
import { DATE_FIELDS, dayFromMap } from "./day-from-map.js";
import { MapFields } from "./map-fields.js";
import {
  parseDate,
  parseDateTime,
  parseLocalDateTime,
  parseLocalTime,
  parseTime,
} from "./parse-temporal.js";
import { clockOf, dayOf, type ZonedClock } from "./parts-of.js";
import { NANOS_PER_DAY, NANOS_PER_SECOND, SECONDS_PER_DAY } from "./units.js";
import { atLocal, atMoment, inZone, offsetAt, parseZone, UTC, type Zone } from "./zone.js";

/** The moment of the statement and the zone that it runs in. */
export interface Clock {
  readonly utcDay: number;
  readonly utcNanos: number;
  readonly zone: Zone;
}

const DATE_MAP = new Set<string>(["date", "datetime", ...DATE_FIELDS]);
const LOCAL_TIME_MAP = new Set<string>(["time", "datetime", ...CLOCK_FIELDS]);
const TIME_MAP = new Set<string>([...LOCAL_TIME_MAP, "timezone"]);
const LOCAL_DATE_TIME_MAP = new Set<string>([...DATE_MAP, ...LOCAL_TIME_MAP]);
const DATE_TIME_MAP = new Set<string>([
  ...LOCAL_DATE_TIME_MAP,
  "timezone",
  "epochSeconds",
  "epochMillis",
]);

/** What the statement's clock shows. */
export const now = (clock: Clock, zone: Zone = clock.zone): DateTimeValue =>
  atMoment(clock.utcDay, clock.utcNanos, zone);

/** A date from text, a map or a value that holds one. */
export function buildDate(value: CypherValue): DateValue {
  if (typeof value === "string") {
    return parseDate(value);
  }
  if (isMap(value)) {
    const fields = new MapFields("date()", value, DATE_MAP);
    return new DateValue(dayFromMap(fields, baseDay("date()", fields)));
  }
  return value instanceof DateValue ? value : new DateValue(dayOf("date()", value));
}

export function buildLocalTime(value: CypherValue): LocalTimeValue {
  if (typeof value === "string") {
    return parseLocalTime(value);
  }
  if (isMap(value)) {
    const fields = new MapFields("localtime()", value, LOCAL_TIME_MAP);
    return new LocalTimeValue(
      clockFromMap(fields, baseClock("localtime()", fields)?.nanos ?? null),
    );
  }
  return new LocalTimeValue(clockOf("localtime()", value).nanos);
}

export function buildTime(value: CypherValue, clock: Clock): TimeValue {
  if (typeof value === "string") {
    return parseTime(value, fixed(clock.zone, clock));
  }
  if (isMap(value)) {
    return timeFromMap(value, clock);
  }
  const { nanos, offset } = clockOf("time()", value);
  return new TimeValue(nanos, offset ?? fixed(clock.zone, clock).offsetSeconds);
}

export function buildLocalDateTime(value: CypherValue): LocalDateTimeValue {
  const name = "localdatetime()";
  if (typeof value === "string") {
    return parseLocalDateTime(value);
  }
  if (isMap(value)) {
    const fields = new MapFields(name, value, LOCAL_DATE_TIME_MAP);
    const day = dayFromMap(fields, baseDay(name, fields));
    return new LocalDateTimeValue(
      day,
      clockFromMap(fields, baseClock(name, fields)?.nanos ?? null),
    );
  }
  const day = dayOf(name, value);
  return new LocalDateTimeValue(day, value instanceof DateValue ? 0 : clockOf(name, value).nanos);
}

export function buildDateTime(value: CypherValue, clock: Clock): DateTimeValue {
  const name = "datetime()";
  if (typeof value === "string") {
    return parseDateTime(value, clock.zone);
  }
  if (isMap(value)) {
    return dateTimeFromMap(value, clock);
  }
  if (value instanceof DateTimeValue) {
    return value;
  }
  const nanos = value instanceof DateValue ? 0 : clockOf(name, value).nanos;
  return atLocal(dayOf(name, value), nanos, clock.zone);
}

/** Seconds since 1970 with nanoseconds on top, in UTC. */
export function dateTimeFromEpoch(seconds: number, nanos: number, zone: Zone = UTC): DateTimeValue {
  const carried = Math.floor(nanos / NANOS_PER_SECOND);
  const whole = seconds + carried;
  const day = Math.floor(whole / SECONDS_PER_DAY);
  const nanoOfDay =
    (whole - day * SECONDS_PER_DAY) * NANOS_PER_SECOND + (nanos - carried * NANOS_PER_SECOND);
  return atMoment(day, nanoOfDay, zone);
}

/** The offset of a zone now: times of day have offsets, no zones. */
export const fixed = (zone: Zone, clock: Clock): Zone =>
  zone.name === null
    ? zone
    : { name: null, offsetSeconds: offsetAt(zone, clock.utcDay, clock.utcNanos) };

function baseDay(name: string, fields: MapFields): number | null {
  const base = fields.base("date") ?? fields.base("datetime");
  return base === undefined ? null : dayOf(name, base);
}

function baseClock(name: string, fields: MapFields): ZonedClock | null {
  const base = fields.base("time") ?? fields.base("datetime");
  return base === undefined ? null : clockOf(name, base);
}

/** The map's own zone, undefined when it names none. */
function namedZone(fields: MapFields): Zone | undefined {
  const text = fields.text("timezone");
  return text === undefined ? undefined : parseZone(text);
}

function timeFromMap(map: CypherMap, clock: Clock): TimeValue {
  const fields = new MapFields("time()", map, TIME_MAP);
  const base = baseClock("time()", fields);
  const nanos = clockFromMap(fields, base?.nanos ?? null);
  const named = namedZone(fields);
  const target = fixed(named ?? clock.zone, clock).offsetSeconds;
  if (base?.offset === undefined || base.offset === null) {
    return new TimeValue(nanos, target);
  }
  if (named === undefined) {
    return new TimeValue(nanos, base.offset);
  }
  const moved = nanos + (target - base.offset) * NANOS_PER_SECOND;
  return new TimeValue(((moved % NANOS_PER_DAY) + NANOS_PER_DAY) % NANOS_PER_DAY, target);
}

/** A zone of the base is the one its fields are read in; a zone of the map then moves the clock, not the moment. */
function dateTimeFromMap(map: CypherMap, clock: Clock): DateTimeValue {
  const name = "datetime()";
  const fields = new MapFields(name, map, DATE_TIME_MAP);
  const named = namedZone(fields);
  if (fields.has("epochSeconds", "epochMillis")) {
    const millis = fields.integer("epochMillis");
    const nanos = fields.integer("nanosecond") ?? 0;
    const seconds = millis === undefined ? (fields.integer("epochSeconds") ?? 0) : 0;
    return millis === undefined
      ? dateTimeFromEpoch(seconds, nanos, named ?? clock.zone)
      : dateTimeFromEpoch(
          Math.floor(millis / 1000),
          (millis - Math.floor(millis / 1000) * 1000) * 1_000_000 + nanos,
          named ?? clock.zone,
        );
  }
  const base = baseClock(name, fields);
  const day = dayFromMap(fields, baseDay(name, fields));
  const nanos = clockFromMap(fields, base?.nanos ?? null);
  if (base?.zone === undefined || base.zone === null) {
    return atLocal(day, nanos, named ?? clock.zone);
  }
  const value = atLocal(day, nanos, base.zone, base.offset);
  return named === undefined ? value : inZone(value, named);
}
