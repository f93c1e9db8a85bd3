/*
 * Elements of a graph as lines of JSON, in the form of Neo4j's apoc.export.json: keys of properties
 * sorted, so that equal elements give equal bytes. Floats keep their point (`20.0`). Temporal values
 * are written as ISO text and come back as strings; NaN and infinities likewise; points are
 * `{"crs","x","y","z"}` and come back as points.
 */
import { CRS_NAMES } from "./crs.js";
import { nodeElementId, relationshipElementId } from "./element-id.js";
import { formatTemporal } from "./format-temporal.js";
import type { GraphReader } from "./graph-reader.js";
import { Float, PointValue, type PropertyValue, type ScalarValue } from "./property-value.js";

/** The node's line, without a line break. Its id is {@link nodeElementId} where none is given. */
export function encodeNodeLine(
  graph: GraphReader,
  node: number,
  id: string = nodeElementId(graph, node),
): string {
  return new LineEncoder(graph).nodeLine(node, id);
}

/** The relationship's line, without a line break. */
export function encodeRelationshipLine(
  graph: GraphReader,
  relationship: number,
  id: string = relationshipElementId(graph, relationship),
): string {
  const encoder = new LineEncoder(graph);
  const end = (node: number): string => encoder.end(node, nodeElementId(graph, node));
  return encoder.relationshipLine(
    relationship,
    id,
    end(graph.startOf(relationship)),
    end(graph.endOf(relationship)),
  );
}

/** Writes the lines of one graph and remembers what many of them share. */
export class LineEncoder {
  readonly #graph: GraphReader;
  /** Sorted keys with their encoded form, by the list that the graph gives for a set of keys. */
  readonly #keys = new WeakMap<readonly string[], readonly (readonly [string, string])[]>();
  readonly #labels = new WeakMap<readonly string[], string>();
  readonly #types = new Map<string, string>();

  constructor(graph: GraphReader) {
    this.#graph = graph;
  }

  nodeLine(node: number, id: string): string {
    const properties = this.#properties(this.#graph.nodePropertyKeys(node), (key) =>
      this.#graph.nodeProperty(node, key),
    );
    return `{"type":"node",${this.#idAndLabels(node, id)},"properties":${properties}}`;
  }

  /** How a node stands in the lines of its relationships. */
  end(node: number, id: string): string {
    return `{${this.#idAndLabels(node, id)}}`;
  }

  relationshipLine(relationship: number, id: string, start: string, end: string): string {
    const properties = this.#properties(this.#graph.relationshipPropertyKeys(relationship), (key) =>
      this.#graph.relationshipProperty(relationship, key),
    );
    const name = this.#graph.typeOf(relationship);
    const type = this.#types.get(name) ?? JSON.stringify(name);
    this.#types.set(name, type);
    return `{"type":"relationship","id":${JSON.stringify(id)},"label":${type},"start":${start},"end":${end},"properties":${properties}}`;
  }

  #idAndLabels(node: number, id: string): string {
    const labels = this.#graph.labelsOf(node);
    const encoded = this.#labels.get(labels) ?? JSON.stringify(labels);
    this.#labels.set(labels, encoded);
    return `"id":${JSON.stringify(id)},"labels":${encoded}`;
  }

  #properties(keys: readonly string[], read: (key: string) => PropertyValue | undefined): string {
    let text = "{";
    for (const [key, encoded] of this.#sorted(keys)) {
      const value = read(key);
      if (value !== undefined) {
        text += `${text === "{" ? "" : ","}${encoded}${encodeValue(value)}`;
      }
    }
    return `${text}}`;
  }

  #sorted(keys: readonly string[]): readonly (readonly [string, string])[] {
    const known = this.#keys.get(keys);
    if (known !== undefined) {
      return known;
    }
    const sorted = [...keys].sort().map((key) => [key, `${JSON.stringify(key)}:`] as const);
    this.#keys.set(keys, sorted);
    return sorted;
  }
}

const isListValue = (value: PropertyValue): value is readonly ScalarValue[] => Array.isArray(value);

function encodeValue(value: PropertyValue): string {
  if (isListValue(value)) {
    return `[${value.map(encodeValue).join(",")}]`;
  }
  if (value instanceof Float) {
    return encodeFloat(value.value);
  }
  if (typeof value === "bigint") {
    return String(value);
  }
  if (typeof value !== "object") {
    return JSON.stringify(value);
  }
  if (value instanceof PointValue) {
    const z = value.z === null ? "" : `,"z":${encodeFloat(value.z)}`;
    const crs = JSON.stringify(CRS_NAMES.get(value.srid) ?? String(value.srid));
    return `{"crs":${crs},"x":${encodeFloat(value.x)},"y":${encodeFloat(value.y)}${z}}`;
  }
  return JSON.stringify(formatTemporal(value));
}

function encodeFloat(value: number): string {
  if (!Number.isFinite(value)) {
    return JSON.stringify(String(value));
  }
  const text = Object.is(value, -0) ? "-0" : String(value);
  return /[.e]/.test(text) ? text : `${text}.0`;
}
