import { is, numberOf, type ReadToken } from "../words/read-tokens.js";
import type { DateExpression, SpottedDate } from "./date-expression.js";
import { unitOf } from "./date-words.js";

const word = (tokens: readonly ReadToken[], at: number): string => tokens[at]?.folded ?? "";

/** A time told from another: `yesterday`, `last week`, `a day later`, `the same day`. */
export function spotRelative(tokens: readonly ReadToken[], at: number): SpottedDate | null {
  return (
    spotFixed(tokens, at) ??
    spotLast(tokens, at) ??
    spotCounted(tokens, at) ??
    spotNeighbour(tokens, at)
  );
}

const offset = (
  unit: "day" | "week" | "month" | "year",
  count: number,
  base: "report" | "told",
): DateExpression => ({ type: "offset", unit, count, base });

function spotFixed(tokens: readonly ReadToken[], at: number): SpottedDate | null {
  if (is(tokens[at], "yesterday_words"))
    return { expression: offset("day", -1, "report"), from: at, next: at + 1 };
  if (is(tokens[at], "today_words")) {
    return { expression: offset("day", 0, "report"), from: at, next: at + 1 };
  }
  const same = is(tokens[at], "same_word") ? at : at + 1;
  const unit = unitOf(tokens[same + 1]) ?? partUnit(tokens[same + 1]);
  if (!is(tokens[same], "same_word") || unit === undefined) return null;
  return { expression: offset(unit, 0, "told"), from: at, next: same + 2 };
}

const partUnit = (token: ReadToken | undefined): "day" | undefined =>
  is(token, "day_parts") ? "day" : undefined;

/** `last week`, `this month`, `last night`, `this morning`. */
function spotLast(tokens: readonly ReadToken[], at: number): SpottedDate | null {
  if (!is(tokens[at], "last_word") && !is(tokens[at], "this_word")) return null;
  const text = word(tokens, at + 1);
  const unit = unitOf(tokens[at + 1]) ?? partUnit(tokens[at + 1]);
  if (unit === undefined || (text.endsWith("s") && unit !== "day")) return null;
  if (is(tokens[at + 1], "whole_days")) return null;
  const night = is(tokens[at], "last_word") && is(tokens[at + 1], "evening_words");
  const count = night ? -1 : is(tokens[at], "last_word") ? -1 : 0;
  return { expression: offset(unit, count, "report"), from: at, next: at + 2 };
}

/** `two days ago`, `a week later`, `three months earlier`. */
function spotCounted(tokens: readonly ReadToken[], at: number): SpottedDate | null {
  const count =
    is(tokens[at], "indefinite_article") || is(tokens[at], "one_word")
      ? 1
      : (numberOf(tokens[at], "cardinals") ?? digits(tokens, at));
  if (count === null) return null;
  const unit = unitOf(tokens[at + 1]);
  if (unit === undefined) return null;
  if (is(tokens[at + 2], "ago_words")) return spotted(offset(unit, -count, "report"), at);
  if (is(tokens[at + 2], "after_words")) {
    return spotted(offset(unit, count, "told"), at);
  }
  if (is(tokens[at + 2], "before_words")) {
    return spotted(offset(unit, -count, "told"), at);
  }
  return null;
}

const spotted = (expression: DateExpression, from: number): SpottedDate => ({
  expression,
  from,
  next: from + 3,
});

const digits = (tokens: readonly ReadToken[], at: number): number | null => {
  const token = tokens[at];
  return token?.kind === "number" && /^\d{1,3}$/.test(token.text) ? Number(token.text) : null;
};

/** `the next day`, `the following week`, `the day before`, `the previous month`. */
function spotNeighbour(tokens: readonly ReadToken[], at: number): SpottedDate | null {
  if (!is(tokens[at], "definite_article")) return null;
  const unit = unitOf(tokens[at + 2]) ?? partUnit(tokens[at + 2]);
  if (
    unit !== undefined &&
    (is(tokens[at + 1], "next_word") || is(tokens[at + 1], "following_words"))
  ) {
    return spotted(offset(unit, 1, "told"), at);
  }
  if (unit !== undefined && is(tokens[at + 1], "preceding_words")) {
    return spotted(offset(unit, -1, "told"), at);
  }
  const own = unitOf(tokens[at + 1]);
  if (own === undefined || !is(tokens[at + 2], "before_words")) return null;
  return spotted(offset(own, -1, "told"), at);
}
