export type RoundingMode =
  | "UP"
  | "DOWN"
  | "CEILING"
  | "FLOOR"
  | "HALF_UP"
  | "HALF_DOWN"
  | "HALF_EVEN";

export const ROUNDING_MODES: readonly string[] = [
  "UP",
  "DOWN",
  "CEILING",
  "FLOOR",
  "HALF_UP",
  "HALF_DOWN",
  "HALF_EVEN",
];

export const isRoundingMode = (text: string): text is RoundingMode => ROUNDING_MODES.includes(text);

/** Digits of the shortest decimal that names the number, and where its point stands. */
function decimalOf(size: number): { readonly digits: string; readonly exponent: number } {
  const [mantissa = "0", exponent = "0"] = size.toExponential().split("e");
  return { digits: mantissa.replace(".", ""), exponent: Number(exponent) };
}

function roundsUp(mode: RoundingMode, rest: string, last: string, isNegative: boolean): boolean {
  const isHalf = /^50*$/.test(rest);
  const isAboveHalf = !isHalf && rest >= "5";
  switch (mode) {
    case "UP":
      return /[1-9]/.test(rest);
    case "DOWN":
      return false;
    case "CEILING":
      return !isNegative && /[1-9]/.test(rest);
    case "FLOOR":
      return isNegative && /[1-9]/.test(rest);
    case "HALF_UP":
      return isAboveHalf || isHalf;
    case "HALF_DOWN":
      return isAboveHalf;
    case "HALF_EVEN":
      return isAboveHalf || (isHalf && Number(last) % 2 === 1);
  }
}

const LONGEST = 2 ** 63;

/** The nearest whole number, halves up, as a 64-bit integer would hold it: that is how Neo4j rounds. */
export function roundWhole(value: number): number {
  if (!Number.isFinite(value)) return value;
  return Math.min(Math.max(Math.round(value), -LONGEST), LONGEST) + 0;
}

/**
 * The number rounded to so many decimals, on the decimal digits that it prints with: 2.345 is a half
 * at two decimals, although the nearest double lies below.
 */
export function roundDecimal(value: number, decimals: number, mode: RoundingMode): number {
  if (!Number.isFinite(value)) {
    return value;
  }
  // Of -0.0 a decimal keeps no sign.
  if (value === 0) return 0;
  const { digits, exponent } = decimalOf(Math.abs(value));
  const kept = exponent + 1 + decimals;
  if (kept >= digits.length) {
    return value;
  }
  const head = kept > 0 ? digits.slice(0, kept) : "0";
  const rest = kept >= 0 ? digits.slice(Math.max(0, kept)) : `0${digits}`;
  const up = roundsUp(mode, rest, head.at(-1) ?? "0", value < 0);
  const whole = BigInt(head) + (up ? 1n : 0n);
  const size = Number(`${whole}e${-decimals}`);
  return value < 0 ? -size : size;
}
