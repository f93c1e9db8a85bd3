import type { ContentEdge } from "../scene/scene.js";

/**
 * How many independent sources some edges have together. Reports that an edge counts as one source
 * are one here too; the union never counts more than the edges do one by one.
 */
export function independentSources(edges: readonly ContentEdge[]): number {
  const parent = new Map<number, number>();
  const root = (at: number): number => {
    const up = parent.get(at) ?? at;
    return up === at ? at : root(up);
  };
  let sum = 0;
  let most = 0;
  for (const { documents, sources } of edges) {
    sum += sources;
    most = Math.max(most, sources);
    for (const document of documents) {
      const at = Number(document);
      if (!parent.has(at)) parent.set(at, at);
    }
  }
  return Math.max(most, Math.min(sum, new Set([...parent.keys()].map(root)).size));
}
