import { Float } from "../../graph/property-value.js";
import { CypherError } from "../source/cypher-error.js";
import type { CypherValue } from "./cypher-value.js";
import { formatValue } from "./format-value.js";
import { checkedInteger, MIN_INTEGER } from "./integer.js";
import {
  type IntegerValue,
  isDuration,
  isInstant,
  isInteger,
  isList,
  isNumber,
  isPoint,
  isTemporal,
  toDouble,
} from "./is-value.js";
import { addDurations, divideDuration, scaleDuration } from "./temporal/duration-arithmetic.js";
import { shiftInstant } from "./temporal/shift.js";
import { typeMismatch } from "./value-error.js";

const ADDABLE = "numbers, strings, lists, durations, or a date or time with a duration";
const SUBTRACTABLE = "numbers, durations, or a date or time minus a duration";
const MULTIPLIABLE = "numbers, or a duration and a number";

/** Cypher's `+`: sum, concatenation, list extension, or a date moved on by a duration. */
export function add(a: CypherValue, b: CypherValue): CypherValue {
  if (typeof a === "number" && typeof b === "number") {
    const sum = a + b;
    return Number.isSafeInteger(sum) ? sum : checkedInteger(BigInt(a) + BigInt(b), "`+`");
  }
  if (a === null || b === null) {
    return null;
  }
  if (isList(a)) {
    return isList(b) ? a.concat(b) : [...a, b];
  }
  if (isList(b)) {
    return [a, ...b];
  }
  if (isNumber(a) && isNumber(b)) {
    return isInteger(a) && isInteger(b)
      ? checkedInteger(BigInt(a) + BigInt(b), "`+`")
      : new Float(toDouble(a) + toDouble(b));
  }
  return concatenate(a, b) ?? addTemporals(a, b);
}

/** Cypher's `-` between two values. */
export function subtract(a: CypherValue, b: CypherValue): CypherValue {
  if (typeof a === "number" && typeof b === "number") {
    const difference = a - b;
    return Number.isSafeInteger(difference)
      ? difference
      : checkedInteger(BigInt(a) - BigInt(b), "`-`");
  }
  if (a === null || b === null) {
    return null;
  }
  if (isNumber(a) && isNumber(b)) {
    return isInteger(a) && isInteger(b)
      ? checkedInteger(BigInt(a) - BigInt(b), "`-`")
      : new Float(toDouble(a) - toDouble(b));
  }
  if (isDuration(b)) {
    if (isDuration(a)) {
      return addDurations(a, b, -1);
    }
    if (isInstant(a)) {
      return shiftInstant(a, b, -1);
    }
  }
  const isLeftFine = isNumber(a) || isDuration(a) || isInstant(a);
  throw typeMismatch("`-`", SUBTRACTABLE, isLeftFine ? b : a);
}

/** Cypher's `*`. */
export function multiply(a: CypherValue, b: CypherValue): CypherValue {
  if (typeof a === "number" && typeof b === "number") {
    const product = a * b;
    return Number.isSafeInteger(product)
      ? product + 0
      : checkedInteger(BigInt(a) * BigInt(b), "`*`");
  }
  if (a === null || b === null) {
    return null;
  }
  if (isNumber(a) && isNumber(b)) {
    return isInteger(a) && isInteger(b)
      ? checkedInteger(BigInt(a) * BigInt(b), "`*`")
      : new Float(toDouble(a) * toDouble(b));
  }
  if (isDuration(a) && isNumber(b)) {
    return scaleDuration(a, b);
  }
  if (isNumber(a) && isDuration(b)) {
    return scaleDuration(b, a);
  }
  throw typeMismatch("`*`", MULTIPLIABLE, isNumber(a) || isDuration(a) ? b : a);
}

/**
 * Cypher's `/`: between integers the whole part of the quotient. The integer 0 divides nothing, the
 * float 0.0 gives Infinity or NaN. @throws CypherError `DivisionByZero`
 */
export function divide(a: CypherValue, b: CypherValue): CypherValue {
  if (a === null || b === null) {
    return null;
  }
  if (isInteger(b) && Number(b) === 0 && (isNumber(a) || isDuration(a))) {
    throw divisionByZero();
  }
  if (isInteger(a) && isInteger(b)) {
    return divideIntegers(a, b);
  }
  if (isNumber(a) && isNumber(b)) {
    return new Float(toDouble(a) / toDouble(b));
  }
  if (isDuration(a) && isNumber(b)) {
    return divideDuration(a, toDouble(b));
  }
  throw typeMismatch("`/`", "numbers, or a duration and a number", isNumber(a) ? b : a);
}

/** Cypher's `%`: the remainder has the sign of the left side. @throws CypherError `DivisionByZero` */
export function modulo(a: CypherValue, b: CypherValue): CypherValue {
  if (a === null || b === null) {
    return null;
  }
  if (isInteger(a) && isInteger(b)) {
    if (Number(b) === 0) {
      throw divisionByZero();
    }
    return typeof a === "number" && typeof b === "number"
      ? (a % b) + 0
      : checkedInteger(BigInt(a) % BigInt(b), "`%`");
  }
  if (isNumber(a) && isNumber(b)) {
    return new Float(toDouble(a) % toDouble(b));
  }
  throw typeMismatch("`%`", "numbers", isNumber(a) ? b : a);
}

/** Cypher's `^`: always a float. */
export function power(a: CypherValue, b: CypherValue): CypherValue {
  if (a === null || b === null) {
    return null;
  }
  if (isNumber(a) && isNumber(b)) {
    return new Float(toDouble(a) ** toDouble(b));
  }
  throw typeMismatch("`^`", "numbers", isNumber(a) ? b : a);
}

/** Cypher's `-` before a value. */
export function negate(a: CypherValue): CypherValue {
  if (a === null) {
    return null;
  }
  if (a instanceof Float) {
    return new Float(-a.value);
  }
  if (typeof a === "number") {
    return 0 - a;
  }
  if (typeof a === "bigint") {
    return checkedInteger(-a, "`-`");
  }
  throw typeMismatch("`-`", "numbers", a);
}

/** Cypher's `+` before a value. */
export function plus(a: CypherValue): CypherValue {
  if (a === null || isNumber(a)) {
    return a;
  }
  throw typeMismatch("`+`", "numbers", a);
}

/** Cypher's `||`: joins two strings or two lists. */
export function concat(a: CypherValue, b: CypherValue): CypherValue {
  if (a === null || b === null) {
    return null;
  }
  if (typeof a === "string" && typeof b === "string") {
    return a + b;
  }
  if (isList(a) && isList(b)) {
    return a.concat(b);
  }
  throw typeMismatch(
    "`||`",
    "two strings or two lists",
    isList(a) || typeof a === "string" ? b : a,
  );
}

/** Joins two strings, or a string and a number; undefined when neither fits. */
function concatenate(a: CypherValue, b: CypherValue): string | undefined {
  if (typeof a !== "string" && typeof b !== "string") return undefined;
  const [head, tail] = [joinedText(a), joinedText(b)];
  return head === undefined || tail === undefined ? undefined : head + tail;
}

/** A value as it is written beside a text; undefined for what is joined with none. */
function joinedText(value: CypherValue): string | undefined {
  if (typeof value === "string") return value;
  const isPlain =
    isNumber(value) || typeof value === "boolean" || isTemporal(value) || isPoint(value);
  return isPlain ? formatValue(value) : undefined;
}

function addTemporals(a: CypherValue, b: CypherValue): CypherValue {
  if (isDuration(a)) {
    if (isDuration(b)) {
      return addDurations(a, b, 1);
    }
    if (isInstant(b)) {
      return shiftInstant(b, a, 1);
    }
  }
  if (isInstant(a) && isDuration(b)) {
    return shiftInstant(a, b, 1);
  }
  const isLeftFine = isNumber(a) || typeof a === "string" || isDuration(a) || isInstant(a);
  throw typeMismatch("`+`", ADDABLE, isLeftFine ? b : a);
}

function divideIntegers(a: IntegerValue, b: IntegerValue): IntegerValue {
  if (typeof a === "number" && typeof b === "number") {
    // (a - a % b) is a multiple of b, so that the quotient is exact.
    return (a - (a % b)) / b + 0;
  }
  // Java's one quotient beyond 64 bits stays where it is.
  return BigInt(a) === MIN_INTEGER && Number(b) === -1
    ? MIN_INTEGER
    : checkedInteger(BigInt(a) / BigInt(b), "`/`");
}

function divisionByZero(): CypherError {
  return new CypherError({
    kind: "ArithmeticError",
    phase: "runtime",
    detail: "DivisionByZero",
    message:
      "A value was divided by the integer 0. Divide by the float 0.0 for Infinity, or leave the rows with 0 out.",
  });
}
