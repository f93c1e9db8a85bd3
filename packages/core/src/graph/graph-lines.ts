import { nodeElementId, relationshipElementId } from "./element-id.js";
import type { GraphReader } from "./graph-reader.js";
import { LineEncoder } from "./line-encoder.js";

interface Entry {
  readonly id: string;
  readonly slot: number;
}

/**
 * The lines of a graph without line breaks: nodes by id, then relationships by id, by code unit.
 * An id that several elements share is kept by the first; the others get their slot behind it.
 */
export function* graphLines(graph: GraphReader): Iterable<string> {
  const encoder = new LineEncoder(graph);
  const nodes = entriesOf(
    (visit) => graph.forEachNode(null, visit),
    (node) => nodeElementId(graph, node),
  );
  const ends: string[] = [];
  for (const { slot, id } of nodes) {
    ends[slot] = encoder.end(slot, id);
    yield encoder.nodeLine(slot, id);
  }
  const relationships = entriesOf(
    (visit) => graph.forEachRelationship(null, visit),
    (relationship) => relationshipElementId(graph, relationship),
  );
  for (const { slot, id } of relationships) {
    const start = ends[graph.startOf(slot)] ?? "";
    yield encoder.relationshipLine(slot, id, start, ends[graph.endOf(slot)] ?? "");
  }
}

function entriesOf(
  walk: (visit: (slot: number) => boolean) => void,
  idOf: (slot: number) => string,
): Entry[] {
  const taken = new Set<string>();
  const entries: Entry[] = [];
  walk((slot) => {
    const own = idOf(slot);
    const id = taken.has(own) ? `${own}#${slot}` : own;
    taken.add(id);
    entries.push({ id, slot });
    return true;
  });
  return entries.sort((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id)));
}
