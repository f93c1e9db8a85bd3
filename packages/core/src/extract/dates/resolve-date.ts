import type { DateRange } from "../../model/date-range.js";
import type { DateOrder, ReportDate } from "../../model/report-document.js";
import {
  calendarDay,
  dayRange,
  epochDay,
  isDay,
  isoDay,
  monthRange,
  parseIso,
  spanRange,
  weekdayOf,
  yearRange,
} from "./calendar.js";
import type { DateExpression } from "./date-expression.js";

/** What a wording is read against. */
export interface DateGround {
  readonly report: ReportDate | null;
  readonly order: DateOrder | null;
  /** The date told last before this one, or null. */
  readonly told: DateRange | null;
}

/**
 * The date that a wording means, or null where the report gives no ground. News tells what has
 * happened: a weekday or a month without a year lies on or before the report's date.
 */
export function resolveDate(expression: DateExpression, ground: DateGround): DateRange | null {
  switch (expression.type) {
    case "day":
      return resolveDay(expression, ground);
    case "numeric":
      return resolveNumeric(expression.first, expression.second, expression.year, ground.order);
    case "month":
      return resolveMonth(expression, ground);
    case "year":
      return yearRange(expression.year);
    case "weekday":
      return resolveWeekday(expression.weekday, expression.which, ground);
    case "offset":
      return resolveOffset(expression, ground);
    case "period":
      return null;
  }
}

function resolveDay(
  { day, month, year, sameYear, lastDay }: Extract<DateExpression, { type: "day" }>,
  ground: DateGround,
): DateRange | null {
  const inYear = year ?? (sameYear ? yearOf(ground.told) : yearBefore(month, day, ground));
  if (inYear === null || !isDay(inYear, month, day)) return null;
  const first = epochDay(inYear, month, day);
  if (lastDay === null || !isDay(inYear, month, lastDay)) return dayRange(first);
  return spanRange(first, epochDay(inYear, month, lastDay));
}

/**
 * The latest year in which the day does not lie after the report; in a report without a date the year
 * of the day or month told last, since a bare year (`in 2018`) starts no account of its days.
 */
function yearBefore(month: number, day: number, { report, told }: DateGround): number | null {
  if (report === null) return (told?.value?.length ?? 0) > 4 ? yearOf(told) : null;
  const { year, month: reportMonth, day: reportDay } = parseIso(report.value);
  if (reportMonth === null) return year;
  const later = month > reportMonth || (month === reportMonth && day > (reportDay ?? 31));
  return later ? year - 1 : year;
}

const yearOf = (told: DateRange | null): number | null =>
  told === null ? null : parseIso(told.from).year;

function resolveNumeric(
  first: number,
  second: number,
  year: number,
  order: DateOrder | null,
): DateRange | null {
  const dayFirst = isDay(year, second, first) ? epochDay(year, second, first) : null;
  const monthFirst = isDay(year, first, second) ? epochDay(year, first, second) : null;
  if (dayFirst === null || monthFirst === null || dayFirst === monthFirst) {
    const only = dayFirst ?? monthFirst;
    return only === null ? null : dayRange(only);
  }
  if (order === "day-first") return dayRange(dayFirst);
  if (order === "month-first") return dayRange(monthFirst);
  const [from, to] = [Math.min(dayFirst, monthFirst), Math.max(dayFirst, monthFirst)];
  return { value: null, from: isoDay(from), to: isoDay(to) };
}

function resolveMonth(
  { month, year, sameYear, last }: Extract<DateExpression, { type: "month" }>,
  ground: DateGround,
): DateRange | null {
  const own = sameYear ? yearOf(ground.told) : year;
  if (own !== null) return monthRange(own, month);
  const before = yearBefore(month, 1, ground);
  if (before === null) return null;
  const report = ground.report === null ? null : parseIso(ground.report.value);
  const same = last && report?.month === month && report.year === before;
  return monthRange(same ? before - 1 : before, month);
}

function reportDay({ report }: DateGround): number | null {
  if (report === null) return null;
  const { year, month, day } = parseIso(report.value);
  return month === null || day === null ? null : epochDay(year, month, day);
}

function resolveWeekday(
  weekday: number,
  which: "last" | "next" | null,
  ground: DateGround,
): DateRange | null {
  const report = reportDay(ground);
  if (report === null) return null;
  if (which === "next") return dayRange(report + ((weekday - weekdayOf(report) + 6) % 7) + 1);
  const back = (weekdayOf(report) - weekday + 7) % 7;
  return dayRange(report - (back === 0 && which === "last" ? 7 : back));
}

function resolveOffset(
  { unit, count, base }: Extract<DateExpression, { type: "offset" }>,
  ground: DateGround,
): DateRange | null {
  if (base === "told") return ground.told === null ? null : shiftRange(ground.told, unit, count);
  if (ground.report === null) return null;
  const { year, month, day } = parseIso(ground.report.value);
  if (unit === "year") return yearRange(year + count);
  if (month === null) return yearRange(year);
  if (unit === "month") return shiftMonth(year, month, count);
  if (day === null) return monthRange(year, month);
  const at = epochDay(year, month, day);
  return unit === "day" ? dayRange(at + count) : weekRange(at, count);
}

/** The seven days up to the day, or the week that lies `count` weeks before it. */
function weekRange(at: number, count: number): DateRange {
  const monday = at - ((weekdayOf(at) + 6) % 7) + 7 * count;
  const last = count < 0 ? monday + 6 : at;
  const { year, month } = calendarDay(monday);
  const end = calendarDay(last);
  const value = year === end.year && month === end.month ? monthRange(year, month).value : null;
  return { value: value ?? `${end.year}`, from: isoDay(monday), to: isoDay(last) };
}

function shiftMonth(year: number, month: number, count: number): DateRange {
  const months = year * 12 + month - 1 + count;
  return monthRange(Math.floor(months / 12), (months % 12) + 1);
}

/** A told date moved by days, weeks, months or years, as precise as both allow. */
function shiftRange(
  told: DateRange,
  unit: "day" | "week" | "month" | "year",
  count: number,
): DateRange | null {
  if (told.value === null) return count === 0 ? told : null;
  const { year, month, day } = parseIso(told.value);
  if (unit === "year") return count === 0 ? yearRange(year) : yearRange(year + count);
  if (month === null) return yearRange(year);
  if (unit === "month") return shiftMonth(year, month, count);
  if (day === null) return monthRange(year, month);
  return dayRange(epochDay(year, month, day) + count * (unit === "week" ? 7 : 1));
}
