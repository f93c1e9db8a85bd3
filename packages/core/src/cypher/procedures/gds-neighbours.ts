import type { Projection } from "./gds-projection.js";

/** Whom each node is joined to, itself left out, whichever way. */
function neighboursOf({ graph }: Projection): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    graph.mapNodes((node) => [
      node,
      new Set(graph.neighbors(node).filter((other) => other !== node)),
    ]),
  );
}

/** The triangles that each node is part of, and the share of its pairs of neighbours that are joined. */
export function triangles(projection: Projection, step: () => void) {
  const neighbours = neighboursOf(projection);
  return [...neighbours].map(([node, around]) => {
    let count = 0;
    for (const one of around) {
      for (const other of neighbours.get(one) ?? []) {
        step();
        count += around.has(other) ? 1 : 0;
      }
    }
    const pairs = around.size * (around.size - 1);
    return { node, triangles: count / 2, coefficient: pairs === 0 ? 0 : count / pairs };
  });
}

/** Pairs of nodes with the share of their targets that they have in common, the most alike first. */
export function similarPairs(
  { graph }: Projection,
  { topK, cutoff }: { readonly topK: number; readonly cutoff: number },
  step: () => void,
) {
  const targets = new Map(
    graph.mapNodes((node) => [
      node,
      new Set(graph.type === "undirected" ? graph.neighbors(node) : graph.outNeighbors(node)),
    ]),
  );
  return [...targets].flatMap(([node, own]) => {
    const shared = new Map<string, number>();
    for (const target of own) {
      const others =
        graph.type === "undirected" ? graph.neighbors(target) : graph.inNeighbors(target);
      for (const other of others) {
        step();
        shared.set(other, (shared.get(other) ?? 0) + 1);
      }
    }
    shared.delete(node);
    return [...shared]
      .map(([other, common]) => {
        const all = own.size + (targets.get(other)?.size ?? 0) - common;
        return { node, other, similarity: common / all };
      })
      .filter(({ similarity }) => similarity >= cutoff)
      .sort((a, b) => b.similarity - a.similarity || Number(a.other) - Number(b.other))
      .slice(0, topK);
  });
}
