import { daysInMonth, epochDayOf, isLeapYear } from "../../../graph/calendar.js";
import { badArgument } from "../value-error.js";
import { MAX_YEAR } from "./units.js";
import { firstMondayOf, weeksIn } from "./week.js";

const MOST_WEEKS = 53;
const LONGEST_QUARTER = 92;

/** The ways to name a day; each is checked against the calendar. */
export type DateParts =
  | { readonly by: "month"; readonly year: number; readonly month: number; readonly day: number }
  | {
      readonly by: "week";
      readonly year: number;
      readonly week: number;
      readonly dayOfWeek: number;
    }
  | {
      readonly by: "quarter";
      readonly year: number;
      readonly quarter: number;
      readonly dayOfQuarter: number;
    }
  | { readonly by: "ordinal"; readonly year: number; readonly ordinalDay: number };

function check(name: string, value: number, lowest: number, highest: number): void {
  if (!Number.isInteger(value) || value < lowest || value > highest) {
    throw badArgument(`The ${name} of a date is ${value}. It runs from ${lowest} to ${highest}.`);
  }
}

/**
 * Days since 1970-01-01. A map, unlike text, may run over: week 53 of a year of 52 is the first of the
 * next, day 92 of a quarter of 90 the second of the next, as Neo4j has it.
 * @throws CypherError when there is no such day
 */
export function epochDayFrom(parts: DateParts, runsOver = false): number {
  const { year } = parts;
  check("year", year, -MAX_YEAR, MAX_YEAR);
  switch (parts.by) {
    case "month":
      check("month", parts.month, 1, 12);
      check(`day in month ${parts.month} of ${year}`, parts.day, 1, daysInMonth(year, parts.month));
      return epochDayOf(year, parts.month, parts.day);
    case "week":
      check(`week in ${year}`, parts.week, 1, runsOver ? MOST_WEEKS : weeksIn(year));
      check("dayOfWeek", parts.dayOfWeek, 1, 7);
      return firstMondayOf(year) + (parts.week - 1) * 7 + parts.dayOfWeek - 1;
    case "quarter": {
      check("quarter", parts.quarter, 1, 4);
      const first = epochDayOf(year, parts.quarter * 3 - 2, 1);
      const next = epochDayOf(year, parts.quarter * 3 + 1, 1);
      const last = runsOver ? LONGEST_QUARTER : next - first;
      check(`dayOfQuarter in quarter ${parts.quarter}`, parts.dayOfQuarter, 1, last);
      return first + parts.dayOfQuarter - 1;
    }
    case "ordinal":
      check(`ordinalDay in ${year}`, parts.ordinalDay, 1, isLeapYear(year) ? 366 : 365);
      return epochDayOf(year, 1, 1) + parts.ordinalDay - 1;
  }
}
