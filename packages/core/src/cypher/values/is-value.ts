import {
  DateTimeValue,
  DateValue,
  DurationValue,
  Float,
  LocalDateTimeValue,
  LocalTimeValue,
  PointValue,
  type TemporalValue,
  TimeValue,
} from "../../graph/property-value.js";
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

export type IntegerValue = number | bigint;
export type NumberValue = IntegerValue | Float;
export type InstantValue = Exclude<TemporalValue, DurationValue>;

export const isInteger = (value: CypherValue): value is IntegerValue =>
  typeof value === "number" || typeof value === "bigint";

export const isNumber = (value: CypherValue): value is NumberValue =>
  typeof value === "number" || value instanceof Float || typeof value === "bigint";

/** The number as a JavaScript number; integers beyond ±2^53 are rounded. */
export function toDouble(value: NumberValue): number {
  if (typeof value === "number") {
    return value;
  }
  return value instanceof Float ? value.value : Number(value);
}

export const isList = (value: CypherValue): value is readonly CypherValue[] => Array.isArray(value);

export const isMap = (value: CypherValue): value is CypherMap => value instanceof Map;

export const isDuration = (value: CypherValue): value is DurationValue =>
  value instanceof DurationValue;

/** Dates and times; durations are temporal values but no instants. */
export const isInstant = (value: CypherValue): value is InstantValue =>
  value instanceof DateValue ||
  value instanceof DateTimeValue ||
  value instanceof LocalDateTimeValue ||
  value instanceof TimeValue ||
  value instanceof LocalTimeValue;

export const isTemporal = (value: CypherValue): value is TemporalValue =>
  isInstant(value) || isDuration(value);

export const isPoint = (value: CypherValue): value is PointValue => value instanceof PointValue;

export const isNode = (value: CypherValue): value is NodeValue | NodeRecord =>
  value instanceof NodeValue || value instanceof NodeRecord;

export const isRelationship = (
  value: CypherValue,
): value is RelationshipValue | RelationshipRecord =>
  value instanceof RelationshipValue || value instanceof RelationshipRecord;

export const isPath = (value: CypherValue): value is PathValue | PathRecord =>
  value instanceof PathValue || value instanceof PathRecord;
