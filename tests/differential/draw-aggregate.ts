import type { Draw } from "./draw.js";
import { drawExpression } from "./draw-expression.js";
import { drawSubquery } from "./draw-pattern.js";
import type { Phrase } from "./phrase.js";
import { expression, type Place } from "./place.js";
import type { Scope, Variable } from "./scope.js";

const DEPTH = 3;

/** A place for a whole expression. */
export function placeOf(draw: Draw, scope: Scope, depth = DEPTH): Place {
  return { draw, scope, depth, ways: { expression: drawExpression, subquery: drawSubquery } };
}

/** An aggregate whose value does not depend on the order of rows. */
export function gathered(
  draw: Draw,
  scope: Scope,
): { readonly parts: readonly (string | Phrase)[]; readonly meant: Variable["meant"] } {
  const place = placeOf(draw, scope, 2);
  const distinct = draw.chance(0.3) ? "DISTINCT " : "";
  return draw.way<{ parts: readonly (string | Phrase)[]; meant: Variable["meant"] }>([
    [2, () => ({ parts: ["count(*)"], meant: "int" })],
    [2, () => ({ parts: [`count(${distinct}`, expression(place, "mixed"), ")"], meant: "int" })],
    [1, () => ({ parts: [`sum(${distinct}`, expression(place, "int"), ")"], meant: "int" })],
    [
      1,
      () => ({
        parts: [`${draw.one(["min", "max"] as const)}(`, expression(place, "int"), ")"],
        meant: "int",
      }),
    ],
    [
      1,
      () => ({
        parts: [`${draw.one(["min", "max"] as const)}(`, expression(place, "mixed"), ")"],
        meant: "mixed",
      }),
    ],
    [0.5, () => ({ parts: ["avg(", expression(place, "int"), ")"], meant: "float" })],
    [2, () => ({ parts: [`collect(${distinct}`, expression(place, "int"), ")"], meant: "bag" })],
    [
      1.5,
      () => ({
        parts: [
          "percentileDisc(",
          expression(place, "int"),
          ", ",
          draw.one(["0", "0.5", "1.0"] as const),
          ")",
        ],
        meant: "int",
      }),
    ],
    [
      0.3,
      () => ({ parts: ["percentileCont(", expression(place, "int"), ", 0.5)"], meant: "float" }),
    ],
  ]);
}
