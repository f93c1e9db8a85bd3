import {
  type ChainGraph,
  chainTo,
  chainTree,
  hopsOf,
  reportsOf,
  shareReport,
} from "./find-chain.js";
import type { SceneChain } from "./scene.js";

/** Kinds a chain is told from: those that act. */
const ACTORS = new Set(["Agency", "Network", "Official", "Person", "Organization"]);
const MOST_HOPS = 4;

/**
 * Chains from one who acts to another state, best first: many borders, several sources, few hops;
 * no two that share most of their way.
 */
export function suggestChains(graph: ChainGraph, count: number): readonly SceneChain[] {
  const hops = hopsOf(graph);
  const found: { chain: SceneChain; score: number }[] = [];
  graph.nodes.forEach((node, start) => {
    if (!ACTORS.has(node.kind) || node.grounds.length === 0) return;
    const tree = chainTree(graph, hops, start);
    graph.nodes.forEach((target, end) => {
      if (target.isGround === null || node.grounds.includes(target.isGround)) return;
      const chain = chainTo(graph, tree, end);
      if (chain === null || chain.borders === 0) return;
      if (chain.hops.length < 2 || chain.hops.length > MOST_HOPS) return;
      found.push({ chain, score: scoreOf(graph, chain) });
    });
  });
  found.sort((a, b) => b.score - a.score || byStops(a.chain, b.chain));
  const chosen: SceneChain[] = [];
  for (const { chain } of found) {
    if (chosen.length >= count) break;
    if (chosen.every((other) => !alike(chain, other))) chosen.push(chain);
  }
  return chosen;
}

/** What one report telling the whole chain is worth, and what each change of report costs. */
const ONE_STORY = 2.2;
const OTHER_STORY = 1.5;
/** What it is worth that a seized drug is followed to where it came from. */
const ORIGIN = 0.8;
const ORIGINS = new Set(["PRODUCED_IN", "SMUGGLED_FROM"]);

function scoreOf(graph: ChainGraph, { stops, hops, borders }: SceneChain): number {
  const { nodes, edges } = graph;
  const kinds = new Set(stops.map((stop) => nodes[stop]?.kind));
  let sources = 0;
  let weakest = 1;
  for (const { edge } of hops) {
    const link = edges[edge];
    if (link === undefined) continue;
    sources += Math.min(3, link.sources);
    weakest = Math.min(weakest, link.doubt === "asserted" ? link.confidence : link.confidence / 2);
  }
  const middle = (kinds.has("Operation") ? 1.7 : 0) + (kinds.has("Network") ? 0.7 : 0);
  const origin = ORIGINS.has(edges[hops.at(-1)?.edge ?? -1]?.type ?? "") ? ORIGIN : 0;
  const worth = sources / hops.length + weakest * 2;
  return borders * 1.6 + storyWorth(graph, hops) + worth + middle + origin - hops.length * 0.6;
}

function storyWorth(graph: ChainGraph, hops: SceneChain["hops"]): number {
  const [first, ...rest] = hops.map(({ edge }) => new Set(reportsOf(graph, edge)));
  const shared = [...(first ?? [])].filter((report) => rest.every((set) => set.has(report)));
  if (shared.length > 0) return ONE_STORY;
  const turns = hops.slice(1).filter(({ edge }, at) => {
    const before = hops[at]?.edge ?? edge;
    return !shareReport(graph, before, edge);
  });
  return -turns.length * OTHER_STORY;
}

/** True where two chains have the same start, the same end and half their way, or share most stops. */
function alike(a: SceneChain, b: SceneChain): boolean {
  if (a.stops[0] === b.stops[0]) return true;
  const shared = a.stops.filter((stop) => b.stops.includes(stop)).length;
  return shared / Math.min(a.stops.length, b.stops.length) > 0.6;
}

function byStops(a: SceneChain, b: SceneChain): number {
  for (let at = 0; at < Math.max(a.stops.length, b.stops.length); at += 1) {
    const order = (a.stops[at] ?? -1) - (b.stops[at] ?? -1);
    if (order !== 0) return order;
  }
  return 0;
}
