import type { GraphReader } from "../../graph/graph-reader.js";
import type { Schema } from "../../model/schema.js";
import { foldName } from "../../text/fold.js";
import type { RawGraph } from "../read/raw-graph.js";
import { readText } from "../read/trace-node.js";

/**
 * Indexes of the organizations that published a report of the case: a paper that wrote of two things
 * is no link between them. A body that published its own statement stays one who acts.
 */
export function findPublishers(
  graph: GraphReader,
  { nodes }: RawGraph,
  schema: Schema,
): ReadonlySet<number> {
  const names = new Set<string>();
  for (const { slot, kind } of nodes) {
    if (schema.roleOf(kind) !== "document") continue;
    const publisher = foldName(readText(graph.nodeProperty(slot, "publisher")) ?? "");
    if (publisher !== "") names.add(publisher);
  }
  const found = nodes.flatMap(({ slot, kind, name, aliases }, index) => {
    if (schema.roleOf(kind) !== "organization") return [];
    const isMarked = graph.nodeProperty(slot, "publisher") === true;
    return isMarked || [name, ...aliases].some((one) => names.has(foldName(one))) ? [index] : [];
  });
  return new Set(found);
}
