import type { Draw } from "./draw.js";
import type { Phrase } from "./phrase.js";
import type { Meant, Scope } from "./scope.js";

/** Where an expression is drawn: what may be used, and how many storeys are left. */
export interface Place {
  readonly draw: Draw;
  readonly scope: Scope;
  readonly depth: number;
  /** How what stands inside is drawn; kept here since expressions and patterns hold each other. */
  readonly ways: {
    readonly expression: (place: Place, meant: Meant) => Phrase;
    readonly subquery: (place: Place) => Phrase;
  };
}

/** An expression that mostly is what it is meant to be. */
export function expression(place: Place, meant: Meant): Phrase {
  return place.ways.expression(place, meant);
}

/** `{ … }` of EXISTS and COUNT. */
export function subquery(place: Place): Phrase {
  return place.ways.subquery(place);
}
