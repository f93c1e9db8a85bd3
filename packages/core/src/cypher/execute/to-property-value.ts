import { Float, type PropertyValue, type ScalarValue } from "../../graph/property-value.js";
import { CypherError } from "../source/cypher-error.js";
import type { CypherValue } from "../values/cypher-value.js";
import {
  isInteger,
  isList,
  isMap,
  isNode,
  isNumber,
  isPath,
  isRelationship,
  toDouble,
} from "../values/is-value.js";
import { typeName } from "../values/type-name.js";

/**
 * The value as a property can hold it: a scalar, or a list of scalars of one type, in which integers
 * beside floats become floats.
 * @throws CypherError `InvalidPropertyType`
 */
export function toPropertyValue(value: Exclude<CypherValue, null>): PropertyValue {
  return isList(value) ? toList(value) : toScalar(value, "A property");
}

function toScalar(value: CypherValue, where: string): ScalarValue {
  if (
    value === null ||
    isList(value) ||
    isMap(value) ||
    isNode(value) ||
    isRelationship(value) ||
    isPath(value)
  ) {
    throw invalidProperty(
      `${where} cannot hold a value of type ${typeName(value)}. It holds numbers, texts, booleans, points, dates, times and durations.`,
    );
  }
  return value;
}

function toList(list: readonly CypherValue[]): readonly ScalarValue[] {
  const items = list.map((item) => toScalar(item, "A list in a property"));
  const types = new Set(items.map(typeName));
  if (types.size <= 1) {
    return items;
  }
  if (!items.every(isNumber)) {
    throw invalidProperty(
      `A list in a property holds values of one type, this one has ${[...types].join(" and ")}. Turn them into texts, or keep them in several properties.`,
    );
  }
  return items.map((item) => (isInteger(item) ? new Float(toDouble(item)) : item));
}

function invalidProperty(message: string): CypherError {
  return new CypherError({
    kind: "TypeError",
    phase: "runtime",
    detail: "InvalidPropertyType",
    message,
  });
}
