import type { ArcTable } from "./arc-table.js";

/** A walk costs this much for each change of story, and one for each hop. */
export const CHANGE = 1 << 10;
/** Costs more than any walk. */
export const NO_WAY = 1 << 30;

/** What a search looks for, in one direction. */
export interface ChainSearch {
  readonly index: ArcTable;
  readonly start: number;
  readonly goal: number;
  readonly maxHops: number;
  /** Bit of each node that must be passed, 0 for all others. */
  readonly viaBit: (node: number) => number;
  /** All of those bits. */
  readonly allVia: number;
}

/** The least that is left of a chain once it went along an arc. */
export interface ChainBounds {
  /**
   * Changes of story × {@link CHANGE} + hops of the cheapest walk to the goal that begins with the
   * arc, within so many hops and over all nodes still to be passed; {@link NO_WAY} where none does.
   */
  readonly afterArc: (arc: number, hops: number, via: number) => number;
}

/**
 * The cheapest walks to the goal over some arcs, by dynamic programming over hops: a walk may use a
 * node twice where a chain may not, so no chain costs less. O(hops × arcs × reports of an arc).
 */
export function chainBounds(
  search: ChainSearch,
  nodeCount: number,
  arcs: readonly number[],
): ChainBounds {
  const { index, maxHops, allVia } = search;
  const masks = allVia + 1;
  // By hops left, then by nodes still to be passed: from a node, and from a node within one report.
  const size = (maxHops + 1) * masks;
  const table: CostTable = {
    masks,
    nodeCount,
    anyReport: new Int32Array(size * nodeCount).fill(NO_WAY),
    inReport: new Int32Array(size * index.pairCount).fill(NO_WAY),
  };
  for (let hops = 1; hops <= maxHops; hops += 1) {
    for (let via = 0; via < masks; via += 1) {
      for (const arc of arcs) lowerCosts(search, table, arc, hops, via);
    }
  }
  return { afterArc: (arc, hops, via) => costAfter(search, table, arc, hops, via) };
}

/** The least costs found so far, row by row. */
interface CostTable {
  readonly masks: number;
  readonly nodeCount: number;
  readonly anyReport: Int32Array;
  readonly inReport: Int32Array;
}

function costAfter(
  { index, goal, viaBit }: ChainSearch,
  { masks, nodeCount, anyReport, inReport }: CostTable,
  arc: number,
  hops: number,
  via: number,
): number {
  const node = index.to[arc] ?? 0;
  const left = via & ~viaBit(node);
  if (node === goal) return left === 0 ? 1 : NO_WAY;
  const row = (hops - 1) * masks + left;
  let least = (anyReport[row * nodeCount + node] ?? NO_WAY) + CHANGE;
  // The arc back starts where this one ends, so its pairs are those of this arc's reports there.
  for (const pair of index.pairs[arc ^ 1] ?? []) {
    const cost = inReport[row * index.pairCount + pair] ?? NO_WAY;
    if (cost < least) least = cost;
  }
  return least >= NO_WAY ? NO_WAY : least + 1;
}

/** Takes an arc into account where it starts. */
function lowerCosts(
  search: ChainSearch,
  table: CostTable,
  arc: number,
  hops: number,
  via: number,
): void {
  const cost = costAfter(search, table, arc, hops, via);
  if (cost >= NO_WAY) return;
  const { index } = search;
  const row = hops * table.masks + via;
  lower(table.anyReport, row * table.nodeCount + (index.from[arc] ?? 0), cost);
  for (const pair of index.pairs[arc] ?? []) {
    lower(table.inReport, row * index.pairCount + pair, cost);
  }
}

function lower(costs: Int32Array, at: number, cost: number): void {
  if (cost < (costs[at] ?? 0)) costs[at] = cost;
}
