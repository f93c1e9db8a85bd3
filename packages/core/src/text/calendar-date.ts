// Full calendar dates as English-language desks write them. Only dates with a year are read here;
// what "on Sunday" means is another matter. Every pattern is anchored by a digit or a month's name.
const MONTHS: Readonly<Record<string, number>> = {
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  may: 5,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  oct: 10,
  nov: 11,
  dec: 12,
};
const MONTH =
  "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const PATTERN = new RegExp(
  [
    `\\b(\\d{4})-(\\d\\d)-(\\d\\d)\\b`,
    `\\b(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${MONTH},? (\\d{4})\\b`,
    `\\b${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})\\b`,
    `\\b(\\d{1,2})([/.])(\\d{1,2})\\11(\\d{4})\\b`,
    `\\b${MONTH},? (\\d{4})\\b`,
  ].join("|"),
  "giu",
);

/** A date found in a text. */
export interface CalendarDate {
  readonly start: number;
  readonly end: number;
  /** `YYYY-MM-DD`, or `YYYY-MM` where no day is given; null while day and month may be swapped. */
  readonly value: string | null;
  /** The two numbers of an all-numeric date in the order of the text, else null. */
  readonly numeric: {
    readonly first: number;
    readonly second: number;
    readonly year: number;
  } | null;
}

const pad = (value: number): string => String(value).padStart(2, "0");

/** `YYYY-MM-DD` where the calendar has that day, else null. */
export function isoDate(year: number, month: number, day: number): string | null {
  if (year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1) return null;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return day > last ? null : `${year}-${pad(month)}-${pad(day)}`;
}

/** Dates with a year in a text, in text order. */
export function findCalendarDates(text: string): CalendarDate[] {
  const found: CalendarDate[] = [];
  for (const match of text.matchAll(PATTERN)) {
    const date = readMatch(match);
    if (date !== null)
      found.push({ ...date, start: match.index, end: match.index + match[0].length });
  }
  return found;
}

type DateValue = Pick<CalendarDate, "value" | "numeric">;

function readMatch(match: RegExpExecArray): DateValue | null {
  const [, y, m, d, d2, m2, y2, m3, d3, y3, n1, , n2, y4, m5, y5] = match;
  if (y !== undefined) return dated(isoDate(Number(y), Number(m), Number(d)));
  if (m2 !== undefined) return dated(isoDate(Number(y2), monthOf(m2), Number(d2)));
  if (m3 !== undefined) return dated(isoDate(Number(y3), monthOf(m3), Number(d3)));
  if (n1 !== undefined) return readNumeric(Number(n1), Number(n2), Number(y4));
  if (m5 !== undefined) return dated(`${y5}-${pad(monthOf(m5))}`);
  return null;
}

const monthOf = (word: string): number => MONTHS[word.slice(0, 3).toLowerCase()] ?? 0;
const dated = (value: string | null): DateValue | null =>
  value === null ? null : { value, numeric: null };

function readNumeric(first: number, second: number, year: number): DateValue | null {
  const dayFirst = isoDate(year, second, first);
  const monthFirst = isoDate(year, first, second);
  if (dayFirst === null && monthFirst === null) return null;
  const numeric = { first, second, year };
  if (dayFirst === monthFirst) return { value: dayFirst, numeric };
  if (dayFirst !== null && monthFirst !== null) return { value: null, numeric };
  return { value: dayFirst ?? monthFirst, numeric };
}
