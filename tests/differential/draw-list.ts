import type { Phrase } from "./phrase.js";
import { expression, type Place } from "./place.js";

type Parts = readonly (string | Phrase)[];

export function drawList(place: Place): Parts {
  const { draw, scope } = place;
  const int = (): Phrase => expression(place, "int");
  const list = (): Phrase => expression(place, "ints");
  if (place.depth <= 0)
    return [
      draw.one([
        "[]",
        "[1]",
        "[1, 2]",
        "[1, 2, 3]",
        "[3, null, 1]",
        "[1, null]",
        "range(0, 3)",
      ] as const),
    ];
  const path = draw.any(scope.names("path"));
  return draw.way<Parts>([
    [2, () => ["[", int(), ", ", int(), ...(draw.chance(0.4) ? [", ", int()] : []), "]"]],
    [
      2,
      () => [
        // Neo4j starts a list that runs the wrong way with its first number where the step is longer.
        `range(${draw.whole(-2, 1)}, ${draw.whole(1, 5)}`,
        draw.chance(0.3) ? `, ${draw.one(["2", "1", "3"] as const)})` : ")",
      ],
    ],
    [1, () => ["(", list(), " + ", draw.chance(0.7) ? list() : int(), ")"]],
    [1, () => [`${draw.one(["tail", "reverse"] as const)}(`, list(), ")"]],
    [1, () => [list(), `[${draw.one(["0..1", "1..", "..2", "-2..", "0..-1", "5..9"] as const)}]`]],
    [2, () => comprehension(place, "int")],
    [path === null ? 0 : 1, () => [`[x IN nodes(${path}) | x.k]`]],
    [path === null ? 0 : 1, () => [`[x IN relationships(${path}) | x.i]`]],
  ]);
}

export function drawTexts(place: Place): Parts {
  const { draw } = place;
  const text = (): Phrase => expression(place, "text");
  if (place.depth <= 0)
    return [draw.one(["[]", "['a']", "['a', 'b']", "['b', null, 'a']"] as const)];
  return draw.way<Parts>([
    [2, () => ["[", text(), ", ", text(), "]"]],
    [1, () => ["split(", text(), ", ", text(), ")"]],
    [1, () => ["(", expression(place, "texts"), " + ", text(), ")"]],
    [1, () => comprehension(place, "text")],
    [0.5, () => ["toStringList(", expression(place, "ints"), ")"]],
  ]);
}

/** `[x IN list WHERE test | value]`, its parts left out now and then. */
function comprehension(place: Place, made: "int" | "text"): Parts {
  const { draw, scope } = place;
  const each = scope.fresh("e");
  const from = draw.chance(0.8) ? made : draw.one(["int", "text"] as const);
  const inner = { ...place, scope: scope.with({ name: each, meant: from }) };
  return [
    `[${each} IN `,
    expression(place, from === "int" ? "ints" : "texts"),
    ...(draw.chance(0.5) ? [" WHERE ", expression(inner, "truth")] : []),
    ...(from !== made || draw.chance(0.5) ? [" | ", expression(inner, made)] : []),
    "]",
  ];
}

export function drawMap(place: Place): Parts {
  const { draw, scope } = place;
  const node = draw.any(scope.names("node"));
  const value = (): Phrase =>
    expression(place, draw.one(["int", "text", "truth", "mixed"] as const));
  return draw.way<Parts>([
    [3, () => ["{x: ", value(), ", y: ", value(), "}"]],
    [1, () => ["{}"]],
    [
      node === null ? 0 : 2,
      () => [`${node} {${draw.one([".k, .i", ".*", ".s, .absent"] as const)}, z: `, value(), "}"],
    ],
    [node === null ? 0 : 1, () => [`properties(${node})`]],
  ]);
}
