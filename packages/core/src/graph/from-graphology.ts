import { PropertyGraph } from "./property-graph.js";
import { Float, type PropertyValue, type ScalarValue } from "./property-value.js";

type Attributes = Readonly<Record<string, unknown>>;

/** The part of a graphology graph that is read here. */
export interface GraphologySource {
  forEachNode(visit: (key: string, attributes: object) => void): void;
  forEachEdge(
    visit: (key: string, attributes: object, source: string, target: string) => void,
  ): void;
}

export interface FromGraphologyOptions {
  /** Labels of a node; by default the attribute `labels`, or `Node` where there is none. */
  readonly labelsOf?: (attributes: Attributes) => readonly string[];
  /** Type of an edge; by default the attribute `relationshipType`, or `LINK` where there is none. */
  readonly typeOf?: (attributes: Attributes) => string;
}

/** Attributes that {@link toGraphology} makes of something other than a property. */
const RESERVED: ReadonlySet<string> = new Set(["labels", "relationshipType", "properties"]);

/**
 * Any graphology graph as a property graph, so that Cypher can be asked of it: a copy. Keys become
 * the property `id`, attributes become properties (or those under `properties`, as `toGraphology`
 * writes them). Whole numbers are integers; null is left out; nested values are kept as JSON text.
 * Undirected edges run from their first end to their second.
 */
export function fromGraphology(
  source: GraphologySource,
  options: FromGraphologyOptions = {},
): PropertyGraph {
  const labelsOf = options.labelsOf ?? defaultLabels;
  const typeOf = options.typeOf ?? defaultType;
  const graph = new PropertyGraph();
  const slots = new Map<string, number>();
  // Attributes are plain objects, whatever interface a caller gave them.
  source.forEachNode((key, bag) => {
    const attributes = bag as Attributes;
    slots.set(key, graph.createNode(labelsOf(attributes), propertiesOf(key, attributes)));
  });
  source.forEachEdge((key, bag, from, to) => {
    const attributes = bag as Attributes;
    const start = slots.get(from);
    const end = slots.get(to);
    if (start !== undefined && end !== undefined) {
      graph.createRelationship(typeOf(attributes), start, end, propertiesOf(key, attributes));
    }
  });
  return graph;
}

function defaultLabels(attributes: Attributes): readonly string[] {
  const labels = attributes["labels"];
  return Array.isArray(labels) && labels.every((label) => typeof label === "string")
    ? labels
    : ["Node"];
}

function defaultType(attributes: Attributes): string {
  const type = attributes["relationshipType"];
  return typeof type === "string" ? type : "LINK";
}

function propertiesOf(key: string, attributes: Attributes): [string, PropertyValue][] {
  const nested = attributes["properties"];
  const own =
    typeof nested === "object" && nested !== null
      ? Object.entries(nested)
      : Object.entries(attributes).filter(([name]) => !RESERVED.has(name));
  const entries: [string, PropertyValue][] = [["id", key]];
  for (const [name, value] of own) {
    const converted = name === "id" ? null : propertyValue(value);
    if (converted !== null) {
      entries.push([name, converted]);
    }
  }
  return entries;
}

function propertyValue(value: unknown): PropertyValue | null {
  if (Array.isArray(value)) {
    const items = value.map(scalarValue);
    return items.every((item) => item !== null) ? items : JSON.stringify(value);
  }
  return scalarValue(value) ?? (value === null || value === undefined ? null : jsonText(value));
}

function scalarValue(value: unknown): ScalarValue | null {
  switch (typeof value) {
    case "string":
    case "boolean":
    case "bigint":
      return value;
    case "number":
      return Number.isSafeInteger(value) ? value : new Float(value);
    default:
      return null;
  }
}

/** Null for what JSON leaves out, such as a function. */
function jsonText(value: unknown): string | null {
  const text: string | undefined = JSON.stringify(value);
  return text ?? null;
}
