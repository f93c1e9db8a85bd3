import { civilDateOf, dayOfWeekOf, daysInMonth } from "../../../graph/calendar.js";
import { badArgument } from "../value-error.js";
import { epochDayFrom } from "./date-parts.js";
import type { MapFields } from "./map-fields.js";
import { isoWeekOf } from "./week.js";

export const DATE_FIELDS = [
  "year",
  "quarter",
  "month",
  "week",
  "day",
  "dayOfWeek",
  "ordinalDay",
  "dayOfQuarter",
] as const;

/** Fields that name a day each in its own way; at most one group may be used. */
const GROUPS: readonly (readonly string[])[] = [
  ["month", "day"],
  ["week", "dayOfWeek"],
  ["quarter", "dayOfQuarter"],
  ["ordinalDay"],
];

/**
 * The day that a map names; fields left out come from `base`, and without one they are the first. A year,
 * month or quarter that is put in place of the base's takes the last day of a month that is too short.
 */
export function dayFromMap(fields: MapFields, base: number | null): number {
  const groups = GROUPS.filter((group) => fields.has(...group));
  if (groups.length > 1) {
    const used = groups.flatMap((group) => group.filter((key) => fields.has(key)));
    throw badArgument(`A date cannot be given by ${used.join(", ")} together. Keep one way.`);
  }
  return base === null ? dayFromFields(fields) : dayFromBase(fields, base);
}

function dayFromFields(fields: MapFields): number {
  fields.require("year", "a date");
  requireLarger(fields);
  const year = fields.integer("year") ?? 0;
  const part = (key: string): number => fields.integer(key) ?? 1;
  if (fields.has("week")) {
    return epochDayFrom(
      { by: "week", year, week: part("week"), dayOfWeek: part("dayOfWeek") },
      true,
    );
  }
  if (fields.has("ordinalDay")) {
    return epochDayFrom({ by: "ordinal", year, ordinalDay: part("ordinalDay") });
  }
  if (fields.has("quarter")) {
    const [quarter, dayOfQuarter] = [part("quarter"), part("dayOfQuarter")];
    return epochDayFrom({ by: "quarter", year, quarter, dayOfQuarter }, true);
  }
  return epochDayFrom({ by: "month", year, month: part("month"), day: part("day") });
}

function dayFromBase(fields: MapFields, base: number): number {
  if (fields.has("week")) {
    const of = isoWeekOf(base);
    return epochDayFrom(
      {
        by: "week",
        year: fields.integer("year") ?? of.weekYear,
        week: fields.integer("week") ?? of.week,
        dayOfWeek: fields.integer("dayOfWeek") ?? dayOfWeekOf(base),
      },
      true,
    );
  }
  const { year: ownYear, month: ownMonth, day: ownDay } = civilDateOf(base);
  const year = fields.integer("year") ?? ownYear;
  const ordinalDay = fields.integer("ordinalDay");
  if (ordinalDay !== undefined) return epochDayFrom({ by: "ordinal", year, ordinalDay });
  const inYear = { year, month: ownMonth, day: clamped(year, ownMonth, ownDay) };
  if (fields.has("dayOfWeek")) {
    const day = epochDayFrom({ by: "month", ...inYear });
    return day - dayOfWeekOf(day) + weekday(fields.integer("dayOfWeek") ?? 1);
  }
  if (fields.has("quarter", "dayOfQuarter")) return dayInQuarter(fields, inYear);
  const month = fields.integer("month") ?? ownMonth;
  const day = fields.integer("day") ?? clamped(year, month, inYear.day);
  return epochDayFrom({ by: "month", year, month, day });
}

interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The same month of another quarter, or a day of a quarter by its number. */
function dayInQuarter(fields: MapFields, { year, month, day }: Civil): number {
  const own = Math.ceil(month / 3);
  const quarter = fields.integer("quarter") ?? own;
  const dayOfQuarter = fields.integer("dayOfQuarter");
  if (dayOfQuarter !== undefined) {
    return epochDayFrom({ by: "quarter", year, quarter, dayOfQuarter }, true);
  }
  const moved = month + (quarter - own) * 3;
  return epochDayFrom({ by: "month", year, month: moved, day: clamped(year, moved, day) });
}

/** The day, or the last one of a month that does not have it; a month that there is none of is told later. */
function clamped(year: number, month: number, day: number): number {
  const isMonth = Number.isInteger(month) && month >= 1 && month <= 12;
  return isMonth ? Math.min(day, daysInMonth(year, month)) : day;
}

function weekday(day: number): number {
  if (day >= 1 && day <= 7) return day;
  throw badArgument(`The dayOfWeek of a date is ${day}. It runs from 1 to 7.`);
}

function requireLarger(fields: MapFields): void {
  const pairs = [
    ["day", "month"],
    ["dayOfWeek", "week"],
    ["dayOfQuarter", "quarter"],
  ] as const;
  for (const [smaller, larger] of pairs) {
    if (fields.has(smaller)) {
      fields.require(larger, smaller);
    }
  }
}
