import type { GraphReader } from "../../graph/graph-reader.js";
import { Float, type PropertyValue } from "../../graph/property-value.js";

/** A node as results name it: plain data, with its slot for further questions. */
export interface TraceNode {
  readonly node: number;
  readonly id: string;
  readonly name: string;
  /** Most telling first: `Official` stands before `Person`. */
  readonly labels: readonly string[];
}

/** A node by its slot. */
export function readTraceNode(graph: GraphReader, node: number): TraceNode {
  const id = readText(graph.nodeProperty(node, "id")) ?? String(node);
  const name = readText(graph.nodeProperty(node, "name")) ?? id;
  return { node, id, name, labels: [...graph.labelsOf(node)].sort() };
}

/** A property that is a text, or null. */
export const readText = (value: PropertyValue | undefined): string | null =>
  typeof value === "string" ? value : null;

/** A property that is a number of either kind, or null. */
export function readNumber(value: PropertyValue | undefined): number | null {
  if (value instanceof Float) return value.value;
  return typeof value === "number" ? value : null;
}

/** A property that is a list of texts; anything else is an empty list. */
export const readTexts = (value: PropertyValue | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
