import { Float } from "../../graph/property-value.js";
import type { ProcedureField } from "../semantics/catalog.js";
import type { CypherValue } from "../values/cypher-value.js";
import { isInteger, isNumber, toDouble } from "../values/is-value.js";
import { typeName } from "../values/type-name.js";
import { typeMismatch } from "../values/value-error.js";

/**
 * The value as the procedure's input takes it: integers become floats where a float is asked for.
 * @throws CypherError `InvalidArgumentType` when the value is of another type
 */
export function toArgument(
  procedure: string,
  field: ProcedureField,
  value: CypherValue,
): CypherValue {
  const type = field.type.replace("?", "").toUpperCase();
  if (value === null || type === "ANY") {
    return value;
  }
  switch (type) {
    case "FLOAT":
      if (isNumber(value)) {
        return isInteger(value) ? new Float(toDouble(value)) : value;
      }
      break;
    case "NUMBER":
      if (isNumber(value)) {
        return value;
      }
      break;
    default:
      if (type.startsWith("LIST") || typeName(value).toUpperCase() === type) {
        return value;
      }
  }
  throw typeMismatch(`\`${procedure}\``, `a value of type ${type} as \`${field.name}\``, value);
}
