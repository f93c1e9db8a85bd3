import { structuredKey } from "../../graph/property-equality.js";
import { Float } from "../../graph/property-value.js";
import {
  type CypherValue,
  NodeRecord,
  NodeValue,
  RelationshipRecord,
  RelationshipValue,
} from "./cypher-value.js";
import { isList, isMap, isPath } from "./is-value.js";

/** Sameness as DISTINCT and grouping see it: null is null, NaN is NaN, 1 is 1.0. */
export function equivalent(a: CypherValue, b: CypherValue): boolean {
  return a === b || groupingKey(a) === groupingKey(b);
}

/**
 * Key that two values share exactly when they are equivalent. Numbers within ±2^53 and fractions are
 * their own key, so that a `Map` over numbers needs no strings.
 */
export function groupingKey(value: CypherValue): string | number {
  switch (typeof value) {
    case "number":
      return value + 0;
    case "string":
      return `s${value}`;
    case "boolean":
      return value ? "t" : "f";
    case "bigint":
      return `i${value}`;
    default:
      return value === null ? "0" : objectKey(value);
  }
}

/** One key for several values, such as those of a DISTINCT row. */
export function groupingKeyOf(values: readonly CypherValue[]): string | number {
  const [only] = values;
  return values.length === 1 && only !== undefined ? groupingKey(only) : joinedKey(values);
}

function objectKey(value: Exclude<CypherValue, null | string | number | bigint | boolean>) {
  if (value instanceof Float) {
    return floatKey(value.value);
  }
  if (value instanceof NodeValue) {
    return `n${value.slot}`;
  }
  if (value instanceof RelationshipValue) {
    return `r${value.slot}`;
  }
  if (isList(value)) {
    return `[${joinedKey(value)}`;
  }
  if (isMap(value)) {
    const keys = [...value.keys()].sort();
    return `{${joinedKey(keys.flatMap((key) => [key, value.get(key) ?? null]))}`;
  }
  if (value instanceof NodeRecord) {
    return `N${value.elementId}`;
  }
  if (value instanceof RelationshipRecord) {
    return `R${value.elementId}`;
  }
  if (isPath(value)) {
    return `p${joinedKey([...value.nodes, ...value.relationships])}`;
  }
  return `d${structuredKey(value)}`;
}

function floatKey(value: number): string | number {
  if (Number.isNaN(value)) {
    return "NaN";
  }
  const isWideInteger = Number.isInteger(value) && !Number.isSafeInteger(value);
  return isWideInteger ? `i${BigInt(value)}` : value + 0;
}

/** Lengths before texts, so that no two lists of values can run together into one key. */
function joinedKey(values: readonly CypherValue[]): string {
  let joined = "";
  for (const value of values) {
    const key = groupingKey(value);
    joined += typeof key === "number" ? `#${key},` : `${key.length}:${key}`;
  }
  return joined;
}
