import type { Phrase } from "./phrase.js";
import { expression, type Place, subquery } from "./place.js";

type Parts = readonly (string | Phrase)[];

const SMALL = ["0", "1", "2", "3", "5", "-1", "10"] as const;
const LARGE = [
  "9007199254740991",
  "9007199254740993",
  "-9223372036854775808",
  "4611686018427387904",
] as const;
const FLOATS = ["0.0", "0.5", "1.0", "-1.5", "2.25", "1e3", "-0.0", "1e308", "0.1"] as const;
const PLACES = ["0", "1", "2"] as const;
const MODES = ["UP", "DOWN", "CEILING", "FLOOR", "HALF_UP", "HALF_DOWN", "HALF_EVEN"] as const;
const DATE_PARTS = [
  "year",
  "month",
  "day",
  "week",
  "dayOfWeek",
  "ordinalDay",
  "quarter",
  "weekYear",
  "dayOfQuarter",
] as const;

const literal = (place: Place): Parts => [
  place.draw.chance(0.06) ? place.draw.one(LARGE) : place.draw.one(SMALL),
];

export function drawInt(place: Place): Parts {
  if (place.depth <= 0) return literal(place);
  const { draw, scope } = place;
  const int = (): Phrase => expression(place, "int");
  const owner = draw.any([...scope.names("node"), ...scope.names("rel")]);
  const path = draw.any(scope.names("path"));
  const bag = draw.any(scope.names("bag"));
  return draw.way<Parts>([
    [4, () => literal(place)],
    [4, () => ["(", int(), draw.one([" + ", " - ", " * "] as const), int(), ")"]],
    [1, () => ["(", int(), draw.one([" / ", " % "] as const), int(), ")"]],
    [1, () => ["-", int()]],
    [1, () => ["abs(", int(), ")"]],
    [1, () => ["sign(", expression(place, draw.one(["int", "float"] as const)), ")"]],
    [2, () => ["size(", expression(place, draw.one(["ints", "texts", "text"] as const)), ")"]],
    [1, () => ["toInteger(", expression(place, draw.one(["text", "float", "int"] as const)), ")"]],
    [0.5, () => ["toIntegerOrNull(", expression(place, "mixed"), ")"]],
    [1, () => [expression(place, "day"), `.${draw.one(DATE_PARTS)}`]],
    [1, () => reduced(place)],
    [1, () => ["char_length(", expression(place, "text"), ")"]],
    [owner === null ? 0 : 2, () => [`${owner}.k`]],
    [path === null ? 0 : 3, () => [`length(${path})`]],
    [bag === null ? 0 : 2, () => [`size(${bag})`]],
    [1, () => ["COUNT ", subquery(place)]],
    [1, () => ["size(keys(", expression(place, "map"), "))"]],
  ]);
}

function reduced(place: Place): Parts {
  const sum = place.scope.fresh("t");
  const each = place.scope.fresh("e");
  const inner = place.scope.with({ name: sum, meant: "int" }, { name: each, meant: "int" });
  const step = expression({ ...place, scope: inner }, "int");
  return [
    `reduce(${sum} = `,
    expression(place, "int"),
    `, ${each} IN `,
    expression(place, "ints"),
    " | ",
    step,
    ")",
  ];
}

export function drawFloat(place: Place): Parts {
  const { draw } = place;
  if (place.depth <= 0) return [draw.one(FLOATS)];
  const float = (): Phrase => expression(place, "float");
  const number = (): Phrase => expression(place, draw.one(["int", "float"] as const));
  return draw.way<Parts>([
    [4, () => [draw.one(FLOATS)]],
    [
      3,
      () => ["(", float(), draw.one([" + ", " - ", " * ", " / ", " % "] as const), number(), ")"],
    ],
    [1, () => ["(", number(), draw.one([" + ", " - ", " * ", " / "] as const), float(), ")"]],
    [0.5, () => ["(", number(), " ^ ", draw.one(["2", "0.5", "-1", "0"] as const), ")"]],
    [1, () => ["toFloat(", expression(place, draw.one(["text", "int"] as const)), ")"]],
    [1, () => [`${draw.one(["ceil", "floor", "round", "abs", "sqrt"] as const)}(`, number(), ")"]],
    [1, () => ["round(", float(), ", ", draw.one(PLACES), ")"]],
    [0.5, () => ["round(", float(), ", ", draw.one(PLACES), `, '${draw.one(MODES)}')`]],
    [0.3, () => ["toFloatOrNull(", expression(place, "mixed"), ")"]],
  ]);
}
