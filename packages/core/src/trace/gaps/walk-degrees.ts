import type { TraceGraph } from "../graph/trace-graph.js";

/** For each node, by index, the links a chain may follow at it. O(links). */
export function walkDegrees({ nodes, links }: TraceGraph): Uint32Array {
  const degrees = new Uint32Array(nodes.length);
  for (const { from, to, walk } of links)
    for (const end of walk ? [from, to] : []) degrees[end] = (degrees[end] ?? 0) + 1;
  return degrees;
}
