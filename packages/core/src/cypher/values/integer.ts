import { CypherError } from "../source/cypher-error.js";
import type { IntegerValue } from "./is-value.js";

/** Cypher's integers have 64 bits. */
export const MIN_INTEGER = -(2n ** 63n);
export const MAX_INTEGER = 2n ** 63n - 1n;

/** The integer as a number where it is within ±2^53, as a bigint beyond. Does not check the range. */
export function compactInteger(value: bigint): IntegerValue {
  const asNumber = Number(value);
  return Number.isSafeInteger(asNumber) ? asNumber : value;
}

/** @throws CypherError `IntegerOverflow` when the integer needs more than 64 bits. */
export function checkedInteger(value: bigint, operation: string): IntegerValue {
  if (value < MIN_INTEGER || value > MAX_INTEGER) {
    throw new CypherError({
      kind: "ArithmeticError",
      phase: "runtime",
      detail: "IntegerOverflow",
      message: `The result of ${operation} is ${value}, beyond the 64 bits of an integer. Use floats, such as 1.0, where numbers grow that large.`,
    });
  }
  return compactInteger(value);
}

/** A float without its fraction, held within 64 bits as Java does it: NaN is 0, infinities the bounds. */
export function truncateToInteger(value: number): IntegerValue {
  if (Number.isNaN(value)) {
    return 0;
  }
  const whole = Math.trunc(value) + 0;
  if (Number.isSafeInteger(whole)) {
    return whole;
  }
  if (whole >= 2 ** 63) {
    return MAX_INTEGER;
  }
  return whole < -(2 ** 63) ? MIN_INTEGER : compactInteger(BigInt(whole));
}
