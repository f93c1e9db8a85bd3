import { Float } from "../../graph/property-value.js";
import type { CypherValue } from "../values/cypher-value.js";
import { compactInteger, MIN_INTEGER } from "../values/integer.js";
import { isNumber, toDouble } from "../values/is-value.js";
import { badArgument, typeMismatch } from "../values/value-error.js";
import { argument, integerArgument, numberArgument, textArgument } from "./argument.js";
import type { CypherFunction } from "./cypher-function.js";
import { defineFunction, defineStrict } from "./define-function.js";
import { isRoundingMode, ROUNDING_MODES, roundDecimal, roundWhole } from "./round-decimal.js";

/** A function from one number to a float. */
export const onNumber = (signature: string, compute: (value: number) => number): CypherFunction => {
  const name = signature.slice(0, signature.indexOf("("));
  return defineStrict(signature, (args) => new Float(compute(numberArgument(name, args, 0))), 1);
};

export const constant = (signature: string, value: number): CypherFunction =>
  defineFunction(signature, () => new Float(value), 0);

function absolute(value: CypherValue): CypherValue {
  if (typeof value === "number") {
    return Math.abs(value);
  }
  if (value instanceof Float) {
    return new Float(Math.abs(value.value));
  }
  if (typeof value === "bigint") {
    // The most negative integer has no counterpart in 64 bits and stays as it is, as in Java.
    return value === MIN_INTEGER || value > 0n ? value : compactInteger(-value);
  }
  throw typeMismatch("`abs()`", "a number", value);
}

function signOf(value: CypherValue): number {
  if (!isNumber(value)) {
    throw typeMismatch("`sign()`", "a number", value);
  }
  const size = toDouble(value);
  return size > 0 ? 1 : size < 0 ? -1 : 0;
}

function round(args: readonly CypherValue[]): Float {
  const value = numberArgument("round", args, 0);
  const decimals = args.length > 1 ? integerArgument("round", args, 1) : 0;
  if (decimals < 0) {
    throw badArgument(`\`round()\` was given ${decimals} decimals. It takes 0 or more.`);
  }
  if (args.length < 3) {
    // Without a mode, halves go up at no decimals and away from zero at more, as Neo4j has it.
    return new Float(decimals === 0 ? roundWhole(value) : roundDecimal(value, decimals, "HALF_UP"));
  }
  const mode = textArgument("round", args, 2).toUpperCase();
  if (!isRoundingMode(mode)) {
    throw badArgument(
      `\`round()\` was given the mode \`${mode}\`. It takes ${ROUNDING_MODES.join(", ")}.`,
    );
  }
  return new Float(roundDecimal(value, decimals, mode));
}

export const NUMERIC_FUNCTIONS: readonly CypherFunction[] = [
  defineStrict(
    "abs(number) → the number without its sign",
    (args) => absolute(argument(args, 0)),
    1,
  ),
  defineStrict("sign(number) → -1, 0 or 1", (args) => signOf(argument(args, 0)), 1),
  defineStrict(
    "round(number, decimals?, mode?) → the number rounded; modes are UP, DOWN, CEILING, FLOOR, HALF_UP, HALF_DOWN, HALF_EVEN",
    round,
    1,
    3,
  ),
  defineStrict(
    "isNaN(number) → whether a number is NaN",
    (args) => Number.isNaN(numberArgument("isNaN", args, 0)),
    1,
  ),
  onNumber("ceil(number) → the smallest whole float not below the number", Math.ceil),
  onNumber("ceiling(number) → the smallest whole float not below the number", Math.ceil),
  onNumber("floor(number) → the largest whole float not above the number", Math.floor),
  onNumber("sqrt(number) → the square root", Math.sqrt),
  onNumber("exp(number) → e to the power of the number", Math.exp),
  onNumber("log(number) → the natural logarithm", Math.log),
  onNumber("ln(number) → the natural logarithm", Math.log),
  onNumber("log10(number) → the logarithm to base 10", Math.log10),
  constant("e() → the base of the natural logarithm", Math.E),
  defineFunction(
    "rand() → a random float from 0 up to 1",
    (_args, { random }) => new Float(random()),
    0,
  ),
];
