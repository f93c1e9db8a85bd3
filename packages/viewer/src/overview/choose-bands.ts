import { type Band, type Crossing, FLOWS, type Flow, type Thresholds } from "../scene/overview.js";
import type { SceneContent } from "../scene/scene.js";
import { independentSources } from "./independent-sources.js";

/** Most bands of a kind between regions, and of all kinds inside them. */
const MOST: Readonly<Record<Flow, number>> = { route: 12, cooperation: 9, network: 4, abroad: 3 };
const MOST_INSIDE = 16;
/** Independent sources without which nothing is a band. */
const FEWEST = 2;

/** Bands, and from how many sources each kind has one. */
export interface ChosenBands {
  readonly bands: readonly Band[];
  readonly thresholds: Thresholds;
}

/**
 * What is drawn as a band: each crossing at the finest grain at which two independent sources carry
 * it, states before regions. Where a kind has more than its budget its threshold rises until it fits;
 * all else stays a stroke of its grounds. `hasGround` tells the states that a band can reach.
 */
export function chooseBands(
  content: SceneContent,
  crossings: readonly Crossing[],
  regionAt: (state: number) => number,
  hasGround: (state: number) => boolean,
): ChosenBands {
  const isInside = ({ from, to }: Crossing) => regionAt(from) === regionAt(to);
  const fine = crossings.flatMap((crossing, at) => {
    const { from, to, sources } = crossing;
    const drawn = sources >= FEWEST && hasGround(from) && hasGround(to);
    return drawn ? [{ ...stateBand(content, crossing, at), inside: isInside(crossing) }] : [];
  });
  const taken = new Set(fine.flatMap((band) => band.crossings));
  const rest = crossings.flatMap((crossing, at) =>
    taken.has(at) || isInside(crossing) ? [] : [[crossing, at] as const],
  );
  const coarse = regionBands(content, crossings, rest, regionAt).map((band) => ({
    ...band,
    inside: false,
  }));
  const all = [...fine, ...coarse].filter(({ sources }) => sources >= FEWEST);
  const thresholds = Object.fromEntries(
    FLOWS.map((flow) => {
      const between = all.filter((band) => band.flow === flow && !band.inside);
      return [
        flow,
        thresholdFor(
          between.map(({ sources }) => sources),
          MOST[flow],
        ),
      ];
    }),
  ) as Record<Flow, number>;
  const inside = all.filter((band) => band.inside);
  const least = thresholdFor(
    inside.map(({ sources }) => sources),
    MOST_INSIDE,
  );
  const bands = all
    .filter((band) => band.sources >= (band.inside ? least : thresholds[band.flow]))
    .map(({ inside: _, ...band }) => band)
    .sort((a, b) => b.sources - a.sources || b.crossings.length - a.crossings.length);
  return { bands, thresholds };
}

/** The fewest sources from which no more than `most` bands are left. */
function thresholdFor(sources: readonly number[], most: number): number {
  const order = [...sources].sort((a, b) => b - a);
  const first = order[most];
  return first === undefined ? FEWEST : first + 1;
}

function stateBand(content: SceneContent, crossing: Crossing, at: number): Band {
  const { flow, from, to, sources } = crossing;
  return {
    ...{ flow, grain: "state", from, to, crossings: [at], sources },
    word: wordOf(content, [crossing]),
  };
}

function regionBands(
  content: SceneContent,
  crossings: readonly Crossing[],
  rest: readonly (readonly [Crossing, number])[],
  regionAt: (state: number) => number,
): readonly Band[] {
  const groups = new Map<string, number[]>();
  for (const [{ flow, from, to }, at] of rest) {
    const ends = [regionAt(from), regionAt(to)];
    if (flow === "cooperation" || flow === "network") ends.sort((a, b) => a - b);
    const key = [flow, ...ends].join(" ");
    groups.set(key, [...(groups.get(key) ?? []), at]);
  }
  return [...groups].map(([key, members]) => {
    const [flow = "route", from, to] = key.split(" ");
    const held = members.flatMap((at) => crossings[at] ?? []);
    const most = held.reduce((sum, { sources }) => sum + sources, 0);
    const edges = held.flatMap((one) => one.edges.flatMap((at) => content.edges[at] ?? []));
    return {
      flow: flow as Flow,
      grain: "region",
      from: Number(from),
      to: Number(to),
      crossings: members,
      sources: Math.min(most, independentSources(edges)),
      word: wordOf(content, held),
    };
  });
}

/** The goods that most of some routes carry. */
function wordOf({ nodes }: SceneContent, crossings: readonly Crossing[]): string | null {
  const counts = new Map<number, number>();
  for (const { flow, about, sources } of crossings) {
    if (flow !== "route") return null;
    for (const one of about) counts.set(one, (counts.get(one) ?? 0) + sources);
  }
  const [best] = [...counts].sort(([a, x], [b, y]) => y - x || a - b);
  const goods = best === undefined ? undefined : nodes[best[0]];
  if (goods === undefined) return null;
  // The short form that reports use is the beginning of the name.
  const short = [...goods.aliases, ...goods.knownAs].filter(
    (alias) => alias.length > 2 && goods.name.toLowerCase().startsWith(alias.toLowerCase()),
  );
  return [goods.name, ...short].reduce((a, b) => (b.length < a.length ? b : a));
}
