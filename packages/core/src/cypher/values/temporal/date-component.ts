import { civilDateOf, dayOfWeekOf, epochDayOf } from "../../../graph/calendar.js";
import { isoWeekOf } from "./week.js";

/** A component of a day, undefined when days have no such component. */
export function dateComponent(epochDay: number, key: string): number | undefined {
  const { year, month, day } = civilDateOf(epochDay);
  const quarter = Math.ceil(month / 3);
  switch (key) {
    case "year":
      return year;
    case "quarter":
      return quarter;
    case "month":
      return month;
    case "week":
      return isoWeekOf(epochDay).week;
    case "weekYear":
      return isoWeekOf(epochDay).weekYear;
    case "day":
      return day;
    case "ordinalDay":
      return epochDay - epochDayOf(year, 1, 1) + 1;
    case "weekDay":
    case "dayOfWeek":
      return dayOfWeekOf(epochDay);
    case "dayOfQuarter":
      return epochDay - epochDayOf(year, quarter * 3 - 2, 1) + 1;
    default:
      return undefined;
  }
}
