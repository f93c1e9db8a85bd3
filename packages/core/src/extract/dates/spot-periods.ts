import { is, numberOf, type ReadToken } from "../words/read-tokens.js";
import type { DateExpression, SpottedDate } from "./date-expression.js";
import { unitOf } from "./date-words.js";
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
  numberOf(tokens[at], "cardinals") !== undefined ||
  is(tokens[at], "few_word") ||
  is(tokens[at], "several_word") ||
  /^\d{1,3}$/.test(tokens[at]?.text ?? "");

const isUnit = (token: ReadToken | undefined): boolean =>
  unitOf(token) !== undefined || is(token, "time_spans");

/** `over the past three years`, `in the last fortnight`, `in recent months`. */
function endOfPast(tokens: readonly ReadToken[], at: number): number | null {
  if (!is(tokens[at], "period_openers")) return null;
  const the = is(tokens[at + 1], "definite_article") ? at + 2 : at + 1;
  if (is(tokens[the], "recent_word") && isUnit(tokens[the + 1])) return the + 2;
  if (!is(tokens[the], "period_past")) return null;
  if (is(tokens[the], "same_word") && is(tokens[the + 1], "period_nouns")) {
    return the + 2;
  }
  const unit = isCount(tokens, the + 1) ? the + 2 : the + 1;
  const counted = unit > the + 1 || the > at + 1;
  return counted && !is(tokens[the], "same_word") && isUnit(tokens[unit]) ? unit + 1 : null;
}

/** `since 2019`, `since the beginning of the year`, `since last spring`. */
function endOfSince(tokens: readonly ReadToken[], at: number): number | null {
  if (!is(tokens[at], "since_word")) return null;
  const date = spotCalendar(tokens, at + 1);
  if (date !== null) return date.next;
  let next = at + 1;
  while (next < at + 7 && is(tokens[next], "since_words")) next += 1;
  return next > at + 1 ? next : null;
}

/** `in the first six months of 2024`, `the first half of the year`, `in the first quarter`. */
function endOfFirst(tokens: readonly ReadToken[], at: number): number | null {
  const from =
    is(tokens[at], "inside_mark") || is(tokens[at], "purpose_mark") || is(tokens[at], "during_word")
      ? at + 1
      : at;
  if (!is(tokens[from], "definite_article")) return null;
  if (!is(tokens[from + 1], "period_parts")) return null;
  let next = isCount(tokens, from + 2) ? from + 3 : from + 2;
  if (is(tokens[from + 1], "whole_word") && is(tokens[next], "genitive")) next += 1;
  else if (
    is(tokens[next], "half_word") ||
    is(tokens[next], "quarter_word") ||
    isUnit(tokens[next])
  )
    next += 1;
  else return null;
  if (is(tokens[next], "half_word") && word(tokens, next) === "-") next += 2;
  if (is(tokens[next], "genitive") || is(tokens[next], "goal_mark")) next += 1;
  if (
    is(tokens[next], "definite_article") ||
    is(tokens[next], "this_word") ||
    is(tokens[next], "last_word")
  )
    next += 1;
  const date = spotCalendar(tokens, next);
  if (date !== null) return date.next;
  if (is(tokens[next], "year_word")) return next + 1;
  if (/^(?:19|20)\d\d$/.test(tokens[next]?.text ?? "")) return next + 1;
  return next;
}

/** `between 2015 and 2020`, `from January to May`, `from 2019 to 2023`. */
function endOfBetween(tokens: readonly ReadToken[], at: number): number | null {
  if (!is(tokens[at], "between_word") && !is(tokens[at], "source_mark")) return null;
  const first = spotCalendar(tokens, at + 1);
  if (first === null) return null;
  const { type } = first.expression;
  if (type !== "month" && type !== "year" && type !== "day") return null;
  if (
    !is(tokens[first.next], "additive") &&
    !is(tokens[first.next], "goal_mark") &&
    !is(tokens[first.next], "until_words") &&
    !is(tokens[first.next], "through_word")
  )
    return null;
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
  if (!is(tokens[at], "year_word") && !is(tokens[at], "months_word")) return null;
  if (!is(tokens[at + 1], "goal_mark") && !is(tokens[at + 1], "ending_word")) return null;
  return spotCalendar(tokens, at + 2)?.next ?? null;
}

/** `so far this year`, `this year`, `each year`, `a year`, `per month`. */
function endOfSoFar(tokens: readonly ReadToken[], at: number): number | null {
  if (is(tokens[at], "so_word") && is(tokens[at + 1], "far_word")) {
    const more = is(tokens[at + 2], "period_so_far") && tokens[at + 3] !== undefined;
    return more ? at + 4 : at + 2;
  }
  if (is(tokens[at], "period_each") && unitOf(tokens[at + 1]) !== undefined) return at + 2;
  return null;
}

/** `in six months`, `within four days`, `in three years`. */
function endOfSpan(tokens: readonly ReadToken[], at: number): number | null {
  if (!is(tokens[at], "inside_mark") && !is(tokens[at], "within_word")) return null;
  const half =
    is(tokens[at + 1], "under_word") || is(tokens[at + 1], "just_word") ? at + 2 : at + 1;
  if (!isCount(tokens, half)) return null;
  return isUnit(tokens[half + 1]) && !is(tokens[half + 2], "after_moment") ? half + 2 : null;
}
