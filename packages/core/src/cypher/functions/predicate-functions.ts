import { equals } from "../values/equals.js";
import { argument } from "./argument.js";
import type { CypherFunction } from "./cypher-function.js";
import { defineFunction } from "./define-function.js";

export const PREDICATE_FUNCTIONS: readonly CypherFunction[] = [
  defineFunction(
    "coalesce(value, …) → the first value that is not null",
    (args) => args.find((value) => value !== null) ?? null,
    1,
    Number.POSITIVE_INFINITY,
  ),
  defineFunction(
    "exists(element.property) → whether the element has the property",
    (args) => argument(args, 0) !== null,
    1,
  ),
  defineFunction(
    "nullIf(value, other) → null when both are equal, the value otherwise",
    (args) => {
      const value = argument(args, 0);
      return equals(value, argument(args, 1)) === true ? null : value;
    },
    2,
  ),
];
