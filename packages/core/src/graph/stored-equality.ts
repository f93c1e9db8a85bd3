import { structuredKey } from "./property-equality.js";
import { Float, type PropertyValue, type ScalarValue } from "./property-value.js";

/**
 * Whether two stored values are the same in kind and content: 1 is not 1.0, NaN is NaN, the text of a
 * day is no day. What Cypher calls equal is {@link propertiesEqual}.
 */
export function storedEqual(a: PropertyValue, b: PropertyValue): boolean {
  if (isList(a))
    return (
      isList(b) &&
      a.length === b.length &&
      a.every((item, at) => {
        const other = b[at];
        return other !== undefined && scalarsSame(item, other);
      })
    );
  return !isList(b) && scalarsSame(a, b);
}

const isList = (value: PropertyValue): value is readonly ScalarValue[] => Array.isArray(value);

function scalarsSame(a: ScalarValue, b: ScalarValue): boolean {
  if (isWhole(a) && isWhole(b)) return BigInt(a) === BigInt(b);
  if (typeof a !== "object" || typeof b !== "object") return a === b;
  if (a instanceof Float || b instanceof Float)
    return a instanceof Float && b instanceof Float && Object.is(a.value, b.value);
  return structuredKey(a) === structuredKey(b);
}

const isWhole = (value: ScalarValue): value is number | bigint =>
  typeof value === "number" || typeof value === "bigint";
