import type { Trace } from "@redthread/core/trace";

/** Who is linked to whom in a case, by index of the node, along what chains follow. */
export type Neighbours = readonly ReadonlySet<number>[];

export function readNeighbours({ graph }: Trace): Neighbours {
  const all = graph.nodes.map(() => new Set<number>());
  for (const { from, to, walk } of graph.links) {
    if (!walk || from === to) continue;
    all[from]?.add(to);
    all[to]?.add(from);
  }
  return all;
}

/** Pairs of one of each side, and how many of them are at home in different states. */
export function countWays(
  left: Iterable<number>,
  right: Iterable<number>,
  { graph }: Trace,
): { readonly chains: number; readonly crossings: number } {
  // Things at home in the same states are counted together: hubs have thousands of neighbours.
  const [ones, others] = [left, right].map((side) => {
    const byStates = new Map<string, { readonly states: readonly string[]; count: number }>();
    for (const node of side) {
      const states = graph.nodes[node]?.states ?? [];
      const known = byStates.get(states.join(" ")) ?? { states, count: 0 };
      known.count += 1;
      byStates.set(states.join(" "), known);
    }
    return [...byStates.values()];
  });
  let chains = 0;
  let crossings = 0;
  for (const one of ones ?? []) {
    for (const other of others ?? []) {
      const ways = one.count * other.count;
      chains += ways;
      const isAbroad = one.states.length > 0 && other.states.length > 0;
      if (isAbroad && !one.states.some((state) => other.states.includes(state))) crossings += ways;
    }
  }
  return { chains, crossings };
}

export const without = (all: ReadonlySet<number>, others: ReadonlySet<number>): readonly number[] =>
  [...all].filter((one) => !others.has(one));
