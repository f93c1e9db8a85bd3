import type { TraceGraph } from "../graph/trace-graph.js";

/** A border between the states of two stops, by their codes. */
export interface Crossing {
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/**
 * For each hop along some stops the border that its end lies behind, or null: from the states of the
 * last stop that has any to those of this one, when they share none. A stop at home in two states
 * counts only for those it shares with the stop before, so that a chain can leave it over their
 * border. Goods and routes have none, so a border passed on a route is that of the hop which leaves it.
 */
export function crossingsOf(
  { nodes }: TraceGraph,
  stops: readonly number[],
): readonly (Crossing | null)[] {
  let before: readonly string[] = [];
  const crossings = stops.map((stop): Crossing | null => {
    const home = nodes[stop]?.states ?? [];
    if (home.length === 0) return null;
    const shared = home.filter((state) => before.includes(state));
    const crossing = before.length > 0 && shared.length === 0 ? { from: before, to: home } : null;
    // Who is at home in two states is met in the one the chain comes from.
    before = shared.length > 0 ? shared : home;
    return crossing;
  });
  return crossings.slice(1);
}
