import type { Crossing } from "../scene/overview.js";
import type { SceneContent } from "../scene/scene.js";
import { type ChosenBands, chooseBands } from "./choose-bands.js";
import { readCrossings } from "./crossings.js";
import { FEWEST_THINGS, MOST_GROUNDS, MOST_MARKS, UNITS } from "./measures.js";
import { regionOf } from "./regions.js";
import { readHoldings, type StateHoldings, type StatelessHoldings } from "./state-holdings.js";

/** All that the plates of one case share. */
export interface OverviewReading {
  readonly content: SceneContent;
  readonly crossings: readonly Crossing[];
  readonly chosen: ChosenBands;
  readonly states: readonly StateHoldings[];
  readonly stateless: StatelessHoldings;
  readonly regionAt: (state: number) => number;
  readonly grounds: ReadonlySet<number>;
  readonly unit: number;
}

/** Reads what an overview needs from a case, before anything has a place. */
export function readOverview(content: SceneContent): OverviewReading {
  const crossings = readCrossings(content);
  const regionAt = (state: number) => regionOf(content.nodes[state]?.isState ?? "");
  const plain = readHoldings(content, [], new Set());
  const grounds = new Set(
    plain.states
      .filter(({ total }) => total >= FEWEST_THINGS)
      .sort((a, b) => b.total - a.total || a.node - b.node)
      .slice(0, MOST_GROUNDS)
      .map(({ node }) => node),
  );
  const chosen = chooseBands(content, crossings, regionAt, (state) => grounds.has(state));
  const banded = new Set(chosen.bands.flatMap((band) => band.crossings));
  const { states, stateless } = readHoldings(content, crossings, banded);
  const marks = (unit: number) =>
    states
      .flatMap(({ rows }) => rows.flat())
      .reduce((sum, [, count]) => sum + Math.ceil(count / unit), 0);
  const unit = UNITS.find((one) => marks(one) <= MOST_MARKS) ?? UNITS.at(-1) ?? 1;
  return { content, crossings, chosen, states, stateless, regionAt, grounds, unit };
}
