import {
  type CypherMap,
  type CypherValue,
  formatFloat,
  isTemporal,
  NodeRecord,
  PathRecord,
  RelationshipRecord,
} from "@redthread/core/cypher";
import { Float, formatTemporal, PointValue } from "@redthread/core/graph";

/**
 * A value as JSON. Integers are written whole whatever their size, floats with a decimal point or an
 * exponent, NaN and the infinities as strings, temporal values as ISO 8601 strings. Nodes and
 * relationships carry no internal ids: those differ between stores, `id` in the properties does not.
 */
export function jsonText(value: CypherValue): string {
  switch (typeof value) {
    case "boolean":
    case "number":
    case "bigint":
      return String(value);
    case "string":
      return jsonString(value);
    default:
      return value === null ? "null" : jsonOfObject(value);
  }
}

// JSON leaves these as they are; a terminal would obey them, and no reader sees a difference.
const ACTING = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** A JSON string that a terminal shows as it stands. */
export const jsonString = (text: string): string => escaped(JSON.stringify(text));

/** Plain data as JSON that a terminal shows as it stands. */
export const jsonData = (data: Readonly<Record<string, unknown>>, indent?: number): string =>
  escaped(JSON.stringify(data, undefined, indent));

const escaped = (json: string): string =>
  json.replace(ACTING, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);

function jsonOfObject(value: object & CypherValue): string {
  if (value instanceof Float) return floatText(value.value);
  if (isArray(value)) return `[${value.map(jsonText).join(",")}]`;
  if (value instanceof Map) return jsonMap(value);
  if (isTemporal(value)) return jsonString(formatTemporal(value));
  if (value instanceof NodeRecord) {
    return `{"labels":${jsonText(value.labels)},"properties":${jsonMap(value.properties)}}`;
  }
  if (value instanceof RelationshipRecord) {
    return `{"type":${jsonString(value.type)},"properties":${jsonMap(value.properties)}}`;
  }
  if (value instanceof PathRecord) return jsonPath(value);
  if (value instanceof PointValue) {
    const z = value.z === null ? "" : `,"z":${floatText(value.z)}`;
    return `{"srid":${value.srid},"x":${floatText(value.x)},"y":${floatText(value.y)}${z}}`;
  }
  throw new TypeError(`A result holds a ${value.constructor.name}, which no result should.`);
}

/** `from` and `to` are positions in `nodes`: a path may follow a relationship against its direction. */
function jsonPath({ nodes, relationships }: PathRecord): string {
  const links = relationships.map((link, index) => {
    const forward = link.startElementId === nodes[index]?.elementId;
    const [from, to] = forward ? [index, index + 1] : [index + 1, index];
    return `{"type":${jsonString(link.type)},"from":${from},"to":${to},"properties":${jsonMap(link.properties)}}`;
  });
  return `{"nodes":${jsonText(nodes)},"relationships":[${links.join(",")}]}`;
}

function jsonMap(map: CypherMap): string {
  return jsonObject([...map].map(([key, value]) => [key, jsonText(value)]));
}

/** A JSON object from keys and texts that are JSON already, in their order. */
export function jsonObject(entries: readonly (readonly [string, string])[]): string {
  return `{${entries.map(([key, text]) => `${jsonString(key)}:${text}`).join(",")}}`;
}

/** A float that nobody takes for an integer: `1.0`, `1.0E10`; JSON has no word for the rest. */
function floatText(value: number): string {
  const text = formatFloat(value);
  return Number.isFinite(value) ? text : `"${text}"`;
}

export function isArray(value: CypherValue): value is readonly CypherValue[] {
  return Array.isArray(value);
}
