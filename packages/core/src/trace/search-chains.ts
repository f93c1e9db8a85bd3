import { CHANGE, type ChainBounds, type ChainSearch, chainBounds, NO_WAY } from "./chain-bounds.js";
import type { ChainGround } from "./chain-filter.js";
import { ChainHeap } from "./chain-heap.js";
import type { TraceGraph } from "./trace-graph.js";

/** Counts the work of a search, and stops it in time. */
export interface StepCount {
  isCut: boolean;
  left: number;
}

/** Arcs looked at before a search gives up: about two seconds. */
const MOST_STEPS = 2_000_000;

export const createStepCount = (): StepCount => ({ isCut: false, left: MOST_STEPS });

/** A chain from its start to some node, as a search goes on. */
interface PartialChain {
  readonly arcs: readonly number[];
  /** What it costs so far, in changes of story and hops. */
  readonly cost: number;
  /** The least it can cost in the end. */
  readonly least: number;
  /** Nodes still to be passed. */
  readonly via: number;
}

/**
 * Every chain from the start to the goal as its arcs, best first. A caller that has enough stops
 * asking; each step down in strength costs one pass over the links that are left.
 */
export function* searchChains(
  graph: TraceGraph,
  search: ChainSearch,
  ground: ChainGround,
  steps: StepCount,
): Generator<readonly number[]> {
  const arcs = usableArcs(search, ground);
  const { strength } = search.index;
  const strengthOf = (arc: number): number => strength[arc >> 1] ?? 0;
  arcs.sort((a, b) => strengthOf(b) - strengthOf(a) || a - b);
  for (let end = firstRound(arcs, search, strengthOf); end > 0; ) {
    const least = strengthOf(arcs[end - 1] ?? 0);
    for (const chain of searchRound(graph, search, arcs.slice(0, end), steps)) {
      // Stronger chains were found in an earlier round.
      if (chain.some((arc) => strengthOf(arc) === least)) yield chain;
    }
    if (steps.isCut || end >= arcs.length) return;
    end = roundEnd(arcs, end, strengthOf);
  }
}

/** Where the links end that are as strong as the one at an index. */
function roundEnd(
  arcs: readonly number[],
  at: number,
  strengthOf: (arc: number) => number,
): number {
  const least = strengthOf(arcs[at] ?? 0);
  let end = at;
  while (end < arcs.length && strengthOf(arcs[end] ?? 0) === least) end += 1;
  return end;
}

/** The end of the first round in which the goal can be reached at all, or 0; by halving. */
function firstRound(
  arcs: readonly number[],
  search: ChainSearch,
  strengthOf: (arc: number) => number,
): number {
  const ends: number[] = [];
  for (let end = 0; end < arcs.length; ) {
    end = roundEnd(arcs, end, strengthOf);
    ends.push(end);
  }
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (reaches(arcs.slice(0, ends[middle]), search)) high = middle;
    else low = middle + 1;
  }
  return ends[low] ?? 0;
}

/** Whether a walk of allowed length leads to the goal over all nodes that must be passed. */
function reaches(arcs: readonly number[], search: ChainSearch): boolean {
  const { start, goal, maxHops, viaBit, allVia, index } = search;
  let edge = new Set([`${start} ${allVia}`]);
  const seen = new Set(edge);
  const leaving = groupByStart(arcs, search);
  for (let hops = 0; hops < maxHops && edge.size > 0; hops += 1) {
    const next = new Set<string>();
    for (const at of edge) {
      const [node = 0, via = 0] = at.split(" ").map(Number);
      for (const arc of leaving.get(node) ?? []) {
        const to = index.to[arc] ?? 0;
        const left = via & ~viaBit(to);
        if (to === goal && left === 0) return true;
        const key = `${to} ${left}`;
        if (to !== goal && !seen.has(key)) {
          seen.add(key);
          next.add(key);
        }
      }
    }
    edge = next;
  }
  return false;
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

/** Arcs on some walk from start to goal within the hops allowed. */
function usableArcs(search: ChainSearch, ground: ChainGround): number[] {
  const { index, start, goal, maxHops } = search;
  const isUsable = (arc: number): boolean => {
    const [from, to] = [index.from[arc] ?? 0, index.to[arc] ?? 0];
    if (ground.mayFollow[arc >> 1] !== true || to === start || from === goal) return false;
    const leaves = from === start || ground.mayPass[from] === true;
    return leaves && (to === goal || ground.mayPass[to] === true);
  };
  const usable = Array.from(index.from.keys()).filter(isUsable);
  const after = distances(usable, start, index.from, index.to, maxHops);
  const before = distances(usable, goal, index.to, index.from, maxHops);
  return usable.filter((arc) => {
    const [from, to] = [after.get(index.from[arc] ?? 0), before.get(index.to[arc] ?? 0)];
    return from !== undefined && to !== undefined && from + 1 + to <= maxHops;
  });
}

/** Hops from a node along arcs from one of their ends to the other, as far as is allowed. */
function distances(
  arcs: readonly number[],
  start: number,
  ends: Int32Array,
  others: Int32Array,
  most: number,
): ReadonlyMap<number, number> {
  const next = new Map<number, number[]>();
  for (const arc of arcs) {
    const known = next.get(ends[arc] ?? 0);
    if (known === undefined) next.set(ends[arc] ?? 0, [others[arc] ?? 0]);
    else known.push(others[arc] ?? 0);
  }
  const distance = new Map([[start, 0]]);
  let edge = [start];
  for (let hops = 1; hops < most && edge.length > 0; hops += 1) {
    const reached: number[] = [];
    for (const node of edge.flatMap((one) => next.get(one) ?? [])) {
      if (distance.has(node)) continue;
      distance.set(node, hops);
      reached.push(node);
    }
    edge = reached;
  }
  return distance;
}

/** Every chain over the arcs of a round, in order of changes of story, hops and ids. */
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
    extend({ arcs: [], cost: 0, least: 0, via: allVia }, arc);
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
      via: via & ~viaBit(node ?? 0),
    });
  };
}

/** The least cost first; of equals the ids of stops and links decide, from the start on. */
function inOrder({ index }: ChainSearch): (a: PartialChain, b: PartialChain) => boolean {
  return (a, b) => {
    if (a.least !== b.least) return a.least < b.least;
    for (let at = 0; at < a.arcs.length && at < b.arcs.length; at += 1) {
      const [x = 0, y = 0] = [a.arcs[at], b.arcs[at]];
      const order = (index.to[x] ?? 0) - (index.to[y] ?? 0) || x - y;
      if (order !== 0) return order < 0;
    }
    return a.arcs.length < b.arcs.length;
  };
}
