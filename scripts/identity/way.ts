// How pairs are made: what a way draws with, and the states it draws.
import { STATES } from "./name-parts.js";

/** What a way draws with. */
export interface Draw {
  /** One of the items that belong to the half at hand. */
  readonly pick: <T>(items: readonly T[]) => T;
  readonly random: () => number;
}

export type Made = {
  readonly a: string;
  readonly b: string;
  readonly textA: string;
  readonly textB: string;
};

/** One way in which pairs are made. */
export interface Way {
  readonly kind: string;
  readonly how: string;
  readonly same: boolean;
  readonly count: number;
  readonly make: (draw: Draw) => Made;
}

export const made = (a: string, b: string, textA: string, textB: string): Made => ({
  a,
  b,
  textA,
  textB,
});

export interface State {
  readonly name: string;
  readonly demonym: string;
  readonly town: string;
  readonly other: string;
}

export const state = ({ pick }: Draw): State => {
  const [name = "", demonym = "", town = "", other = ""] = pick(STATES);
  return { name, demonym, town, other };
};

/** Two states that differ. */
export function twoStates(draw: Draw): readonly [State, State] {
  const first = state(draw);
  let second = state(draw);
  while (second.name === first.name) second = state(draw);
  return [first, second];
}
