import { RedthreadError } from "../errors/redthread-error.js";
import type { GraphReader } from "../graph/graph-reader.js";
import { Float, type PropertyValue } from "../graph/property-value.js";

/** Slots of a graph's elements by {@link idKey}. */
export interface SlotsById {
  readonly nodes: ReadonlyMap<string, number>;
  readonly relationships: ReadonlyMap<string, number>;
}

/**
 * The elements of a graph by `id`, in its order.
 * @throws RedthreadError `GRAPH_INVALID` for an element without `id`, or with one that another has.
 */
export function checkIds(graph: GraphReader): SlotsById {
  const nodes = new Map<string, number>();
  graph.forEachNode(null, (node) => {
    const what = () => `A node of \`${graph.labelsOf(node).join(":")}\``;
    checkId(nodes, node, graph.nodeProperty(node, "id"), what);
    return undefined;
  });
  const relationships = new Map<string, number>();
  graph.forEachRelationship(null, (r) => {
    const what = () => `A relationship of \`${graph.typeOf(r)}\``;
    checkId(relationships, r, graph.relationshipProperty(r, "id"), what);
    return undefined;
  });
  return { nodes, relationships };
}

/** An id as a map looks it up: the text "1" is another id than the number. */
export const idKey = (id: PropertyValue): string =>
  typeof id === "string" ? `"${id}` : String(id instanceof Float ? id.value : id);

function checkId(
  known: Map<string, number>,
  slot: number,
  id: PropertyValue | undefined,
  what: () => string,
): void {
  if (id === undefined)
    throw new RedthreadError(
      "GRAPH_INVALID",
      `${what()} has no \`id\`, so a second load would double it. Give every element an \`id\`.`,
    );
  if (typeof id !== "string" && typeof id !== "number" && typeof id !== "bigint")
    throw new RedthreadError(
      "GRAPH_INVALID",
      `${what()} has an \`id\` that is neither a text nor a whole number. Give it one that is.`,
    );
  const key = idKey(id);
  if (known.has(key))
    throw new RedthreadError(
      "GRAPH_INVALID",
      `${what()} has the \`id\` \`${String(id)}\`, as another has. Give every element one of its own.`,
    );
  known.set(key, slot);
}
