import { characterAt, isDigit, isNamePart } from "./character-classes.js";
import type { Token, TokenProblem } from "./token.js";

const MAX_MAGNITUDE = 2n ** 63n;
const HEX = /^0x[0-9a-f]+(?:_[0-9a-f]+)*$/i;
const OCTAL = /^0o?[0-7]+(?:_[0-7]+)*$/i;
/** A leading zero once meant octal; Neo4j refuses it, so that `017` is not read as seventeen. */
const DECIMAL = /^(?:0|[1-9][0-9]*(?:_[0-9]+)*)$/;

/**
 * The number that starts at an offset. Overlong and malformed numbers become tokens with a problem,
 * because a map key such as `{1a: 2}` is a different mistake than the number `1a`.
 */
export function lexNumber(source: string, start: number): Token {
  if (source[start] === "0" && /[xXoO]/.test(source.charAt(start + 1))) {
    return integerToken(source, start, endOfName(source, start));
  }
  let end = endOfDigits(source, start);
  let isFloat = false;
  if (source[end] === "." && isDigit(source.charAt(end + 1))) {
    isFloat = true;
    end = endOfDigits(source, end + 1);
  }
  const exponent = endOfExponent(source, end);
  if (exponent !== end) {
    isFloat = true;
    end = exponent;
  }
  const afterName = endOfName(source, end);
  if (afterName !== end) {
    return invalidNumber(source, start, afterName);
  }
  return isFloat ? floatToken(source, start, end) : integerToken(source, start, end);
}

function endOfDigits(source: string, start: number): number {
  let end = start;
  while (isDigit(source.charAt(end)) || (source[end] === "_" && isDigit(source.charAt(end + 1)))) {
    end += 1;
  }
  return end;
}

function endOfExponent(source: string, start: number): number {
  if (source[start] !== "e" && source[start] !== "E") {
    return start;
  }
  const sign = source[start + 1] === "-" || source[start + 1] === "+" ? 1 : 0;
  const digits = start + 1 + sign;
  return isDigit(source.charAt(digits)) ? endOfDigits(source, digits) : start;
}

function endOfName(source: string, start: number): number {
  let end = start;
  for (let part = characterAt(source, end); part !== "" && isNamePart(part); ) {
    end += part.length;
    part = characterAt(source, end);
  }
  return end;
}

function numberToken(
  kind: "integer" | "float",
  text: string,
  start: number,
  value: number | bigint | null,
  problem: TokenProblem | null,
): Token {
  return { kind, text, keyword: "", start, end: start + text.length, value, problem };
}

function invalidNumber(source: string, start: number, end: number): Token {
  const text = source.slice(start, end);
  return numberToken("integer", text, start, null, {
    detail: "InvalidNumberLiteral",
    message: `\`${text}\` is not a number.`,
    hint: "Expected digits, `0x` with hexadecimal digits or `0o` with octal digits; a name cannot start with a digit unless it stands in backticks.",
  });
}

function integerToken(source: string, start: number, end: number): Token {
  const text = source.slice(start, end);
  const digits = text.replaceAll("_", "");
  let magnitude: bigint;
  if (HEX.test(text)) {
    magnitude = BigInt(`0x${digits.slice(2)}`);
  } else if (/^0o/i.test(text) && OCTAL.test(text)) {
    magnitude = BigInt(`0o${digits.slice(2)}`);
  } else if (DECIMAL.test(text)) {
    const small = Number(digits);
    if (Number.isSafeInteger(small)) {
      return numberToken("integer", text, start, small, null);
    }
    magnitude = BigInt(digits);
  } else {
    return invalidNumber(source, start, end);
  }
  if (magnitude > MAX_MAGNITUDE) {
    return numberToken("integer", text, start, null, integerOverflow(text));
  }
  const value = magnitude <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(magnitude) : magnitude;
  return numberToken("integer", text, start, value, null);
}

/** The problem of an integer outside 64 bits. */
export function integerOverflow(text: string): TokenProblem {
  return {
    detail: "IntegerOverflow",
    message: `The integer \`${text}\` does not fit into 64 bits.`,
    hint: "Integers go from -9223372036854775808 to 9223372036854775807; write a float such as `1e19` or a string instead.",
  };
}

function floatToken(source: string, start: number, end: number): Token {
  const text = source.slice(start, end);
  const value = Number(text.replaceAll("_", ""));
  if (Number.isFinite(value)) {
    return numberToken("float", text, start, value, null);
  }
  return numberToken("float", text, start, null, {
    detail: "FloatingPointOverflow",
    message: `The float \`${text}\` is too large.`,
    hint: "Floats go up to about 1.79e308.",
  });
}
