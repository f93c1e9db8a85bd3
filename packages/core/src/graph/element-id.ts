import type { GraphReader } from "./graph-reader.js";

/** Property that names an element across graphs. */
const ID_KEY = "id";

/** The node's `id` property where it is a string, its slot otherwise. */
export function nodeElementId(graph: GraphReader, node: number): string {
  const id = graph.nodeProperty(node, ID_KEY);
  return typeof id === "string" ? id : String(node);
}

/** The relationship's `id` property where it is a string, its slot otherwise. */
export function relationshipElementId(graph: GraphReader, relationship: number): string {
  const id = graph.relationshipProperty(relationship, ID_KEY);
  return typeof id === "string" ? id : String(relationship);
}
