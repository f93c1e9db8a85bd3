import { formatTemporal, type TimeForm } from "../../graph/format-temporal.js";
import { Float } from "../../graph/property-value.js";
import { CypherError } from "../source/cypher-error.js";
import type { CypherValue } from "../values/cypher-value.js";
import { formatFloat } from "../values/format-float.js";
import { formatPoint } from "../values/format-value.js";
import { compactInteger, MAX_INTEGER, MIN_INTEGER, truncateToInteger } from "../values/integer.js";
import { type IntegerValue, isInteger, isPoint, isTemporal } from "../values/is-value.js";

/** Longest text that is looked at as a number. */
const MAX_DIGITS = 400;
const INTEGER = /^[+-]?\d+$/;
const OTHER_DIGIT = /\p{Nd}/gu;
const FLOAT = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
const JAVA_FLOAT = /^([+-]?)(?:(NaN)|(Infinity)|(.+?)[fFdD]?)$/;

/** A conversion gives `undefined` for a type it does not take, null for a value it cannot convert. */
export type Conversion = (value: CypherValue, timeForm: TimeForm) => CypherValue | undefined;

export const convertToInteger: Conversion = (value) => {
  if (value === null || isInteger(value)) {
    return value;
  }
  if (value instanceof Float) {
    return truncateToInteger(value.value);
  }
  if (typeof value === "boolean") {
    return value ? 1 : 0;
  }
  return typeof value === "string" ? integerIn(value) : undefined;
};

export const convertToFloat: Conversion = (value) => {
  if (value === null || value instanceof Float) {
    return value;
  }
  if (isInteger(value)) {
    return new Float(Number(value));
  }
  return typeof value === "string" ? floatIn(value) : undefined;
};

export const convertToBoolean: Conversion = (value) => {
  if (value === null || typeof value === "boolean") {
    return value;
  }
  if (isInteger(value)) {
    return Number(value) !== 0;
  }
  if (typeof value !== "string") {
    return undefined;
  }
  const word = value.toLowerCase();
  return word === "true" ? true : word === "false" ? false : null;
};

export const convertToString: Conversion = (value, timeForm) => {
  if (value === null || typeof value === "string") {
    return value;
  }
  if (isInteger(value) || typeof value === "boolean") {
    return String(value);
  }
  if (value instanceof Float) {
    return formatFloat(value.value);
  }
  if (isPoint(value)) {
    return formatPoint(value);
  }
  return isTemporal(value) ? formatTemporal(value, timeForm) : undefined;
};

function integerIn(given: string): IntegerValue | null {
  if (given.length > MAX_DIGITS) {
    return null;
  }
  const text = given.replace(OTHER_DIGIT, asciiDigit);
  if (!INTEGER.test(text)) {
    return FLOAT.test(text) ? truncateToInteger(Number(text)) : null;
  }
  const value = BigInt(text.startsWith("+") ? text.slice(1) : text);
  if (value < MIN_INTEGER || value > MAX_INTEGER) {
    throw new CypherError({
      kind: "TypeError",
      phase: "runtime",
      detail: "InvalidArgumentValue",
      message: `\`${text}\` is beyond the 64 bits of an integer. Convert it with \`toFloat()\`.`,
    });
  }
  return compactInteger(value);
}

/** Every script's digits stand in a row from 0 to 9, and several rows may follow each other. */
function asciiDigit(digit: string): string {
  const point = digit.codePointAt(0) ?? 0;
  let first = point;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) {
    first -= 1;
  }
  return String((point - first) % 10);
}

/** What Java's `Double.parseDouble` reads: also `NaN`, `Infinity` and a trailing `f` or `d`. */
function floatIn(text: string): Float | null {
  const match = text.length > MAX_DIGITS ? null : JAVA_FLOAT.exec(text.trim());
  if (match === null) {
    return null;
  }
  const [, sign, notANumber, infinity, number = ""] = match;
  if (notANumber !== undefined) {
    return new Float(Number.NaN);
  }
  if (infinity !== undefined) {
    return new Float(sign === "-" ? -Infinity : Infinity);
  }
  return FLOAT.test(number) ? new Float(Number(`${sign}${number}`)) : null;
}
