// Chains worth following, for a reader who does not know yet what to ask: from one who acts, over a
// border, to another state. Ends are chosen by how well a walk can join them; the chains themselves
// are those that the search finds for these ends, so that asking for one gives the same.
import type { EntityRole, RelationRole, Schema } from "../../model/schema.js";
import type { TraceGraph, TraceGraphLink } from "../graph/trace-graph.js";
import { arcTableOf } from "./arc-table.js";
import type { Chain } from "./chain.js";
import { type ChainReach, chainReach } from "./chain-filter.js";
import { findChains } from "./find-chains.js";

const MOST_HOPS = 4;
/** Pairs of ends looked at for each chain wanted, and of these how many from one start. */
const TRIED = 20;
const FROM_ONE = 3;

/** What a chain is worth to a reader; weighed by eye on the example and two larger cases. */
const WORTH = {
  border: 1.6,
  oneStory: 2.2,
  change: -1.5,
  hop: -0.6,
  weakest: 2,
  source: 1,
  action: 1.7,
  group: 0.7,
  origin: 0.8,
} as const;
const MOST_SOURCES = 3;
/** Last links that tell where goods come from. */
const ORIGINS: readonly (RelationRole | null)[] = ["made-in", "moved-from"];
/** Stops shared from which two chains are too much alike, as a share of the shorter one. */
const ALIKE = 0.6;

/**
 * Chains worth following, best first: over many borders, told by few reports and many sources, short,
 * led over actions and groups; no two from one start, none that shares most stops with a better one.
 */
export function suggestChains(graph: TraceGraph, schema: Schema, count: number): readonly Chain[] {
  const found = likelyEnds(graph, count * TRIED).flatMap(([from, to]) => {
    const { chains } = findChains(graph, from, to, { limit: 1, maxHops: MOST_HOPS });
    return chains.filter(({ hops, borders }) => hops.length > 1 && borders > 0);
  });
  const ranked = found
    .map((chain) => ({ chain, worth: worthOf(graph, schema, chain) }))
    .sort((a, b) => b.worth - a.worth || byStops(a.chain, b.chain));
  const chosen: Chain[] = [];
  for (const { chain } of ranked) {
    if (chosen.length >= count) break;
    if (chosen.every((other) => !isAlike(chain, other))) chosen.push(chain);
  }
  return chosen;
}

/** Pairs of an actor and a foreign state that a walk joins, the strongest and shortest first. */
function likelyEnds(graph: TraceGraph, most: number): readonly (readonly [number, number])[] {
  const pairs: { from: number; to: number; rank: number }[] = [];
  graph.nodes.forEach(({ isState }, to) => {
    if (isState === null) return;
    const ranks = walksTo(graph, to);
    graph.nodes.forEach(({ acts, states }, from) => {
      const rank = ranks[from] ?? 0;
      if (acts && rank > 0 && states.length > 0 && !states.includes(isState)) {
        pairs.push({ from, to, rank });
      }
    });
  });
  pairs.sort((a, b) => b.rank - a.rank || a.from - b.from || a.to - b.to);
  const taken = new Map<number, number>();
  const chosen: (readonly [number, number])[] = [];
  for (const { from, to } of pairs) {
    const before = taken.get(from) ?? 0;
    if (chosen.length >= most) break;
    if (before >= FROM_ONE) continue;
    taken.set(from, before + 1);
    chosen.push([from, to]);
  }
  return chosen;
}

/** For each node how strong the weakest link of the best walk to a goal is, less a little a hop. */
function walksTo(graph: TraceGraph, goal: number): readonly number[] {
  const reach = chainReach(graph, "linked", {});
  const best = graph.nodes.map(() => 0);
  let reached: ReadonlyMap<number, number> = new Map([[goal, Number.MAX_SAFE_INTEGER]]);
  for (let hops = 1; hops <= MOST_HOPS; hops += 1) {
    const walked = stepBack(graph, reach, goal, reached);
    for (const [node, weakest] of walked) {
      const rank = weakest * (1 - hops / 100);
      if (hops > 1 && rank > (best[node] ?? 0)) best[node] = rank;
    }
    reached = new Map([...walked].filter(([node]) => reach.mayPass[node] === true));
  }
  return best;
}

/** How strong the weakest link is of the best walk with one hop more, for each node it can start at. */
function stepBack(
  graph: TraceGraph,
  { mayFollow }: ChainReach,
  goal: number,
  reached: ReadonlyMap<number, number>,
): ReadonlyMap<number, number> {
  const { leaving, to, strength } = arcTableOf(graph);
  const next = new Map<number, number>();
  for (const [node, weakest] of reached) {
    for (const arc of leaving[node] ?? []) {
      const neighbour = to[arc] ?? 0;
      if (neighbour === goal || mayFollow[arc >> 1] !== true) continue;
      const left = Math.min(weakest, strength[arc >> 1] ?? 0);
      if (left > (next.get(neighbour) ?? 0)) next.set(neighbour, left);
    }
  }
  return next;
}

function worthOf(graph: TraceGraph, schema: Schema, chain: Chain): number {
  const links = chain.hops.flatMap(({ link }) => graph.links[link] ?? []);
  const roles = new Set<EntityRole | null>(
    chain.stops.map((stop) => schema.roleOf(graph.nodes[stop]?.kind ?? "")),
  );
  const sources = links.reduce((sum, link) => sum + Math.min(MOST_SOURCES, link.sources), 0);
  const last = schema.relationRoleOf(links.at(-1)?.type ?? "");
  return (
    chain.borders * WORTH.border +
    storyWorth(links, chain.changes) +
    (sources / links.length) * WORTH.source +
    Math.min(...links.map(sureness)) * WORTH.weakest +
    (roles.has("operation") ? WORTH.action : 0) +
    (roles.has("group") ? WORTH.group : 0) +
    (ORIGINS.includes(last) ? WORTH.origin : 0) +
    links.length * WORTH.hop
  );
}

/** What is alleged, planned or denied by somebody counts half. */
const sureness = ({ confidence, modality, deniedBy }: TraceGraphLink): number =>
  modality === "asserted" && deniedBy.length === 0 ? confidence : confidence / 2;

function storyWorth(links: readonly TraceGraphLink[], changes: number): number {
  const [first, ...rest] = links;
  const isOne = first?.documents.some((report) =>
    rest.every(({ documents }) => documents.includes(report)),
  );
  return isOne === true ? WORTH.oneStory : changes * WORTH.change;
}

/** True where two chains have the same start, or share most of their stops. */
function isAlike(a: Chain, b: Chain): boolean {
  if (a.stops[0] === b.stops[0]) return true;
  const shared = a.stops.filter((stop) => b.stops.includes(stop)).length;
  return shared / Math.min(a.stops.length, b.stops.length) > ALIKE;
}

function byStops(a: Chain, b: Chain): number {
  for (let at = 0; at < Math.max(a.stops.length, b.stops.length); at += 1) {
    const order = (a.stops[at] ?? -1) - (b.stops[at] ?? -1);
    if (order !== 0) return order;
  }
  return 0;
}
