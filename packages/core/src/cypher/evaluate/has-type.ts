import type { NamedType, ValueTypeUnion } from "../ast/value-type.js";
import type { CypherValue } from "../values/cypher-value.js";
import { isList } from "../values/is-value.js";
import { bareTypeName } from "../values/value-type.js";

const NOT_STORED: ReadonlySet<string> = new Set(["NODE", "RELATIONSHIP", "MAP", "PATH"]);

/** Whether the value has one of the types. */
export function hasType(value: CypherValue, types: ValueTypeUnion): boolean {
  return types.some((type) => isOf(value, type));
}

function isOf(value: CypherValue, { name, item, nullable }: NamedType): boolean {
  if (value === null) {
    return nullable && name !== "NOTHING";
  }
  switch (name) {
    case "ANY":
      return true;
    case "NOTHING":
    case "NULL":
      return false;
    case "LIST":
      return isList(value) && value.every((each) => item === null || hasType(each, item));
    case "PROPERTY VALUE":
      return isList(value)
        ? value.every((each) => each !== null && !isList(each) && isStored(each))
        : isStored(value);
    default:
      return !isList(value) && bareTypeName(value) === name;
  }
}

const isStored = (value: CypherValue): boolean => !NOT_STORED.has(bareTypeName(value));
