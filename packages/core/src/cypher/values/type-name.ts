import {
  DateTimeValue,
  DateValue,
  Float,
  LocalDateTimeValue,
  LocalTimeValue,
  PointValue,
  TimeValue,
} from "../../graph/property-value.js";
import type { CypherValue } from "./cypher-value.js";
import { isDuration, isList, isNode, isPath, isRelationship } from "./is-value.js";

export type TypeName =
  | "Null"
  | "Boolean"
  | "Integer"
  | "Float"
  | "String"
  | "Date"
  | "LocalTime"
  | "Time"
  | "LocalDateTime"
  | "DateTime"
  | "Duration"
  | "Point"
  | "List"
  | "Map"
  | "Node"
  | "Relationship"
  | "Path";

/** The type of a value as Cypher's error messages name it. */
export function typeName(value: CypherValue): TypeName {
  switch (typeof value) {
    case "boolean":
      return "Boolean";
    case "string":
      return "String";
    case "number":
    case "bigint":
      return "Integer";
    default:
      return value === null ? "Null" : objectTypeName(value);
  }
}

function objectTypeName(value: Exclude<CypherValue, null>): TypeName {
  if (value instanceof Float) return "Float";
  if (isList(value)) return "List";
  if (isNode(value)) return "Node";
  if (isRelationship(value)) return "Relationship";
  if (isPath(value)) return "Path";
  if (value instanceof DateValue) return "Date";
  if (value instanceof DateTimeValue) return "DateTime";
  if (value instanceof LocalDateTimeValue) return "LocalDateTime";
  if (value instanceof TimeValue) return "Time";
  if (value instanceof LocalTimeValue) return "LocalTime";
  if (isDuration(value)) return "Duration";
  if (value instanceof PointValue) return "Point";
  return "Map";
}
