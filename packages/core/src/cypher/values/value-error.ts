import { CypherError } from "../source/cypher-error.js";
import type { CypherValue } from "./cypher-value.js";
import { typeName } from "./type-name.js";

/** A value of a type that an operator or function does not take; `expected` completes "takes …". */
export function typeMismatch(what: string, expected: string, value: CypherValue): CypherError {
  return new CypherError({
    kind: "TypeError",
    phase: "runtime",
    detail: "InvalidArgumentType",
    message: `${what} was given a value of type ${typeName(value)}. It takes ${expected}.`,
  });
}

/** A value of a type that a conversion does not take, in the TCK's terms. */
export function badConversion(what: string, expected: string, value: CypherValue): CypherError {
  return new CypherError({
    kind: "TypeError",
    phase: "runtime",
    detail: "InvalidArgumentValue",
    message: `${what} was given a value of type ${typeName(value)}. It takes ${expected}.`,
  });
}

/** A value of the right type that makes no sense where it stands. */
export function badArgument(message: string): CypherError {
  return new CypherError({
    kind: "ArgumentError",
    phase: "runtime",
    detail: "InvalidArgumentValue",
    message,
  });
}

/** A number outside the range that an argument takes. */
export function outOfRange(message: string): CypherError {
  return new CypherError({
    kind: "ArgumentError",
    phase: "runtime",
    detail: "NumberOutOfRange",
    message,
  });
}
