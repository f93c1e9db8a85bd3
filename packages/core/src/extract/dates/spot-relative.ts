import { SMALL_NUMBERS } from "../quantities/number-words.js";
import { is, type ReadToken } from "../stream/read-tokens.js";
import type { DateExpression, SpottedDate } from "./date-expression.js";
import { OFFSET_UNITS } from "./date-words.js";

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
  const text = word(tokens, at);
  if (text === "yesterday")
    return { expression: offset("day", -1, "report"), from: at, next: at + 1 };
  if (text === "today" || text === "tonight") {
    return { expression: offset("day", 0, "report"), from: at, next: at + 1 };
  }
  const same = text === "same" ? at : at + 1;
  const unit = OFFSET_UNITS.get(word(tokens, same + 1)) ?? partUnit(tokens[same + 1]);
  if (word(tokens, same) !== "same" || unit === undefined) return null;
  return { expression: offset(unit, 0, "told"), from: at, next: same + 2 };
}

const partUnit = (token: ReadToken | undefined): "day" | undefined =>
  is(token, "day_parts") ? "day" : undefined;

/** `last week`, `this month`, `last night`, `this morning`. */
function spotLast(tokens: readonly ReadToken[], at: number): SpottedDate | null {
  const lead = word(tokens, at);
  if (!is(tokens[at], "last_word") && lead !== "this") return null;
  const text = word(tokens, at + 1);
  const unit = OFFSET_UNITS.get(text) ?? partUnit(tokens[at + 1]);
  if (unit === undefined || (text.endsWith("s") && unit !== "day")) return null;
  if (text === "days" || text === "nights") return null;
  const night = is(tokens[at], "last_word") && (text === "night" || text === "evening");
  const count = night ? -1 : is(tokens[at], "last_word") ? -1 : 0;
  return { expression: offset(unit, count, "report"), from: at, next: at + 2 };
}

/** `two days ago`, `a week later`, `three months earlier`. */
function spotCounted(tokens: readonly ReadToken[], at: number): SpottedDate | null {
  const text = word(tokens, at);
  const count =
    is(tokens[at], "indefinite_article") || text === "one"
      ? 1
      : (SMALL_NUMBERS.get(text) ?? digits(tokens, at));
  if (count === null) return null;
  const unit = OFFSET_UNITS.get(word(tokens, at + 1));
  if (unit === undefined) return null;
  const direction = word(tokens, at + 2);
  if (direction === "ago") return spotted(offset(unit, -count, "report"), at);
  if (direction === "later" || direction === "afterwards") {
    return spotted(offset(unit, count, "told"), at);
  }
  if (direction === "earlier" || direction === "before") {
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
  const lead = word(tokens, at + 1);
  const unit = OFFSET_UNITS.get(word(tokens, at + 2)) ?? partUnit(tokens[at + 2]);
  if (unit !== undefined && (lead === "next" || lead === "following")) {
    return spotted(offset(unit, 1, "told"), at);
  }
  if (unit !== undefined && (lead === "previous" || lead === "preceding")) {
    return spotted(offset(unit, -1, "told"), at);
  }
  const own = OFFSET_UNITS.get(lead);
  if (own === undefined || word(tokens, at + 2) !== "before") return null;
  return spotted(offset(own, -1, "told"), at);
}
