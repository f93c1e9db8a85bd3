import { KEYS } from "./draw-graph.js";
import { drawList, drawMap, drawTexts } from "./draw-list.js";
import { drawFloat, drawInt } from "./draw-number.js";
import { drawDay, drawText } from "./draw-text.js";
import { drawTruth } from "./draw-truth.js";
import { type Phrase, phrase } from "./phrase.js";
import { expression, type Place } from "./place.js";
import type { Meant } from "./scope.js";

type Way = readonly [weight: number, make: () => Phrase];

const PLAIN: Readonly<Record<Meant, string>> = {
  int: "1",
  float: "0.5",
  text: "'a'",
  truth: "true",
  day: "date('2024-02-29')",
  ints: "[1, 2]",
  texts: "['a']",
  map: "{x: 1}",
  bag: "[1]",
  node: "null",
  rel: "null",
  path: "null",
  mixed: "1",
};

const DRAWN = {
  int: drawInt,
  float: drawFloat,
  text: drawText,
  truth: drawTruth,
  day: drawDay,
  ints: drawList,
  texts: drawTexts,
  map: drawMap,
} as const;

const VALUES = ["int", "float", "text", "truth", "day", "ints", "texts", "map"] as const;

/** How often something of another kind stands where a kind is meant, and how often null does. */
const STRAY = 0.02;
const NULL = 0.03;

/** An expression that mostly is what it is meant to be. */
export function drawExpression(place: Place, meant: Meant): Phrase {
  const { draw, scope } = place;
  // A condition that is none fails as soon as a planner looks at it, and no two planners look alike.
  const drawn = meant !== "truth" && draw.chance(STRAY) ? draw.one(VALUES) : meant;
  const deeper = { ...place, depth: place.depth - 1 };
  const names = scope.names(drawn);
  const kind = `a ${drawn}`;
  if (draw.chance(NULL)) return phrase(kind, ["null"]);
  if (drawn === "mixed") return mixed(place, names);
  if (!(drawn in DRAWN)) return phrase(kind, [draw.any(names) ?? "null"]);
  const own = DRAWN[drawn as keyof typeof DRAWN];
  const ways: Way[] = [
    [names.length > 0 ? 3 : 0, () => phrase(kind, [draw.any(names) ?? "null"])],
    [stored(place, drawn) === null ? 0 : 3, () => stored(place, drawn) ?? phrase(kind, ["null"])],
    [place.depth > 0 ? 1 : 0, () => choice(deeper, drawn, kind)],
    [12, () => phrase(kind, own(deeper))],
  ];
  const made = draw.way(ways);
  return { ...made, kind, plain: PLAIN[drawn] };
}

/** A property that holds the kind that is meant, of a node or relationship at hand. */
function stored({ draw, scope }: Place, meant: Meant): Phrase | null {
  const owner = draw.any([...scope.names("node"), ...scope.names("rel")]);
  if (owner === null) return null;
  const key = meant === "ints" ? KEYS.list : (KEYS as Readonly<Record<string, string>>)[meant];
  return key === undefined ? null : phrase(`a ${meant}`, [`${owner}.${key}`]);
}

/** CASE in both forms, and coalesce. */
function choice(place: Place, meant: Meant, kind: string): Phrase {
  const { draw } = place;
  const [one, other] = [expression(place, meant), expression(place, meant)];
  return draw.way<Phrase>([
    [2, () => phrase(kind, ["coalesce(", one, ", ", other, ")"])],
    [
      2,
      () =>
        phrase(kind, [
          "CASE WHEN ",
          expression(place, "truth"),
          " THEN ",
          one,
          ...(draw.chance(0.7) ? [" ELSE ", other] : []),
          " END",
        ]),
    ],
    [
      1,
      () => {
        const asked = draw.one(["int", "text", "mixed"] as const);
        const [head, when] = [expression(place, asked), expression(place, asked)];
        return phrase(kind, [
          "CASE ",
          head,
          " WHEN ",
          when,
          " THEN ",
          one,
          " ELSE ",
          other,
          " END",
        ]);
      },
    ],
    [1, () => phrase(kind, ["head([", one, ", ", other, "])"])],
    [1, () => phrase(kind, ["[", one, ", ", other, "][", String(draw.whole(-3, 2)), "]"])],
    [0.5, () => phrase(kind, ["nullIf(", one, ", ", other, ")"])],
  ]);
}

function mixed(place: Place, names: readonly string[]): Phrase {
  const { draw, scope } = place;
  const owner = draw.any([...scope.names("node"), ...scope.names("rel")]);
  return draw.way<Phrase>([
    [names.length > 0 ? 3 : 0, () => phrase("a mixed", [draw.any(names) ?? "null"])],
    [owner === null ? 0 : 3, () => phrase("a mixed", [`${owner}.${KEYS.mixed}`], "1")],
    [3, () => ({ ...expression(place, draw.one(VALUES)), kind: "a mixed" })],
  ]);
}
