import { civilDateOf, dayOfWeekOf, epochDayOf } from "../../../graph/calendar.js";

/** An ISO week: it belongs to the year in which its Thursday lies. */
export interface IsoWeek {
  readonly weekYear: number;
  readonly week: number;
}

/** Monday of the first ISO week of a year: the week with 4 January. */
export function firstMondayOf(weekYear: number): number {
  const fourth = epochDayOf(weekYear, 1, 4);
  return fourth - (dayOfWeekOf(fourth) - 1);
}

export function isoWeekOf(epochDay: number): IsoWeek {
  const thursday = epochDay - dayOfWeekOf(epochDay) + 4;
  const weekYear = civilDateOf(thursday).year;
  return { weekYear, week: Math.floor((thursday - firstMondayOf(weekYear)) / 7) + 1 };
}

export function weeksIn(weekYear: number): number {
  return Math.round((firstMondayOf(weekYear + 1) - firstMondayOf(weekYear)) / 7);
}
