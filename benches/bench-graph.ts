import type { BenchOptions } from "vitest";
import { type CaseGraph, type CaseSize, caseGraph, MEDIUM } from "./case-graph.js";

/** Set by `npm run bench -- --count N --seed N`, which starts the benchmarks as a process of their own. */
export const BENCH_NODES = "REDTHREAD_BENCH_NODES";
export const BENCH_SEED = "REDTHREAD_BENCH_SEED";

/** Each benchmark a few times and no more. */
export const FEW: BenchOptions = { iterations: 3, warmupIterations: 0, time: 0, warmupTime: 0 };

/** On a graph of another size than the usual one figures mean little: each runs once, to show that it does. */
const ONCE: BenchOptions = { ...FEW, iterations: 1 };

/** The options of a benchmark that has none of its own, and of one that has. */
export const optionsFor = (own?: BenchOptions): BenchOptions | undefined =>
  process.env[BENCH_NODES] === undefined ? own : ONCE;

/** The graph that the benchmarks ask. */
export function benchGraph(): CaseGraph {
  const nodes = process.env[BENCH_NODES];
  const seed = process.env[BENCH_SEED];
  return caseGraph(
    nodes === undefined ? MEDIUM : sizeOf(Number(nodes)),
    seed === undefined ? undefined : Number(seed),
  );
}

const sizeOf = (nodes: number): CaseSize => ({
  nodes,
  relationships: Math.round((nodes / MEDIUM.nodes) * MEDIUM.relationships),
});
