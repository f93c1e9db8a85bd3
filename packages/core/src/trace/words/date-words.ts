const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const SHORT = 3;
const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/;

/** `short` gives a month by its first three letters. */
export type DateStyle = "long" | "short";

/** Parts of a date as written; null parts are not said. */
interface DateParts {
  readonly year: string;
  readonly month: string | null;
  readonly day: string | null;
}

/**
 * A date to the day, month or year in words, or a range `from/to` of two: `14 December 2025`,
 * `1 to 3 March 2025`, `2025`. What is no date is given as it stands.
 */
export function dateWords(date: string, style: DateStyle = "long"): string {
  const [first = "", last, ...rest] = date.split("/");
  if (last !== undefined && rest.length === 0) return rangeWords(first, last, style);
  const parts = readParts(date, style);
  return parts === null ? date : tell(parts);
}

/** Two dates as a range in words, what both share said once; one date where they are the same. */
export function rangeWords(from: string, to: string, style: DateStyle = "long"): string {
  const [start, end] = [readParts(from, style), readParts(to, style)];
  if (from === to || end === null || start === null) {
    return start === null || from === to ? dateWords(from || to, style) : tell(start);
  }
  const isOneYear = start.year === end.year && start.month !== null && end.month !== null;
  const isOneMonth = isOneYear && start.month === end.month && start.day !== null;
  if (isOneMonth && end.day !== null) return `${start.day} to ${tell(end)}`;
  return `${tell(isOneYear ? { ...start, year: "" } : start)} to ${tell(end)}`;
}

const tell = ({ year, month, day }: DateParts): string =>
  [day, month, year].filter((part) => part !== null && part !== "").join(" ");

function readParts(date: string, style: DateStyle): DateParts | null {
  const [, year, month, day] = DATE.exec(date) ?? [];
  if (year === undefined) return null;
  const name = MONTHS[Number(month) - 1];
  if (name === undefined) return { year, month: null, day: null };
  const shown = style === "long" ? name : name.slice(0, SHORT);
  return { year, month: shown, day: day === undefined ? null : String(Number(day)) };
}
