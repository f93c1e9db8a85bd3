import type { CypherMap, CypherValue } from "../values/cypher-value.js";
import { isMap } from "../values/is-value.js";
import { buildDuration } from "../values/temporal/build-duration.js";
import {
  buildDate,
  buildDateTime,
  buildLocalDateTime,
  buildLocalTime,
  buildTime,
  type Clock,
  dateTimeFromEpoch,
  now,
} from "../values/temporal/build-temporal.js";
import {
  durationBetween,
  durationInDays,
  durationInMonths,
  durationInSeconds,
} from "../values/temporal/duration-between.js";
import {
  truncateDate,
  truncateDateTime,
  truncateLocalDateTime,
  truncateLocalTime,
  truncateTime,
} from "../values/temporal/truncate.js";
import { parseZone } from "../values/temporal/zone.js";
import { argument, integerArgument, textArgument } from "./argument.js";
import { clockOfStatement } from "./clock-of-statement.js";
import type { CypherFunction } from "./cypher-function.js";
import { defineFunction, defineStrict } from "./define-function.js";

type Build = (value: CypherValue, clock: Clock) => CypherValue;
type Truncate = (unit: string, value: CypherValue, map: CypherMap, clock: Clock) => CypherValue;

const EMPTY_MAP: CypherMap = new Map();
const CLOCKS = ["transaction", "statement", "realtime"] as const;

/**
 * `type()`, `type.transaction()` and its two kin, and `type.truncate()`. All three clocks are the one
 * of the statement, so that a run can be repeated.
 */
function family(type: string, what: string, build: Build, truncate: Truncate): CypherFunction[] {
  const name = `${type}.truncate`;
  return [
    defineStrict(
      `${type}(value?) → a ${what} from text, a map or another value; the current one without an argument`,
      (args, context) => {
        const clock = clockOfStatement(context);
        return args.length === 0 ? build(now(clock), clock) : build(argument(args, 0), clock);
      },
      0,
      1,
    ),
    ...CLOCKS.map((kind) =>
      defineStrict(
        `${type}.${kind}(zone?) → the current ${what}`,
        (args, context) => {
          const clock = clockOfStatement(context);
          const zone = args.length === 0 ? clock.zone : parseZone(textArgument(type, args, 0));
          return build(now(clock, zone), clock);
        },
        0,
        1,
      ),
    ),
    defineFunction(
      `${name}(unit, value?, fields?) → the ${what} at the start of the unit that holds the value`,
      (args, context) => {
        const clock = clockOfStatement(context);
        const unit = textArgument(name, args, 0);
        const value = args.length > 1 ? argument(args, 1) : now(clock);
        const fields = argument(args, 2);
        return truncate(unit, value, isMap(fields) ? fields : EMPTY_MAP, clock);
      },
      1,
      3,
    ),
  ];
}

const between = (
  signature: string,
  measure: (from: CypherValue, to: CypherValue) => CypherValue,
): CypherFunction =>
  defineStrict(signature, (args) => measure(argument(args, 0), argument(args, 1)), 2);

export const TEMPORAL_FUNCTIONS: readonly CypherFunction[] = [
  ...family("date", "date", buildDate, truncateDate),
  ...family("localtime", "time of day without offset", buildLocalTime, truncateLocalTime),
  ...family("time", "time of day", buildTime, truncateTime),
  ...family(
    "localdatetime",
    "date and time without offset",
    buildLocalDateTime,
    truncateLocalDateTime,
  ),
  ...family("datetime", "date and time", buildDateTime, truncateDateTime),
  defineStrict(
    "datetime.fromepoch(seconds, nanoseconds) → the moment so long after 1970 began",
    (args) =>
      dateTimeFromEpoch(
        integerArgument("datetime.fromepoch", args, 0),
        integerArgument("datetime.fromepoch", args, 1),
      ),
    2,
  ),
  defineStrict(
    "datetime.fromepochmillis(milliseconds) → the moment so long after 1970 began",
    (args) => {
      const millis = integerArgument("datetime.fromepochmillis", args, 0);
      const seconds = Math.floor(millis / 1000);
      return dateTimeFromEpoch(seconds, (millis - seconds * 1000) * 1_000_000);
    },
    1,
  ),
  defineStrict(
    "duration(value) → a duration from text or a map",
    (args) => buildDuration(argument(args, 0)),
    1,
  ),
  between("duration.between(from, to) → months, days and the rest between", durationBetween),
  between("duration.inMonths(from, to) → whole months between", durationInMonths),
  between("duration.inDays(from, to) → whole days between", durationInDays),
  between("duration.inSeconds(from, to) → seconds between", durationInSeconds),
  defineFunction(
    "timestamp() → milliseconds since 1970 began",
    (_args, { nowMs }) => Math.floor(nowMs),
    0,
  ),
];
