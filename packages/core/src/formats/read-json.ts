import { Float, type PropertyValue, type ScalarValue } from "../graph/property-value.js";
import { unusable } from "./graph-elements.js";

export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** @throws RedthreadError `GRAPH_INVALID` where the text is no JSON of an object. */
export function readJsonObject(text: string): JsonObject {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch (cause) {
    throw unusable("it is no JSON", cause);
  }
  if (isObject(value)) return value;
  throw unusable("its JSON is no object");
}

/** The objects of a list; none where there is no list. */
export const objectsIn = (value: unknown): readonly JsonObject[] =>
  Array.isArray(value) ? value.filter(isObject) : [];

/** A number or text as a text, such as an id; null for anything else. */
export function keyText(value: unknown): string | null {
  return typeof value === "string" || typeof value === "number" ? String(value) : null;
}

/** A value of JSON as a property: null for none, JSON text for what is nested. */
export function propertyOf(value: unknown): PropertyValue | null {
  if (!Array.isArray(value)) return scalarOf(value) ?? nestedText(value);
  const items = value.map(scalarOf);
  const isFlat = (list: readonly (ScalarValue | null)[]): list is readonly ScalarValue[] =>
    list.every((item) => item !== null);
  return isFlat(items) ? items : JSON.stringify(value);
}

function scalarOf(value: unknown): ScalarValue | null {
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value !== "number") return null;
  return Number.isSafeInteger(value) ? value + 0 : new Float(value);
}

const nestedText = (value: unknown): string | null =>
  value === null || value === undefined ? null : JSON.stringify(value);
