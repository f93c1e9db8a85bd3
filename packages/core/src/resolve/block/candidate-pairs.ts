import type { Comparer, ScoredPair } from "../compare/comparison.js";
import type { Profile } from "./profile.js";

/**
 * Every pair of profiles that share a block and compare to something, each once. Cost is quadratic
 * in the largest block, never in the number of profiles.
 */
export function comparePairs(
  profiles: readonly Profile[],
  comparer: Comparer,
): readonly ScoredPair[] {
  const blocks = new Map<string, number[]>();
  for (const [index, profile] of profiles.entries()) {
    for (const key of new Set(comparer.blocksOf(profile))) {
      const block = blocks.get(key);
      if (block === undefined) blocks.set(key, [index]);
      else block.push(index);
    }
  }
  const seen = new Set<number>();
  const pairs: ScoredPair[] = [];
  for (const block of blocks.values()) {
    for (const [position, left] of block.entries()) {
      for (const right of block.slice(position + 1)) {
        const pair = left * profiles.length + right;
        if (seen.has(pair)) continue;
        seen.add(pair);
        const a = profiles[left];
        const b = profiles[right];
        if (a === undefined || b === undefined) continue;
        const comparison = comparer.compare(a, b);
        if (comparison !== null) pairs.push({ a, b, ...comparison });
      }
    }
  }
  return pairs;
}
