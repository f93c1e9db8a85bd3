import type { DateRange } from "../../model/date-range.js";

const DAY = 86_400_000;

/** Days since 1970-01-01 of a date of the Gregorian calendar. */
export function epochDay(year: number, month: number, day: number): number {
  return Math.floor(Date.UTC(year, month - 1, day) / DAY);
}

export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export function calendarDay(days: number): CalendarDay {
  const date = new Date(days * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** 0 for Sunday to 6 for Saturday. */
export const weekdayOf = (days: number): number => (((days + 4) % 7) + 7) % 7;

/** Days in a month, 1 for January. */
const monthLength = (year: number, month: number): number =>
  calendarDay(epochDay(year, month + 1, 1) - 1).day;

/** True where the day exists: 31 April does not. */
export const isDay = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month);

const two = (value: number): string => String(value).padStart(2, "0");

export function isoDay(days: number): string {
  const { year, month, day } = calendarDay(days);
  return `${year}-${two(month)}-${two(day)}`;
}

export function dayRange(days: number): DateRange {
  const value = isoDay(days);
  return { value, from: value, to: value };
}

/** First and last day it can mean; the value is the first. */
export function spanRange(first: number, last: number): DateRange {
  return { value: isoDay(first), from: isoDay(first), to: isoDay(last) };
}

export function monthRange(year: number, month: number): DateRange {
  const value = `${year}-${two(month)}`;
  return { value, from: `${value}-01`, to: `${value}-${two(monthLength(year, month))}` };
}

export function yearRange(year: number): DateRange {
  return { value: `${year}`, from: `${year}-01-01`, to: `${year}-12-31` };
}

/** Year, month and day of `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; absent parts are null. */
export function parseIso(value: string): {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
} {
  const [year = "0", month, day] = value.split("-");
  return {
    year: Number(year),
    month: month === undefined ? null : Number(month),
    day: day === undefined ? null : Number(day),
  };
}
