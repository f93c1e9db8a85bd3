import type { TraceGraph } from "../graph/trace-graph.js";
import { bandOf } from "./arc-table.js";
import { CHANGE, type ChainBounds, type ChainSearch, chainBounds, NO_WAY } from "./chain-bounds.js";
import type { ChainReach } from "./chain-filter.js";
import { ChainHeap } from "./chain-heap.js";

/** Counts the work of a search, and stops it in time. */
export interface StepCount {
  isCut: boolean;
  left: number;
}

/** Arcs looked at before a search gives up: about two seconds. */
const MOST_STEPS = 150_000;
/** Stronger than any link. */
const STRONGEST = Number.MAX_SAFE_INTEGER;

export const createStepCount = (): StepCount => ({ isCut: false, left: MOST_STEPS });

/** A chain from its start to some node, as a search goes on. */
interface PartialChain {
  readonly arcs: readonly number[];
  /** What it costs so far, in changes of story and hops. */
  readonly cost: number;
  /** The least it can cost in the end. */
  readonly least: number;
  /** Strength of its weakest link so far: in the end it has none that is stronger. */
  readonly weakest: number;
  /** Nodes still to be passed. */
  readonly via: number;
}

/**
 * Every chain from the start to the goal as its arcs, best first. A caller that has enough stops
 * asking; each band further down costs one pass over the links that are left.
 */
export function* searchChains(
  graph: TraceGraph,
  search: ChainSearch,
  reach: ChainReach,
  steps: StepCount,
): Generator<readonly number[]> {
  const { strength } = search.index;
  const band = (arc: number): number => bandOf(strength[arc >> 1] ?? 0);
  const arcs = onWalks(usableArcs(search, reach), search, graph.nodes.length);
  arcs.sort((a, b) => band(b) - band(a) || a - b);
  const ends = roundEnds(arcs, band);
  for (const end of ends.slice(firstRound(arcs, ends, search, graph.nodes.length))) {
    const least = band(arcs[end - 1] ?? 0);
    const isNew = (arc: number): boolean => band(arc) === least;
    const near = onWalks(arcs.slice(0, end), search, graph.nodes.length);
    if (!near.some(isNew)) continue;
    for (const chain of searchRound(graph, search, near, steps)) {
      // Chains of links of higher bands alone were found in an earlier round.
      if (chain.some(isNew)) yield chain;
    }
    if (steps.isCut) return;
  }
}

/** For each band, the number of arcs that are of it or a higher one. */
function roundEnds(arcs: readonly number[], band: (arc: number) => number): readonly number[] {
  return arcs.flatMap((arc, at) => {
    const next = arcs[at + 1];
    return next !== undefined && band(next) === band(arc) ? [] : [at + 1];
  });
}

/** Index of the first round in which the goal can be reached at all; by halving. */
function firstRound(
  arcs: readonly number[],
  ends: readonly number[],
  search: ChainSearch,
  nodeCount: number,
): number {
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (onWalks(arcs.slice(0, ends[middle]), search, nodeCount).length > 0) high = middle;
    else low = middle + 1;
  }
  return low;
}

function groupByStart(
  arcs: readonly number[],
  { index }: ChainSearch,
): ReadonlyMap<number, readonly number[]> {
  const groups = new Map<number, number[]>();
  for (const arc of arcs) {
    const node = index.from[arc] ?? 0;
    const known = groups.get(node);
    if (known === undefined) groups.set(node, [arc]);
    else known.push(arc);
  }
  return groups;
}

/** Arcs that a chain may go along. */
function usableArcs({ index, start, goal }: ChainSearch, reach: ChainReach): readonly number[] {
  return Array.from(index.from.keys()).filter((arc) => {
    const [from, to] = [index.from[arc] ?? 0, index.to[arc] ?? 0];
    if (reach.mayFollow[arc >> 1] !== true || to === start || from === goal) return false;
    const mayLeave = from === start || reach.mayPass[from] === true;
    return mayLeave && (to === goal || reach.mayPass[to] === true);
  });
}

/** Those of the arcs that lie on a walk from start to goal within the hops allowed. */
function onWalks(
  arcs: readonly number[],
  { index, start, goal, maxHops }: ChainSearch,
  nodeCount: number,
): number[] {
  const after = distances(arcs, start, index.from, index.to, nodeCount, maxHops);
  if ((after[goal] ?? 0) < 0) return [];
  const before = distances(arcs, goal, index.to, index.from, nodeCount, maxHops);
  return arcs.filter((arc) => {
    const [from, to] = [after[index.from[arc] ?? 0] ?? -1, before[index.to[arc] ?? 0] ?? -1];
    return from >= 0 && to >= 0 && from + 1 + to <= maxHops;
  });
}

/** Hops from a node along arcs from one of their ends to the other; -1 beyond what is allowed. */
function distances(
  arcs: readonly number[],
  start: number,
  ends: Int32Array,
  others: Int32Array,
  nodeCount: number,
  most: number,
): Int32Array {
  const distance = new Int32Array(nodeCount).fill(-1);
  distance[start] = 0;
  for (let hops = 1; hops <= most; hops += 1) {
    let isReached = false;
    for (const arc of arcs) {
      const other = others[arc] ?? 0;
      if (distance[ends[arc] ?? 0] !== hops - 1 || (distance[other] ?? 0) >= 0) continue;
      distance[other] = hops;
      isReached = true;
    }
    if (!isReached) break;
  }
  return distance;
}

/** Every chain over the arcs of a round, in order of changes of story, hops, strength and ids. */
function* searchRound(
  graph: TraceGraph,
  search: ChainSearch,
  arcs: readonly number[],
  steps: StepCount,
): Generator<readonly number[]> {
  const { index, start, goal, maxHops, allVia } = search;
  const bounds = chainBounds(search, graph.nodes.length, arcs);
  const leaving = groupByStart(arcs, search);
  const waiting = new ChainHeap(inOrder(search));
  const extend = createExtend(graph, search, bounds, (next) => waiting.push(next));
  for (const arc of leaving.get(start) ?? []) {
    extend({ arcs: [], cost: 0, least: 0, weakest: STRONGEST, via: allVia }, arc);
  }
  for (let best = waiting.pop(); best !== undefined; best = waiting.pop()) {
    const node = index.to[best.arcs.at(-1) ?? 0] ?? 0;
    if (node === goal) {
      yield best.arcs;
      continue;
    }
    if (best.arcs.length >= maxHops) continue;
    const next = leaving.get(node) ?? [];
    steps.left -= next.length + 1;
    if (steps.left < 0) {
      steps.isCut = true;
      return;
    }
    for (const arc of next) extend(best, arc);
  }
}

function createExtend(
  graph: TraceGraph,
  { index, maxHops, viaBit }: ChainSearch,
  bounds: ChainBounds,
  push: (next: PartialChain) => void,
): (before: PartialChain, arc: number) => void {
  const factOf = (arc: number): string => graph.links[arc >> 1]?.fact ?? "";
  const changes = (before: number | undefined, arc: number): boolean => {
    if (before === undefined) return false;
    const own = graph.links[arc >> 1]?.documents ?? [];
    return !(graph.links[before >> 1]?.documents ?? []).some((report) => own.includes(report));
  };
  return (before, arc) => {
    const { arcs, via } = before;
    const node = index.to[arc];
    const isTold = arcs.some((one) => index.to[one] === node || factOf(one) === factOf(arc));
    if (isTold) return;
    const left = bounds.afterArc(arc, maxHops - arcs.length, via);
    if (left >= NO_WAY) return;
    const cost = before.cost + (changes(arcs.at(-1), arc) ? CHANGE : 0);
    push({
      arcs: [...arcs, arc],
      cost: cost + 1,
      least: cost + left,
      weakest: Math.min(before.weakest, index.strength[arc >> 1] ?? 0),
      via: via & ~viaBit(node ?? 0),
    });
  };
}

/**
 * The least cost first, of equals the strongest weakest link; then the ids of stops and links decide,
 * from the start on. None of them gets better along a chain, so that what leaves first is the best.
 */
function inOrder({ index }: ChainSearch): (a: PartialChain, b: PartialChain) => boolean {
  return (a, b) => {
    if (a.least !== b.least) return a.least < b.least;
    if (a.weakest !== b.weakest) return a.weakest > b.weakest;
    for (let at = 0; at < a.arcs.length && at < b.arcs.length; at += 1) {
      const [x = 0, y = 0] = [a.arcs[at], b.arcs[at]];
      const order = (index.to[x] ?? 0) - (index.to[y] ?? 0) || x - y;
      if (order !== 0) return order < 0;
    }
    return a.arcs.length < b.arcs.length;
  };
}
