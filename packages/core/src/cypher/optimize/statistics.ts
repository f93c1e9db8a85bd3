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
  | "nodeProperty"
  | "hasNode"
  | "hasLabel"
  | "degree"
  | "expand"
>;
