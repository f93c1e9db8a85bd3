import type { Phrase } from "./phrase.js";
import { expression, type Place } from "./place.js";

type Parts = readonly (string | Phrase)[];

const TEXTS = [
  "''",
  "'a'",
  "'b'",
  "'ab'",
  "'aba'",
  '"Q"',
  "'Äß'",
  "'İ'",
  "' x '",
  "'1'",
  "'1.5'",
  "'true'",
  "'a.b'",
  "'\\''",
  "'\\u00e9'",
  "'𝄞x'",
] as const;
const DAYS = [
  "date('2024-02-29')",
  "date('2023-12-31')",
  "date('1999-01-04')",
  "date('2024-W01-1')",
  "date({year: 2024, ordinalDay: 60})",
  "date('2024-03')",
] as const;
const DURATIONS = [
  "duration('P1M')",
  "duration('P1D')",
  "duration({days: 30})",
  "duration('P1Y2M')",
  "duration({months: 1.5})",
  "duration('PT36H')",
] as const;
const UNITS = ["month", "year", "week", "quarter", "day", "decade", "weekYear"] as const;

export function drawText(place: Place): Parts {
  const { draw, scope } = place;
  if (place.depth <= 0) return [draw.one(TEXTS)];
  const text = (): Phrase => expression(place, "text");
  const int = (): Phrase => expression(place, "int");
  const rel = draw.any(scope.names("rel"));
  return draw.way<Parts>([
    [4, () => [draw.one(TEXTS)]],
    [
      3,
      () => [
        "(",
        text(),
        " + ",
        draw.chance(0.8) ? text() : expression(place, draw.one(["int", "float", "truth"] as const)),
        ")",
      ],
    ],
    [1, () => ["(", text(), " || ", text(), ")"]],
    [
      2,
      () => [
        `${draw.one(["toUpper", "toLower", "trim", "lTrim", "rTrim", "reverse"] as const)}(`,
        text(),
        ")",
      ],
    ],
    [
      1,
      () => [
        "substring(",
        text(),
        ", ",
        draw.one(["0", "1", "2", "5"] as const),
        draw.chance(0.5) ? "" : `, ${draw.whole(0, 3)}`,
        ")",
      ],
    ],
    [
      0.5,
      () => [
        `${draw.one(["left", "right"] as const)}(`,
        text(),
        ", ",
        draw.chance(0.9) ? String(draw.whole(0, 4)) : int(),
        ")",
      ],
    ],
    [1, () => ["replace(", text(), ", ", text(), ", ", text(), ")"]],
    [
      2,
      () => [
        "toString(",
        expression(place, draw.one(["int", "float", "truth", "day", "text"] as const)),
        ")",
      ],
    ],
    [0.5, () => ["toStringOrNull(", expression(place, "mixed"), ")"]],
    [1, () => ["split(", text(), ", ", text(), `)[${draw.whole(0, 1)}]`]],
    [rel === null ? 0 : 2, () => [`type(${rel})`]],
    [0.5, () => ["valueType(", expression(place, "mixed"), ")"]],
  ]);
}

export function drawDay(place: Place): Parts {
  const { draw } = place;
  if (place.depth <= 0) return [draw.one(DAYS)];
  const day = (): Phrase => expression(place, "day");
  return draw.way<Parts>([
    [4, () => [draw.one(DAYS)]],
    [2, () => ["(", day(), draw.one([" + ", " - "] as const), draw.one(DURATIONS), ")"]],
    [1, () => [`date.truncate('${draw.one(UNITS)}', `, day(), ")"]],
    [
      0.5,
      () => [
        "date({date: ",
        day(),
        `, ${draw.one(["day: 1", "month: 2", "year: 2023", "dayOfWeek: 3"] as const)}})`,
      ],
    ],
    [0.5, () => ["(", day(), " + duration.between(", day(), ", ", day(), "))"]],
  ]);
}
