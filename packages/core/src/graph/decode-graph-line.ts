import { RedthreadError } from "../errors/redthread-error.js";
import { SRIDS } from "./crs.js";
import { type ExactJson, parseExactJson } from "./exact-json.js";
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
  if (value === undefined || value === null) {
    return entries;
  }
  const properties = objectOf(value, "properties");
  for (const key of Object.keys(properties)) {
    const item = properties[key] ?? null;
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
  if (typeof value === "number") {
    return Number.isInteger(value) ? value + 0 : new Float(value);
  }
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
