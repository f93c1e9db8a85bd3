import { is, numberOf, type ReadToken } from "../words/read-tokens.js";
import type { SpottedDate } from "./date-expression.js";

const word = (tokens: readonly ReadToken[], at: number): string => tokens[at]?.folded ?? "";
const sign = (tokens: readonly ReadToken[], at: number): string => tokens[at]?.text ?? "";

/** A date written with digits, a month's name, a weekday or a bare year. */
export function spotCalendar(tokens: readonly ReadToken[], at: number): SpottedDate | null {
  return (
    spotNumeric(tokens, at) ??
    spotDayMonth(tokens, at) ??
    spotMonthDay(tokens, at) ??
    spotMonth(tokens, at) ??
    spotWeekday(tokens, at) ??
    spotYear(tokens, at)
  );
}

function wholeNumber(tokens: readonly ReadToken[], at: number, most: number): number | null {
  const token = tokens[at];
  if (token?.kind !== "number" || !/^\d{1,4}$/.test(token.text)) return null;
  const value = Number(token.text);
  return value >= 1 && value <= most ? value : null;
}

const dayNumber = (tokens: readonly ReadToken[], at: number): number | null =>
  wholeNumber(tokens, at, 31);

function yearNumber(tokens: readonly ReadToken[], at: number): number | null {
  const text = sign(tokens, at);
  if (!/^(?:19[5-9]|20[0-4])\d$/.test(text)) return null;
  return Number(text);
}

interface YearTail {
  readonly year: number | null;
  /** True for `that year`: the one told before. */
  readonly sameYear: boolean;
  readonly next: number;
}

/** A year after a day or month, with or without a comma, or `that year`. */
function yearAfter(tokens: readonly ReadToken[], at: number): YearTail {
  const comma = sign(tokens, at) === "," || is(tokens[at], "genitive") ? 1 : 0;
  const year = yearNumber(tokens, at + comma);
  if (year !== null) return { year, sameYear: false, next: at + comma + 1 };
  const same = is(tokens[at + comma], "definite_article") ? at + comma + 1 : at + comma;
  const sameYear = is(tokens[same], "same_year") && is(tokens[same + 1], "year_word");
  return sameYear ? { year, sameYear, next: same + 2 } : { year, sameYear, next: at };
}

/** True for a month's name that cannot be the verb `may` or `march`. */
function monthAt(tokens: readonly ReadToken[], at: number): number | null {
  const month = numberOf(tokens[at], "months");
  if (month === undefined) return null;
  const text = sign(tokens, at);
  const capital = text !== text.toLowerCase();
  if (capital || dayNumber(tokens, at - 1) !== null) return month;
  return word(tokens, at).length > 4 && !is(tokens[at], "months_that_are_verbs") ? month : null;
}

function skipOrdinal(tokens: readonly ReadToken[], at: number): number {
  return is(tokens[at], "ordinal_endings") ? at + 1 : at;
}

/** `2025-12-14`, `04/12/2024`, `17.09.2024`. */
function spotNumeric(tokens: readonly ReadToken[], at: number): SpottedDate | null {
  const dotted = /^(\d{1,2})\.(\d{1,2})\.((?:19|20)\d{2})$/.exec(sign(tokens, at));
  if (dotted !== null) {
    const [, first, second, year] = dotted;
    return numeric(Number(first), Number(second), Number(year), at, at + 1);
  }
  const join = sign(tokens, at + 1);
  if ((join !== "/" && join !== "-") || sign(tokens, at + 3) !== join) return null;
  const year = yearNumber(tokens, at);
  const middle = wholeNumber(tokens, at + 2, 31);
  const last = wholeNumber(tokens, at + 4, 31);
  if (year !== null && middle !== null && last !== null) {
    const expression = {
      type: "day",
      year,
      sameYear: false,
      month: middle,
      day: last,
      lastDay: null,
    } as const;
    return middle <= 12 ? { expression, from: at, next: at + 5 } : null;
  }
  const first = wholeNumber(tokens, at, 31);
  const endYear = yearNumber(tokens, at + 4);
  if (first === null || middle === null || endYear === null) return null;
  return numeric(first, middle, endYear, at, at + 5);
}

const numeric = (
  first: number,
  second: number,
  year: number,
  from: number,
  next: number,
): SpottedDate => ({ expression: { type: "numeric", first, second, year }, from, next });

/** `14 December 2025`, `the 14th of December`, `3 to 13 September`. */
function spotDayMonth(tokens: readonly ReadToken[], at: number): SpottedDate | null {
  const day = dayNumber(tokens, at);
  if (day === null) return null;
  let next = skipOrdinal(tokens, at + 1);
  let lastDay: number | null = null;
  if (is(tokens[next], "date_range_joins") || ["-", "–"].includes(sign(tokens, next))) {
    lastDay = dayNumber(tokens, next + 1);
    if (lastDay === null) return null;
    next = skipOrdinal(tokens, next + 2);
  }
  if (is(tokens[next], "genitive")) next += 1;
  const month = monthAt(tokens, next);
  if (month === null) return null;
  const tail = yearAfter(tokens, skipStop(tokens, next + 1));
  return {
    expression: { type: "day", day, month, year: tail.year, sameYear: tail.sameYear, lastDay },
    from: at,
    next: tail.year === null && !tail.sameYear ? next + 1 : tail.next,
  };
}

/** The full stop of `Sept.`. */
const skipStop = (tokens: readonly ReadToken[], at: number): number =>
  sign(tokens, at) === "." &&
  (word(tokens, at - 1).length === 3 || is(tokens[at - 1], "stopped_months"))
    ? at + 1
    : at;

/** `December 14, 2025`, `Sept. 3`, `September 3 and 13`. */
function spotMonthDay(tokens: readonly ReadToken[], at: number): SpottedDate | null {
  const month = monthAt(tokens, at);
  if (month === null) return null;
  const from = skipStop(tokens, at + 1);
  const day = dayNumber(tokens, from);
  if (day === null || sign(tokens, from + 1) === "%") return null;
  let next = skipOrdinal(tokens, from + 1);
  let lastDay: number | null = null;
  const joins = is(tokens[next], "date_range_joins") || ["-", "–"].includes(sign(tokens, next));
  const last = joins ? dayNumber(tokens, next + 1) : null;
  if (last !== null && last > day && tokens[next + 2]?.kind !== "word") {
    lastDay = last;
    next = skipOrdinal(tokens, next + 2);
  }
  const tail = yearAfter(tokens, next);
  return {
    expression: { type: "day", day, month, year: tail.year, sameYear: tail.sameYear, lastDay },
    from: at,
    next: tail.next,
  };
}

/** `in December 2025`, `mid-July`, `late March`, `last August`. */
function spotMonth(tokens: readonly ReadToken[], at: number): SpottedDate | null {
  const month = monthAt(tokens, at);
  if (month === null) return null;
  const tail = yearAfter(tokens, skipStop(tokens, at + 1));
  const hyphen = sign(tokens, at - 1) === "-" && is(tokens[at - 2], "mid_word");
  const first = at === 0 || tokens[at - 1]?.kind === "mark";
  if (
    tail.year === null &&
    !tail.sameYear &&
    !is(tokens[at - 1], "before_month") &&
    !hyphen &&
    !first
  )
    return null;
  return {
    expression: {
      type: "month",
      month,
      year: tail.year,
      sameYear: tail.sameYear,
      last: is(tokens[at - 1], "last_word"),
    },
    from: at,
    next: tail.year === null && !tail.sameYear ? at + 1 : tail.next,
  };
}

/** `on Sunday`, `last Thursday`, `Friday night`. */
function spotWeekday(tokens: readonly ReadToken[], at: number): SpottedDate | null {
  const name = word(tokens, at);
  const weekday = numberOf(tokens[at], "weekdays");
  const text = sign(tokens, at);
  if (weekday === undefined || (text === text.toLowerCase() && name.length < 6)) return null;
  if (name.length < 6 && sign(tokens, at + 1) !== "." && !is(tokens[at - 1], "on_word"))
    return null;
  if (is(tokens[at - 1], "role_mark") || is(tokens[at - 1], "day_names")) return null;
  const which = is(tokens[at - 1], "last_word")
    ? "last"
    : is(tokens[at - 1], "next_word")
      ? "next"
      : null;
  const next = is(tokens[at + 1], "day_parts") ? at + 2 : at + 1;
  return { expression: { type: "weekday", weekday, which }, from: at, next };
}

function spotYear(tokens: readonly ReadToken[], at: number): SpottedDate | null {
  const year = yearNumber(tokens, at);
  if (year === null) return null;
  const bracket = sign(tokens, at - 1) === "(" && sign(tokens, at + 1) === ")";
  if (!is(tokens[at - 1], "before_year") && !bracket) return null;
  const following = tokens[at + 1];
  const counted = following?.kind === "word" && !is(following, "after_year");
  if (
    counted &&
    (is(tokens[at - 1], "over_word") ||
      is(tokens[at - 1], "goal_mark") ||
      is(tokens[at - 1], "additive") ||
      is(tokens[at - 1], "genitive"))
  )
    return null;
  return { expression: { type: "year", year }, from: at, next: at + 1 };
}
