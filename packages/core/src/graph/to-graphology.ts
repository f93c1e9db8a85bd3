import { MultiDirectedGraph } from "graphology";
import { nodeElementId, relationshipElementId } from "./element-id.js";
import { formatTemporal } from "./format-temporal.js";
import type { GraphReader } from "./graph-reader.js";
import { Float, PointValue, type PropertyValue } from "./property-value.js";

/** A property as plain JavaScript: floats as numbers, wide integers and temporal values as text. */
export type PlainValue =
  | boolean
  | number
  | string
  | { readonly srid: number; readonly x: number; readonly y: number; readonly z: number | null }
  | readonly PlainValue[];

export interface NodeAttributes {
  labels: readonly string[];
  properties: Readonly<Record<string, PlainValue>>;
}

/** `type` is left to sigma, which picks a drawing program by it. */
export interface EdgeAttributes {
  relationshipType: string;
  properties: Readonly<Record<string, PlainValue>>;
}

/**
 * The graph as graphology knows it, for sigma, layouts and its algorithms: a copy, keyed by element
 * ids. An id that several elements share is kept by the first; the others get their slot behind it.
 */
export function toGraphology(
  graph: GraphReader,
): MultiDirectedGraph<NodeAttributes, EdgeAttributes> {
  const copy = new MultiDirectedGraph<NodeAttributes, EdgeAttributes>();
  const keys = new Map<number, string>();
  graph.forEachNode(null, (node) => {
    const own = nodeElementId(graph, node);
    const key = copy.hasNode(own) ? `${own}#${node}` : own;
    keys.set(node, key);
    copy.addNode(key, {
      labels: graph.labelsOf(node),
      properties: plainProperties(graph.nodePropertyKeys(node), (name) =>
        graph.nodeProperty(node, name),
      ),
    });
    return true;
  });
  const keyOf = (node: number): string => keys.get(node) ?? `#${node}`;
  graph.forEachRelationship(null, (relationship) => {
    const own = relationshipElementId(graph, relationship);
    const key = copy.hasEdge(own) ? `${own}#${relationship}` : own;
    copy.addEdgeWithKey(key, keyOf(graph.startOf(relationship)), keyOf(graph.endOf(relationship)), {
      relationshipType: graph.typeOf(relationship),
      properties: plainProperties(graph.relationshipPropertyKeys(relationship), (name) =>
        graph.relationshipProperty(relationship, name),
      ),
    });
    return true;
  });
  return copy;
}

function plainProperties(
  keys: readonly string[],
  read: (key: string) => PropertyValue | undefined,
): Readonly<Record<string, PlainValue>> {
  const entries: [string, PlainValue][] = [];
  for (const key of keys) {
    const value = read(key);
    if (value !== undefined) {
      entries.push([key, plainValue(value)]);
    }
  }
  return Object.fromEntries(entries);
}

function plainValue(value: PropertyValue): PlainValue {
  switch (typeof value) {
    case "bigint":
      return String(value);
    case "object":
      break;
    default:
      return value;
  }
  if (value instanceof Float) {
    return value.value;
  }
  if (value instanceof PointValue) {
    const { srid, x, y, z } = value;
    return { srid, x, y, z };
  }
  return "map" in value ? value.map(plainValue) : formatTemporal(value);
}
