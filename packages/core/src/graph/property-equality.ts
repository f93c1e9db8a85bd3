import {
  DateTimeValue,
  DateValue,
  DurationValue,
  Float,
  LocalDateTimeValue,
  LocalTimeValue,
  PointValue,
  type PropertyValue,
  type ScalarValue,
  TimeValue,
} from "./property-value.js";

/** A value that a `Map` can look up; strings, booleans and numbers stand for themselves. */
export type ScalarKey = string | number | boolean;

type StructuredValue = Exclude<ScalarValue, string | boolean | number | bigint | Float>;

/** Kind and parts of a temporal value or point; two are equal when these are. */
function partsOf(value: StructuredValue): readonly (string | number | bigint | null)[] {
  if (value instanceof DateValue) {
    return ["date", value.epochDay];
  }
  if (value instanceof LocalTimeValue) {
    return ["localtime", value.nanoOfDay];
  }
  if (value instanceof TimeValue) {
    return ["time", value.nanoOfDay, value.offsetSeconds];
  }
  if (value instanceof LocalDateTimeValue) {
    return ["localdatetime", value.epochDay, value.nanoOfDay];
  }
  if (value instanceof DateTimeValue) {
    return ["datetime", value.epochDay, value.nanoOfDay, value.offsetSeconds, value.zone];
  }
  if (value instanceof DurationValue) {
    return ["duration", value.months, value.days, value.seconds, value.nanos];
  }
  return ["point", value.srid, value.x, value.y, value.z];
}

const isStructured = (value: PropertyValue): value is StructuredValue =>
  value instanceof DateValue ||
  value instanceof LocalTimeValue ||
  value instanceof TimeValue ||
  value instanceof LocalDateTimeValue ||
  value instanceof DateTimeValue ||
  value instanceof DurationValue ||
  value instanceof PointValue;

/** Text that two temporal values or points share exactly when they are equal. */
export function structuredKey(value: StructuredValue): string {
  return partsOf(value).join("|");
}

/**
 * Look-up key of a scalar and whether equal keys of its kind prove equality; null for NaN, which
 * equals nothing. Integers beyond ±2^53 share the key of the nearest float.
 */
export function scalarKey(value: ScalarValue): ScalarKey | null {
  if (value instanceof Float) {
    return Number.isNaN(value.value) ? null : value.value;
  }
  if (typeof value === "bigint") {
    return Number(value);
  }
  return isStructured(value) ? structuredKey(value) : value;
}

/** Whether two numbers are equal as Neo4j compares them: an integer meets a float as a float. */
function numbersEqual(a: number | bigint | Float, b: number | bigint | Float): boolean {
  if (a instanceof Float || b instanceof Float) {
    return (
      (a instanceof Float ? a.value : Number(a)) === (b instanceof Float ? b.value : Number(b))
    );
  }
  return a === b;
}

const isNumeric = (value: PropertyValue): value is number | bigint | Float =>
  typeof value === "number" || typeof value === "bigint" || value instanceof Float;

const isListValue = (value: PropertyValue): value is readonly ScalarValue[] => Array.isArray(value);

/** Cypher equality of two stored values: 1 = 1.0, NaN equals nothing, lists by element. */
export function propertiesEqual(a: PropertyValue, b: PropertyValue): boolean {
  if (isNumeric(a)) {
    return isNumeric(b) && numbersEqual(a, b);
  }
  if (isListValue(a)) {
    return (
      isListValue(b) &&
      a.length === b.length &&
      a.every((item, at) => {
        const other = b[at];
        return other !== undefined && propertiesEqual(item, other);
      })
    );
  }
  if (isStructured(a)) {
    return !isListValue(b) && isStructured(b) && structuredKey(a) === structuredKey(b);
  }
  return a === b;
}
