import type { DateRange } from "../../model/date-range.js";
import { is, type ReadToken } from "../words/read-tokens.js";
import { dayRange, epochDay, isoDay, parseIso, weekdayOf } from "./calendar.js";
import type { DateExpression, DateItem, SpottedDate } from "./date-expression.js";
import { type DateGround, resolveDate } from "./resolve-date.js";
import { spotCalendar } from "./spot-calendar.js";
import { spotPeriod } from "./spot-periods.js";
import { spotRelative } from "./spot-relative.js";

/**
 * The times of a sentence, in text order. `told` in the ground is the date told before the
 * sentence; within it each date becomes the ground of the next. Linear time.
 */
export function scanDates(tokens: readonly ReadToken[], ground: DateGround): DateItem[] {
  const found: DateItem[] = [];
  let told = ground.told;
  let at = 0;
  while (at < tokens.length) {
    const spotted = spotAt(tokens, at);
    if (spotted === null) {
      at += 1;
      continue;
    }
    const { item, next } = readSpotted(tokens, spotted, { ...ground, told });
    found.push(item);
    told = item.date ?? told;
    at = next;
  }
  return found;
}

function spotAt(tokens: readonly ReadToken[], at: number): SpottedDate | null {
  const spotted = spotPeriod(tokens, at) ?? spotRelative(tokens, at) ?? spotCalendar(tokens, at);
  return spotted === null ? null : (spotDayOf(tokens, spotted) ?? spotted);
}

/** `Saturday, 15 February`, `Monday (10 March 2025)`: the day that a weekday only names again. */
function spotDayOf(tokens: readonly ReadToken[], first: SpottedDate): SpottedDate | null {
  if (first.expression.type !== "weekday") return null;
  let at = first.next;
  while ([",", "(", "the"].includes(tokens[at]?.text ?? "")) at += 1;
  const day = spotCalendar(tokens, at);
  const { type } = day?.expression ?? {};
  return day !== null && (type === "day" || type === "numeric")
    ? { ...day, from: first.from }
    : null;
}

function readSpotted(
  tokens: readonly ReadToken[],
  spotted: SpottedDate,
  ground: DateGround,
): { item: DateItem; next: number } {
  const pair = spotPair(tokens, spotted);
  const next = pair?.next ?? spotted.next;
  const start = tokens[spotted.from]?.start ?? 0;
  const end = tokens[next - 1]?.end ?? start;
  const { expression } = spotted;
  const date =
    pair === null ? resolveDate(expression, ground) : resolvePair(expression, pair, ground);
  const item: DateItem = {
    start,
    end,
    kind: expression.type === "period" ? "period" : "point",
    date,
    telling: isTelling(expression),
    monthly: expression.type === "month",
  };
  return { item, next };
}

function isTelling(expression: DateExpression): boolean {
  if (expression.type !== "offset") return expression.type !== "period";
  return expression.base === "report" ? expression.unit !== "year" : true;
}

/** The second day of `Sunday and Monday`, `Tuesday to Wednesday`. */
function spotPair(tokens: readonly ReadToken[], first: SpottedDate): SpottedDate | null {
  if (first.expression.type !== "weekday") return null;
  if (
    !is(tokens[first.next], "additive") &&
    !is(tokens[first.next], "goal_mark") &&
    !is(tokens[first.next], "until_words") &&
    !is(tokens[first.next], "alternative")
  )
    return null;
  const second = spotCalendar(tokens, first.next + 1);
  return second?.expression.type === "weekday" ? second : null;
}

/** The first of two weekdays, counted back from the second. */
function resolvePair(
  first: DateExpression,
  second: SpottedDate,
  ground: DateGround,
): DateRange | null {
  const last = resolveDate(second.expression, ground);
  if (last?.value == null || first.type !== "weekday") return last;
  const { year, month, day } = parseIso(last.value);
  if (month === null || day === null) return last;
  const end = epochDay(year, month, day);
  const start = end - ((weekdayOf(end) - first.weekday + 7) % 7);
  return { ...dayRange(start), to: isoDay(end) };
}
