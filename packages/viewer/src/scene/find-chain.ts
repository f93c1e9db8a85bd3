import type { Doubt, SceneChain, SceneEdge, SceneEvidence, SceneHop, SceneNode } from "./scene.js";

/** What a search for chains needs to know of a scene. */
export interface ChainGraph {
  readonly nodes: readonly Pick<SceneNode, "kind" | "grounds" | "isGround">[];
  readonly edges: readonly Pick<
    SceneEdge,
    "from" | "to" | "type" | "doubt" | "confidence" | "sources" | "evidence"
  >[];
  /** In order of number, from 1. */
  readonly evidence: readonly Pick<SceneEvidence, "document">[];
}

/** Which edges end at a node, as hops away from it. */
export type Hops = readonly (readonly (SceneHop & { readonly to: number })[])[];

/** What a hop costs beyond one step: doubt and single sources make a detour worth while. */
const DOUBT_COST: Readonly<Record<Doubt, number>> = {
  asserted: 0,
  attempted: 0.3,
  planned: 0.5,
  alleged: 0.8,
  denied: Number.POSITIVE_INFINITY,
};
const SINGLE_SOURCE_COST = 0.15;
/** What it costs that two hops in a row stand in no common report: they may be two stories. */
const OTHER_STORY_COST = 0.7;
/** What it costs to pass through a thing that joins much without meaning much. */
const PASSING_COST: Readonly<Record<string, number>> = {
  Country: Number.POSITIVE_INFINITY,
  Statistic: Number.POSITIVE_INFINITY,
  Drug: 1.8,
  Place: 1,
};

/** The hops away from each node, cheapest edge first between the same two. */
export function hopsOf({ nodes, edges }: ChainGraph): Hops {
  const hops: (SceneHop & { to: number })[][] = nodes.map(() => []);
  edges.forEach((edge, at) => {
    if (edge.from === edge.to) return;
    hops[edge.from]?.push({ edge: at, forward: true, to: edge.to });
    hops[edge.to]?.push({ edge: at, forward: false, to: edge.from });
  });
  return hops;
}

/** Distances from a start and the hop by which each node is reached. */
export interface ChainTree {
  readonly cost: readonly number[];
  readonly by: readonly ((SceneHop & { readonly from: number }) | null)[];
}

/**
 * Cheapest chains from a start to every node. States are never passed through: that two things
 * belong to one state is no link between them. O(nodes² + edges).
 */
export function chainTree(graph: ChainGraph, hops: Hops, start: number): ChainTree {
  const cost = graph.nodes.map(() => Number.POSITIVE_INFINITY);
  const by: ((SceneHop & { from: number }) | null)[] = graph.nodes.map(() => null);
  const done = new Set<number>();
  cost[start] = 0;
  for (let at = start; at >= 0; at = nearest(cost, done)) {
    done.add(at);
    const here = (cost[at] ?? 0) + (at === start ? 0 : passingCost(graph, hops, at));
    if (here === Number.POSITIVE_INFINITY) continue;
    const came = by[at]?.edge;
    for (const { edge, forward, to } of hops[at] ?? []) {
      const turn = came === undefined || shareReport(graph, came, edge) ? 0 : OTHER_STORY_COST;
      const next = here + turn + hopCost(graph, edge);
      if (next < (cost[to] ?? 0) - 1e-9) {
        cost[to] = next;
        by[to] = { edge, forward, from: at };
      }
    }
  }
  return { cost, by };
}

/** The chain from the tree's start to an end, or null where none leads there. */
export function chainTo(graph: ChainGraph, tree: ChainTree, end: number): SceneChain | null {
  const stops = [end];
  const hops: SceneHop[] = [];
  for (let hop = tree.by[end] ?? null; hop !== null; hop = tree.by[hop.from] ?? null) {
    stops.unshift(hop.from);
    hops.unshift({ edge: hop.edge, forward: hop.forward });
  }
  if (hops.length === 0) return null;
  return { stops, hops, borders: bordersOf(graph, stops) };
}

/** The cheapest chain between two nodes, or null. */
export function findChain(graph: ChainGraph, from: number, to: number): SceneChain | null {
  if (from === to) return null;
  return chainTo(graph, chainTree(graph, hopsOf(graph), from), to);
}

/** Fewest borders a walk along the stops can cross; stops of no state cross none. */
function bordersOf({ nodes }: ChainGraph, stops: readonly number[]): number {
  let here: readonly number[] = [];
  let borders = 0;
  for (const stop of stops) {
    const node = nodes[stop];
    const there = node === undefined ? [] : node.isGround === null ? node.grounds : [node.isGround];
    if (there.length === 0) continue;
    const shared = here.filter((ground) => there.includes(ground));
    if (here.length > 0 && shared.length === 0) borders += 1;
    here = shared.length > 0 ? shared : there;
  }
  return borders;
}

/** True where two edges are told in one report. */
export function shareReport(graph: ChainGraph, a: number, b: number): boolean {
  const own = new Set(reportsOf(graph, a));
  return reportsOf(graph, b).some((report) => own.has(report));
}

/** Indexes of the reports that tell an edge. */
export function reportsOf({ edges, evidence }: ChainGraph, edge: number): readonly number[] {
  const numbers = edges[edge]?.evidence ?? [];
  return [...new Set(numbers.flatMap((number) => evidence[number - 1]?.document ?? []))];
}

function nearest(cost: readonly number[], done: ReadonlySet<number>): number {
  let best = -1;
  for (let at = 0; at < cost.length; at += 1) {
    const value = cost[at] ?? Number.POSITIVE_INFINITY;
    if (value === Number.POSITIVE_INFINITY || done.has(at)) continue;
    if (best < 0 || value < (cost[best] ?? 0)) best = at;
  }
  return best;
}

function hopCost({ edges }: ChainGraph, at: number): number {
  const edge = edges[at];
  if (edge === undefined) return Number.POSITIVE_INFINITY;
  const single = edge.sources > 1 ? 0 : SINGLE_SOURCE_COST;
  return 1 + DOUBT_COST[edge.doubt] + single + (1 - edge.confidence) * 0.8;
}

function passingCost({ nodes }: ChainGraph, hops: Hops, at: number): number {
  const degree = (hops[at] ?? []).length;
  return (PASSING_COST[nodes[at]?.kind ?? ""] ?? 0) + 0.1 * Math.log2(1 + degree);
}
