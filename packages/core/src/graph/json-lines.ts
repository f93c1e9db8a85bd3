/*
 * One element of a graph as one line of JSON, in the form of Neo4j's apoc.export.json: keys of
 * properties sorted, so that equal elements give equal bytes. Floats keep their point (`20.0`).
 * Temporal values are written as ISO text and come back as strings; NaN and infinities likewise;
 * points are `{"crs","x","y","z"}` and come back as points.
 */
import { RedthreadError } from "../errors/redthread-error.js";
import { nodeElementId, relationshipElementId } from "./element-id.js";
import { type ExactJson, parseExactJson } from "./exact-json.js";
import { formatTemporal } from "./format-temporal.js";
import type { GraphReader } from "./graph-reader.js";
import { Float, PointValue, type PropertyValue, type ScalarValue } from "./property-value.js";

export interface NodeLine {
  readonly kind: "node";
  readonly id: string;
  readonly labels: readonly string[];
  readonly properties: readonly (readonly [string, PropertyValue])[];
}

export interface RelationshipLine {
  readonly kind: "relationship";
  readonly id: string;
  readonly type: string;
  /** Id of the node it leaves. */
  readonly start: string;
  readonly end: string;
  readonly properties: readonly (readonly [string, PropertyValue])[];
}

export type GraphLine = NodeLine | RelationshipLine;

const CRS_NAMES: ReadonlyMap<number, string> = new Map([
  [4326, "wgs-84"],
  [4979, "wgs-84-3d"],
  [7203, "cartesian"],
  [9157, "cartesian-3d"],
]);
const SRIDS: ReadonlyMap<string, number> = new Map(
  [...CRS_NAMES].map(([srid, name]) => [name, srid]),
);

/** The node's line, without a line break. Its id is {@link nodeElementId} where none is given. */
export function encodeNodeLine(
  graph: GraphReader,
  node: number,
  id: string = nodeElementId(graph, node),
): string {
  const properties = encodeProperties(graph.nodePropertyKeys(node), (key) =>
    graph.nodeProperty(node, key),
  );
  const labels = JSON.stringify(graph.labelsOf(node));
  return `{"type":"node","id":${JSON.stringify(id)},"labels":${labels},"properties":${properties}}`;
}

/** The relationship's line, without a line break; `idOf` gives the ids that the lines of its ends have. */
export function encodeRelationshipLine(
  graph: GraphReader,
  relationship: number,
  id: string = relationshipElementId(graph, relationship),
  idOf: (node: number) => string = (node) => nodeElementId(graph, node),
): string {
  const properties = encodeProperties(graph.relationshipPropertyKeys(relationship), (key) =>
    graph.relationshipProperty(relationship, key),
  );
  const end = (node: number): string =>
    `{"id":${JSON.stringify(idOf(node))},"labels":${JSON.stringify(graph.labelsOf(node))}}`;
  const type = JSON.stringify(graph.typeOf(relationship));
  const start = end(graph.startOf(relationship));
  return `{"type":"relationship","id":${JSON.stringify(id)},"label":${type},"start":${start},"end":${end(graph.endOf(relationship))},"properties":${properties}}`;
}

/** What a line says. @throws RedthreadError `GRAPH_INVALID` when it is no line of a graph */
export function decodeGraphLine(line: string): GraphLine {
  const value = parsed(line);
  const properties = decodeProperties(value["properties"]);
  const id = textOf(value["id"], "id");
  if (value["type"] === "node") {
    const labels = listOf(value["labels"] ?? [], "labels").map((label) => textOf(label, "labels"));
    return { kind: "node", id, labels, properties };
  }
  if (value["type"] === "relationship") {
    const type = textOf(value["label"], "label");
    const start = textOf(objectOf(value["start"], "start")["id"], "start.id");
    const end = textOf(objectOf(value["end"], "end")["id"], "end.id");
    return { kind: "relationship", id, type, start, end, properties };
  }
  throw invalid("`type` is neither `node` nor `relationship`");
}

function encodeProperties(
  keys: readonly string[],
  read: (key: string) => PropertyValue | undefined,
): string {
  const parts: string[] = [];
  for (const key of [...keys].sort()) {
    const value = read(key);
    if (value !== undefined) {
      parts.push(`${JSON.stringify(key)}:${encodeValue(value)}`);
    }
  }
  return `{${parts.join(",")}}`;
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

type JsonObject = { readonly [key: string]: ExactJson };

function invalid(what: string, cause?: unknown): RedthreadError {
  return new RedthreadError(
    "GRAPH_INVALID",
    `This is no line of a graph: ${what}. Expected {"type":"node",…} or {"type":"relationship",…} as apoc.export.json writes them.`,
    cause === undefined ? undefined : { cause },
  );
}

function parsed(line: string): JsonObject {
  try {
    return objectOf(parseExactJson(line), "the line");
  } catch (cause) {
    if (cause instanceof SyntaxError) {
      throw invalid("it is no JSON", cause);
    }
    throw cause;
  }
}

function objectOf(value: ExactJson | undefined, what: string): JsonObject {
  if (isObject(value)) {
    return value;
  }
  throw invalid(`\`${what}\` is no object`);
}

const isList = (value: ExactJson | undefined): value is readonly ExactJson[] =>
  Array.isArray(value);

const isObject = (value: ExactJson | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !isList(value) && !(value instanceof Float);

function textOf(value: ExactJson | undefined, what: string): string {
  if (typeof value === "string") {
    return value;
  }
  throw invalid(`\`${what}\` is no string`);
}

function listOf(value: ExactJson, what: string): readonly ExactJson[] {
  if (isList(value)) {
    return value;
  }
  throw invalid(`\`${what}\` is no list`);
}

function decodeProperties(value: ExactJson | undefined): [string, PropertyValue][] {
  const entries: [string, PropertyValue][] = [];
  for (const [key, item] of Object.entries(objectOf(value ?? {}, "properties"))) {
    if (item !== null) {
      entries.push([
        key,
        isList(item) ? item.map((each) => decodeScalar(each, key)) : decodeScalar(item, key),
      ]);
    }
  }
  return entries;
}

function decodeScalar(value: ExactJson, key: string): ScalarValue {
  if (value === null || isList(value)) {
    throw invalid(`the list \`${key}\` holds a null or another list`);
  }
  return isObject(value) ? decodePoint(value, key) : value;
}

function decodePoint(value: JsonObject, key: string): PointValue {
  const crs = value["crs"];
  const srid = typeof crs === "string" ? SRIDS.get(crs) : undefined;
  if (srid === undefined) {
    throw invalid(`the property \`${key}\` is an object and no point`);
  }
  const z = value["z"] ?? value["height"] ?? null;
  return new PointValue(
    srid,
    coordinateOf(value["x"] ?? value["longitude"], key),
    coordinateOf(value["y"] ?? value["latitude"], key),
    z === null ? null : coordinateOf(z, key),
  );
}

function coordinateOf(value: ExactJson | undefined, key: string): number {
  if (typeof value === "number") {
    return value;
  }
  if (value instanceof Float) {
    return value.value;
  }
  throw invalid(`the point \`${key}\` lacks a coordinate`);
}
