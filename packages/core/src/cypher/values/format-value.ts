import { CRS_NAMES } from "../../graph/crs.js";
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
import { formatFloat } from "./format-float.js";
import { isList, isMap } from "./is-value.js";

export { formatFloat } from "./format-float.js";

const PLAIN_NAME = /^[\p{L}_][\p{L}\p{N}_]*$/u;
/** A value as a Cypher literal; temporal values as bare ISO text, graph elements as patterns. */
export function formatValue(value: CypherValue): string {
  switch (typeof value) {
    case "string":
      return quoted(value);
    case "number":
    case "bigint":
    case "boolean":
      return String(value);
    default:
      return value === null ? "null" : formatObject(value);
  }
}

/** A value as a table shows it: like {@link formatValue}, but a string of its own without quotes. */
export function formatCell(value: CypherValue): string {
  return typeof value === "string" ? value : formatValue(value);
}

/** `point({x: 1.0, y: 2.0, crs: 'cartesian'})`. */
export function formatPoint(point: PointValue): string {
  const z = point.z === null ? "" : `, z: ${formatFloat(point.z)}`;
  const crs = CRS_NAMES.get(point.srid) ?? String(point.srid);
  return `point({x: ${formatFloat(point.x)}, y: ${formatFloat(point.y)}${z}, crs: '${crs}'})`;
}

function formatObject(value: Exclude<CypherValue, null | string | number | bigint | boolean>) {
  if (value instanceof Float) return formatFloat(value.value);
  if (isList(value)) return `[${value.map(formatValue).join(", ")}]`;
  if (isMap(value)) return formatMap(value);
  if (value instanceof NodeRecord) return formatNode(value);
  if (value instanceof RelationshipRecord) return formatRelationship(value);
  if (value instanceof NodeValue) return `(#${value.slot})`;
  if (value instanceof RelationshipValue) return `[#${value.slot}]`;
  if (value instanceof PathRecord) return formatPath(value);
  if (value instanceof PathValue) return `<path of length ${value.relationships.length}>`;
  if (value instanceof PointValue) return formatPoint(value);
  return formatTemporal(value);
}

function quoted(text: string): string {
  const escaped = text
    .replaceAll("\\", "\\\\")
    .replaceAll("'", "\\'")
    .replaceAll("\n", "\\n")
    .replaceAll("\r", "\\r")
    .replaceAll("\t", "\\t");
  return `'${escaped}'`;
}

const nameOf = (name: string): string =>
  PLAIN_NAME.test(name) ? name : `\`${name.replaceAll("`", "``")}\``;

function formatMap(map: CypherMap): string {
  const entries = [...map].map(([key, value]) => `${nameOf(key)}: ${formatValue(value)}`);
  return `{${entries.join(", ")}}`;
}

function formatNode(node: NodeRecord): string {
  const labels = node.labels.map((label) => `:${nameOf(label)}`).join("");
  const properties = node.properties.size === 0 ? "" : formatMap(node.properties);
  return `(${[labels, properties].filter((part) => part !== "").join(" ")})`;
}

function formatRelationship(relationship: RelationshipRecord): string {
  const properties =
    relationship.properties.size === 0 ? "" : ` ${formatMap(relationship.properties)}`;
  return `[:${nameOf(relationship.type)}${properties}]`;
}

/** Nodes and relationships with arrows as they were walked. */
function formatPath(path: PathRecord): string {
  let text = "";
  for (const [at, node] of path.nodes.entries()) {
    text += formatNode(node);
    const relationship = path.relationships[at];
    if (relationship !== undefined) {
      const body = formatRelationship(relationship);
      const isForward = relationship.startElementId === node.elementId;
      text += isForward ? `-${body}->` : `<-${body}-`;
    }
  }
  return `<${text}>`;
}
