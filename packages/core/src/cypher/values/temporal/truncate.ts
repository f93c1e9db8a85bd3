import { civilDateOf, dayOfWeekOf, epochDayOf } from "../../../graph/calendar.js";
import {
  type DateTimeValue,
  DateValue,
  LocalDateTimeValue,
  LocalTimeValue,
  TimeValue,
} from "../../../graph/property-value.js";
import type { CypherMap, CypherValue } from "../cypher-value.js";
import { badArgument } from "../value-error.js";
import { type Clock, fixed } from "./build-temporal.js";
import { CLOCK_FIELDS, clockFromMap } from "./clock-from-map.js";
import { DATE_FIELDS, dayFromMap } from "./day-from-map.js";
import { MapFields } from "./map-fields.js";
import { clockIn, clockOf, dayOf } from "./parts-of.js";
import { NANOS_PER_DAY, NANOS_PER_HOUR, NANOS_PER_MINUTE, NANOS_PER_SECOND } from "./units.js";
import { firstMondayOf, isoWeekOf } from "./week.js";
import { atLocal, parseZone, type Zone } from "./zone.js";

const CLOCK_UNITS: ReadonlyMap<string, number> = new Map([
  ["day", NANOS_PER_DAY],
  ["hour", NANOS_PER_HOUR],
  ["minute", NANOS_PER_MINUTE],
  ["second", NANOS_PER_SECOND],
  ["millisecond", 1_000_000],
  ["microsecond", 1000],
]);
const YEAR_UNITS: ReadonlyMap<string, number> = new Map([
  ["millennium", 1000],
  ["century", 100],
  ["decade", 10],
  ["year", 1],
]);

const DATE_OVERRIDES = new Set<string>(DATE_FIELDS);
const CLOCK_OVERRIDES = new Set<string>(CLOCK_FIELDS);
const ALL_OVERRIDES = new Set<string>([...DATE_FIELDS, ...CLOCK_FIELDS, "timezone"]);
const ZONED_CLOCK_OVERRIDES = new Set<string>([...CLOCK_FIELDS, "timezone"]);

/** First day of the unit that holds the day; undefined when the unit is shorter than a day or unknown. */
function truncateDay(unit: string, epochDay: number): number | undefined {
  const { year, month } = civilDateOf(epochDay);
  const years = YEAR_UNITS.get(unit);
  if (years !== undefined) {
    return epochDayOf(Math.floor(year / years) * years, 1, 1);
  }
  switch (unit) {
    case "weekyear":
      return firstMondayOf(isoWeekOf(epochDay).weekYear);
    case "quarter":
      return epochDayOf(year, Math.ceil(month / 3) * 3 - 2, 1);
    case "month":
      return epochDayOf(year, month, 1);
    case "week":
      return epochDay - (dayOfWeekOf(epochDay) - 1);
    case "day":
      return epochDay;
    default:
      return undefined;
  }
}

function unitError(functionName: string, unit: string) {
  return badArgument(
    `\`${functionName}\` cannot truncate to \`${unit}\`. It takes units such as year, month, week, day, hour and second, none smaller or larger than the value has.`,
  );
}

export function truncateDate(unit: string, value: CypherValue, map: CypherMap): DateValue {
  const name = "date.truncate()";
  const day = truncateDay(unit.toLowerCase(), dayOf(name, value));
  if (day === undefined) {
    throw unitError(name, unit);
  }
  return new DateValue(dayFromMap(new MapFields(name, map, DATE_OVERRIDES), day));
}

function truncatedClock(name: string, unit: string, value: CypherValue): number {
  const size = CLOCK_UNITS.get(unit.toLowerCase());
  if (size === undefined) {
    throw unitError(name, unit);
  }
  const { nanos } = clockOf(name, value);
  return nanos - (nanos % size);
}

export function truncateLocalTime(
  unit: string,
  value: CypherValue,
  map: CypherMap,
): LocalTimeValue {
  const name = "localtime.truncate()";
  const fields = new MapFields(name, map, CLOCK_OVERRIDES);
  return new LocalTimeValue(clockFromMap(fields, truncatedClock(name, unit, value), "add"));
}

export function truncateTime(
  unit: string,
  value: CypherValue,
  map: CypherMap,
  clock: Clock,
): TimeValue {
  const name = "time.truncate()";
  const fields = new MapFields(name, map, ZONED_CLOCK_OVERRIDES);
  const nanos = clockFromMap(fields, truncatedClock(name, unit, value), "add");
  const named = zoneIn(fields);
  const offset =
    named === undefined ? clockOf(name, value).offset : fixed(named, clock).offsetSeconds;
  return new TimeValue(nanos, offset ?? fixed(clock.zone, clock).offsetSeconds);
}

export function truncateLocalDateTime(
  unit: string,
  value: CypherValue,
  map: CypherMap,
): LocalDateTimeValue {
  const { day, nanos } = truncated("localdatetime.truncate()", unit, value, map);
  return new LocalDateTimeValue(day, nanos);
}

export function truncateDateTime(
  unit: string,
  value: CypherValue,
  map: CypherMap,
  clock: Clock,
): DateTimeValue {
  const { day, nanos, fields } = truncated("datetime.truncate()", unit, value, map);
  const named = zoneIn(fields);
  if (named !== undefined) {
    return atLocal(day, nanos, named);
  }
  const from = clockIn(value);
  return atLocal(day, nanos, from?.zone ?? clock.zone, from?.offset ?? null);
}

function truncated(
  name: string,
  unit: string,
  value: CypherValue,
  map: CypherMap,
): { readonly day: number; readonly nanos: number; readonly fields: MapFields } {
  const fields = new MapFields(name, map, ALL_OVERRIDES);
  const wholeDay = truncateDay(unit.toLowerCase(), dayOf(name, value));
  const day = wholeDay ?? dayOf(name, value);
  const nanos = wholeDay === undefined ? truncatedClock(name, unit, value) : 0;
  return {
    day: dayFromMap(fields, day),
    nanos: clockFromMap(fields, nanos, "add"),
    fields,
  };
}

function zoneIn(fields: MapFields): Zone | undefined {
  const text = fields.text("timezone");
  return text === undefined ? undefined : parseZone(text);
}
