import { badArgument } from "../values/value-error.js";
import { argument, integerArgument, textArgument } from "./argument.js";
import type { CypherFunction } from "./cypher-function.js";
import { formatDatePattern, parseDatePattern } from "./date-pattern.js";
import { defineStrict } from "./define-function.js";

const DEFAULT_PATTERN = "yyyy-MM-dd HH:mm:ss";
const UNIT_MS: ReadonlyMap<string, number> = new Map([
  ["ms", 1],
  ["milli", 1],
  ["millis", 1],
  ["milliseconds", 1],
  ["s", 1000],
  ["second", 1000],
  ["seconds", 1000],
  ["m", 60_000],
  ["minute", 60_000],
  ["minutes", 60_000],
  ["h", 3_600_000],
  ["hour", 3_600_000],
  ["hours", 3_600_000],
  ["d", 86_400_000],
  ["day", 86_400_000],
  ["days", 86_400_000],
]);

function unitOf(unit: string): number {
  const size = UNIT_MS.get(unit);
  if (size === undefined) {
    throw badArgument(`\`${unit}\` is no unit of time. Write ms, s, m, h or d.`);
  }
  return size;
}

export const APOC_DATE_FUNCTIONS: readonly CypherFunction[] = [
  defineStrict(
    "apoc.date.format(time, unit?, pattern?) → a moment counted from 1970 as text, in UTC",
    (args) => {
      const unit = args.length > 1 ? textArgument("apoc.date.format", args, 1) : "ms";
      const pattern = args.length > 2 ? textArgument("apoc.date.format", args, 2) : DEFAULT_PATTERN;
      const time = integerArgument("apoc.date.format", args, 0) * unitOf(unit);
      return formatDatePattern(time, pattern);
    },
    1,
    3,
  ),
  defineStrict(
    "apoc.date.parse(text, unit?, pattern?) → the moment in the text, counted from 1970",
    (args) => {
      const unit = argument(args, 1) === null ? "ms" : textArgument("apoc.date.parse", args, 1);
      const pattern = args.length > 2 ? textArgument("apoc.date.parse", args, 2) : DEFAULT_PATTERN;
      const moment = parseDatePattern(textArgument("apoc.date.parse", args, 0), pattern);
      return Math.floor(moment / unitOf(unit));
    },
    1,
    3,
  ),
];
