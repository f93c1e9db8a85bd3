import type { TimeForm } from "../../graph/format-temporal.js";
import type { CypherValue } from "../values/cypher-value.js";
import { isList } from "../values/is-value.js";
import { badConversion, typeMismatch } from "../values/value-error.js";
import { valueTypeOf } from "../values/value-type.js";
import { argument } from "./argument.js";
import {
  type Conversion,
  convertToBoolean,
  convertToFloat,
  convertToInteger,
  convertToString,
} from "./convert-value.js";
import type { CypherFunction } from "./cypher-function.js";
import { defineFunction } from "./define-function.js";

/** `toX`, which refuses types it cannot convert, `toXOrNull`, which does not, and `toXList`. */
function family(type: string, convert: Conversion, expected: string): CypherFunction[] {
  const orFail = (value: CypherValue, timeForm: TimeForm): CypherValue => {
    const converted = convert(value, timeForm);
    if (converted === undefined) {
      throw badConversion(`\`to${type}()\``, expected, value);
    }
    return converted;
  };
  const listOf = (value: CypherValue, timeForm: TimeForm): CypherValue => {
    if (value !== null && !isList(value)) {
      throw typeMismatch(`\`to${type}List()\``, "a list", value);
    }
    return value?.map((item) => convert(item, timeForm) ?? null) ?? null;
  };
  const word = type.toLowerCase();
  return [
    defineFunction(
      `to${type}(value) → the value as ${word}`,
      (args, { timeForm }) => orFail(argument(args, 0), timeForm),
      1,
    ),
    defineFunction(
      `to${type}OrNull(value) → the value as ${word}, null where that cannot be`,
      (args, { timeForm }) => convert(argument(args, 0), timeForm) ?? null,
      1,
    ),
    defineFunction(
      `to${type}List(list) → each element as ${word}, null where that cannot be`,
      (args, { timeForm }) => listOf(argument(args, 0), timeForm),
      1,
    ),
  ];
}

export const CONVERSION_FUNCTIONS: readonly CypherFunction[] = [
  ...family("Integer", convertToInteger, "a string, a number or a boolean"),
  ...family("Float", convertToFloat, "a string or a number"),
  ...family("Boolean", convertToBoolean, "a string, an integer or a boolean"),
  ...family("String", convertToString, "a string, number, boolean, temporal value or point"),
  defineFunction(
    "valueType(value) → the type of the value, such as `LIST<INTEGER NOT NULL> NOT NULL`",
    (args) => valueTypeOf(argument(args, 0)),
    1,
  ),
];
