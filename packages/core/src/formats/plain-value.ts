import { formatTemporal } from "../graph/format-temporal.js";
import { Float, PointValue, type PropertyValue } from "../graph/property-value.js";
import { isList } from "./typed-text.js";

/** A value as JSON has it. */
export type JsonValue =
  | string
  | number
  | boolean
  | { readonly srid: number; readonly x: number; readonly y: number; readonly z: number | null }
  | readonly JsonValue[];

/** Wide integers, temporal values, NaN and infinities become text; points an object. */
export function plainValue(value: PropertyValue): JsonValue {
  if (typeof value === "bigint") return String(value);
  if (typeof value !== "object") return value;
  if (isList(value)) return value.map(plainValue);
  if (value instanceof Float)
    return Number.isFinite(value.value) ? value.value : String(value.value);
  if (value instanceof PointValue) {
    const { srid, x, y, z } = value;
    return { srid, x, y, z };
  }
  return formatTemporal(value);
}
