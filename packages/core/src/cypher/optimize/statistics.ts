import type { GraphReader } from "../../graph/graph-reader.js";

/** What the order of a search is chosen by. */
export type Statistics = Pick<
  GraphReader,
  "nodeCount" | "relationshipCount" | "countWithLabel" | "countWithType" | "forEachNode" | "degree"
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
  let looked = 0;
  let degrees = 0;
  statistics.forEachNode(label, (node) => {
    degrees += statistics.degree(node, direction, types);
    looked += 1;
    return looked < SAMPLE;
  });
  return looked === 0 ? 0 : degrees / looked;
}
