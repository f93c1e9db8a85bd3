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
  { index, goal, maxHops, viaBit, allVia }: ChainSearch,
  nodeCount: number,
  arcs: readonly number[],
): ChainBounds {
  const masks = allVia + 1;
  const { from, to, pairs, pairCount } = index;
  // By hops left, then by nodes still to be passed: from a node, and from a node within one report.
  const size = (maxHops + 1) * masks;
  const anyReport = new Int32Array(size * nodeCount).fill(NO_WAY);
  const inReport = new Int32Array(size * pairCount).fill(NO_WAY);
  const afterArc = (arc: number, hops: number, via: number): number => {
    const node = to[arc] ?? 0;
    const left = via & ~viaBit(node);
    if (node === goal) return left === 0 ? 1 : NO_WAY;
    const row = (hops - 1) * masks + left;
    let least = (anyReport[row * nodeCount + node] ?? NO_WAY) + CHANGE;
    // The arc back starts where this one ends, so its pairs are those of this arc's reports there.
    for (const pair of pairs[arc ^ 1] ?? []) {
      const cost = inReport[row * pairCount + pair] ?? NO_WAY;
      if (cost < least) least = cost;
    }
    return least >= NO_WAY ? NO_WAY : least + 1;
  };
  for (let hops = 1; hops <= maxHops; hops += 1) {
    for (let via = 0; via < masks; via += 1) {
      const row = hops * masks + via;
      for (const arc of arcs) {
        const cost = afterArc(arc, hops, via);
        if (cost >= NO_WAY) continue;
        const node = row * nodeCount + (from[arc] ?? 0);
        if (cost < (anyReport[node] ?? 0)) anyReport[node] = cost;
        for (const pair of pairs[arc] ?? []) {
          const at = row * pairCount + pair;
          if (cost < (inReport[at] ?? 0)) inReport[at] = cost;
        }
      }
    }
  }
  return { afterArc };
}
