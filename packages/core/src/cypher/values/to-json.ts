import { formatTemporal } from "../../graph/format-temporal.js";
import { Float, PointValue } from "../../graph/property-value.js";
import {
  type CypherMap,
  type CypherValue,
  NodeRecord,
  NodeValue,
  PathRecord,
  PathValue,
  RelationshipRecord,
  RelationshipValue,
} from "./cypher-value.js";
import { isList, isMap } from "./is-value.js";

export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

/**
 * A value as JSON can hold it. Integers beyond ±2^53, NaN and infinities become strings, temporal
 * values ISO text, points `{srid, x, y}`, nodes `{elementId, labels, properties}`, relationships
 * `{elementId, type, start, end, properties}`, paths `{nodes, relationships}`.
 */
export function toJson(value: CypherValue): JsonValue {
  if (value === null || typeof value === "string" || typeof value === "boolean") {
    return value;
  }
  if (typeof value === "number") {
    return value;
  }
  if (typeof value === "bigint") {
    return String(value);
  }
  return objectToJson(value);
}

function objectToJson(
  value: Exclude<CypherValue, null | string | number | bigint | boolean>,
): JsonValue {
  if (value instanceof Float) {
    return Number.isFinite(value.value) ? value.value : String(value.value);
  }
  if (isList(value)) return value.map(toJson);
  if (isMap(value)) return mapToJson(value);
  if (value instanceof PointValue) {
    const { srid, x, y, z } = value;
    return z === null ? { srid, x, y } : { srid, x, y, z };
  }
  if (value instanceof NodeRecord) {
    const { elementId, labels, properties } = value;
    return { elementId, labels, properties: mapToJson(properties) };
  }
  if (value instanceof RelationshipRecord) {
    return {
      elementId: value.elementId,
      type: value.type,
      start: value.startElementId,
      end: value.endElementId,
      properties: mapToJson(value.properties),
    };
  }
  if (value instanceof PathRecord || value instanceof PathValue) {
    return { nodes: value.nodes.map(toJson), relationships: value.relationships.map(toJson) };
  }
  if (value instanceof NodeValue || value instanceof RelationshipValue) {
    return { slot: value.slot };
  }
  return formatTemporal(value);
}

/** `fromEntries` defines each key, so that `__proto__` is a key like any other. */
const mapToJson = (map: CypherMap): JsonValue =>
  Object.fromEntries([...map].map(([key, value]) => [key, toJson(value)]));
