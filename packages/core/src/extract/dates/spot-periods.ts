import { SMALL_NUMBERS } from "../quantities/number-words.js";
import type { ReadToken } from "../stream/read-tokens.js";
import type { DateExpression, SpottedDate } from "./date-expression.js";
import { OFFSET_UNITS } from "./date-words.js";
import { spotCalendar } from "./spot-calendar.js";
import { spotRelative } from "./spot-relative.js";

const word = (tokens: readonly ReadToken[], at: number): string => tokens[at]?.folded ?? "";

/** A stretch of time that a total is counted over, or null. */
export function spotPeriod(tokens: readonly ReadToken[], at: number): SpottedDate | null {
  const next =
    endOfPast(tokens, at) ??
    endOfSince(tokens, at) ??
    endOfFirst(tokens, at) ??
    endOfBetween(tokens, at) ??
    endOfYearTo(tokens, at) ??
    endOfSoFar(tokens, at) ??
    endOfSpan(tokens, at);
  return next === null ? null : { expression: { type: "period" }, from: at, next };
}

const isCount = (tokens: readonly ReadToken[], at: number): boolean =>
  SMALL_NUMBERS.has(word(tokens, at)) ||
  word(tokens, at) === "few" ||
  word(tokens, at) === "several" ||
  /^\d{1,3}$/.test(tokens[at]?.text ?? "");

const TIME_SPANS = new Set(["fortnight", "decade", "decades", "quarter", "season", "weekend"]);
const isUnit = (text: string): boolean => OFFSET_UNITS.has(text) || TIME_SPANS.has(text);

/** `over the past three years`, `in the last fortnight`, `in recent months`. */
function endOfPast(tokens: readonly ReadToken[], at: number): number | null {
  const lead = word(tokens, at);
  if (!["over", "in", "during", "within", "for", "across", "throughout"].includes(lead))
    return null;
  const the = word(tokens, at + 1) === "the" ? at + 2 : at + 1;
  const past = word(tokens, the);
  if (past === "recent" && isUnit(word(tokens, the + 1))) return the + 2;
  if (!["past", "last", "previous", "preceding", "same"].includes(past)) return null;
  if (past === "same" && ["period", "months"].includes(word(tokens, the + 1))) {
    return the + 2;
  }
  const unit = isCount(tokens, the + 1) ? the + 2 : the + 1;
  const counted = unit > the + 1 || the > at + 1;
  return counted && past !== "same" && isUnit(word(tokens, unit)) ? unit + 1 : null;
}

/** `since 2019`, `since the beginning of the year`, `since last spring`. */
function endOfSince(tokens: readonly ReadToken[], at: number): number | null {
  if (word(tokens, at) !== "since") return null;
  const date = spotCalendar(tokens, at + 1);
  if (date !== null) return date.next;
  let next = at + 1;
  while (next < at + 7 && SINCE_WORDS.has(word(tokens, next))) next += 1;
  return next > at + 1 ? next : null;
}

const SINCE_WORDS = new Set(
  "the beginning start of year this last new years year's day then spring summer autumn winter month week previous january".split(
    " ",
  ),
);

/** `in the first six months of 2024`, `the first half of the year`, `in the first quarter`. */
function endOfFirst(tokens: readonly ReadToken[], at: number): number | null {
  const from =
    word(tokens, at) === "in" || word(tokens, at) === "for" || word(tokens, at) === "during"
      ? at + 1
      : at;
  if (word(tokens, from) !== "the") return null;
  const lead = word(tokens, from + 1);
  if (!["first", "second", "third", "fourth", "last", "final", "whole", "twelve"].includes(lead))
    return null;
  let next = isCount(tokens, from + 2) ? from + 3 : from + 2;
  const unit = word(tokens, next);
  if (lead === "whole" && unit === "of") next += 1;
  else if (unit === "half" || unit === "quarter" || isUnit(unit)) next += 1;
  else return null;
  if (unit === "half" && word(tokens, next) === "-") next += 2;
  if (word(tokens, next) === "of" || word(tokens, next) === "to") next += 1;
  if (
    word(tokens, next) === "the" ||
    word(tokens, next) === "this" ||
    word(tokens, next) === "last"
  )
    next += 1;
  const date = spotCalendar(tokens, next);
  if (date !== null) return date.next;
  if (word(tokens, next) === "year") return next + 1;
  if (/^(?:19|20)\d\d$/.test(tokens[next]?.text ?? "")) return next + 1;
  return next;
}

/** `between 2015 and 2020`, `from January to May`, `from 2019 to 2023`. */
function endOfBetween(tokens: readonly ReadToken[], at: number): number | null {
  const lead = word(tokens, at);
  if (lead !== "between" && lead !== "from") return null;
  const first = spotCalendar(tokens, at + 1);
  if (first === null) return null;
  const { type } = first.expression;
  if (type !== "month" && type !== "year" && type !== "day") return null;
  const join = word(tokens, first.next);
  if (join !== "and" && join !== "to" && join !== "until" && join !== "through") return null;
  const second = spotCalendar(tokens, first.next + 1) ?? spotRelative(tokens, first.next + 1);
  if (second === null || second.expression.type === "weekday") return null;
  return type === "day" && isShort(first.expression, second.expression) ? null : second.next;
}

/** Two days of one month are a date that lasts, not a period. */
const isShort = (first: DateExpression, second: DateExpression): boolean =>
  first.type === "day" &&
  second.type === "day" &&
  first.month === second.month &&
  (first.year ?? second.year) === second.year;

/** `in the year to 30 June`, `the twelve months to March`. */
function endOfYearTo(tokens: readonly ReadToken[], at: number): number | null {
  const unit = word(tokens, at);
  if (unit !== "year" && unit !== "months") return null;
  if (word(tokens, at + 1) !== "to" && word(tokens, at + 1) !== "ending") return null;
  return spotCalendar(tokens, at + 2)?.next ?? null;
}

/** `so far this year`, `this year`, `each year`, `a year`, `per month`. */
function endOfSoFar(tokens: readonly ReadToken[], at: number): number | null {
  const lead = word(tokens, at);
  if (lead === "so" && word(tokens, at + 1) === "far") {
    const more = ["this", "in"].includes(word(tokens, at + 2)) && tokens[at + 3] !== undefined;
    return more ? at + 4 : at + 2;
  }
  if (["each", "every", "per"].includes(lead) && OFFSET_UNITS.has(word(tokens, at + 1)))
    return at + 2;
  return null;
}

/** `in six months`, `within four days`, `in three years`. */
function endOfSpan(tokens: readonly ReadToken[], at: number): number | null {
  const lead = word(tokens, at);
  if (lead !== "in" && lead !== "within") return null;
  const half =
    word(tokens, at + 1) === "under" || word(tokens, at + 1) === "just" ? at + 2 : at + 1;
  if (!isCount(tokens, half)) return null;
  return isUnit(word(tokens, half + 1)) && !["later", "time"].includes(word(tokens, half + 2))
    ? half + 2
    : null;
}
