import type { PropertyGraph } from "../../graph/property-graph.js";

/** What the order of a search is chosen by. */
export type Statistics = Pick<
  PropertyGraph,
  | "nodeCount"
  | "nodeSlots"
  | "relationshipCount"
  | "countWithLabel"
  | "countWithType"
  | "nodesWithLabel"
  | "degree"
>;

/** Nodes looked at to guess the degree of a label's nodes. */
const SAMPLE = 64;

/** Mean number of relationships that a node with the label has in a direction; all nodes when it is null. */
export function meanDegree(
  statistics: Statistics,
  label: string | null,
  direction: "out" | "in" | "both",
  types: readonly string[] | null,
): number {
  if (label === null) {
    const relationships =
      types === null
        ? statistics.relationshipCount
        : types.reduce((sum, type) => sum + statistics.countWithType(type), 0);
    const ends = direction === "both" ? 2 : 1;
    return (ends * relationships) / Math.max(1, statistics.nodeCount);
  }
  // Spread over all slots: what a case names first is what it names most.
  const nodes = statistics.nodesWithLabel(label);
  const stride = Math.max(1, Math.floor(statistics.nodeSlots / SAMPLE));
  let looked = 0;
  let degrees = 0;
  for (
    let node = nodes?.firstFrom(0) ?? -1;
    node >= 0 && looked < SAMPLE;
    node = nodes?.firstFrom(node + stride) ?? -1
  ) {
    degrees += statistics.degree(node, direction, types);
    looked += 1;
  }
  return looked === 0 ? 0 : degrees / looked;
}
