// What two figures that are told of one thing make of each other. Only what cannot both be true is a
// conflict; a bound, a round number, another unit or another period is told as what it is.
import { boundsOf, type Figure, isExact } from "./figures.js";

/** From the best to the worst; of several pairs the worst counts. */
export const VERDICTS = [
  "agree",
  "bound and exact",
  "approximate",
  "different definition",
  "different period",
  "conflict",
] as const;

export type Verdict = (typeof VERDICTS)[number];

/** A figure with what it counts and over which time. */
export interface Telling {
  readonly figure: Figure;
  /** `weight`, or the unit; figures of two dimensions measure two things. */
  readonly dimension: string;
  /** Period as compared, or empty. */
  readonly period: string;
}

/** Below this a count is exact: nobody rounds eleven people to ten. */
const ROUNDED_FROM = 1000;
/** A number that is another one rounded lies this near to it. */
const ROUNDED_BY = 0.05;

/** The verdict on two tellings. Symmetric. */
export function judgePair(a: Telling, b: Telling): Verdict {
  if (a.period !== "" && b.period !== "" && a.period !== b.period) return "different period";
  if (a.dimension !== b.dimension) return "different definition";
  const [left, right] = [a.figure, b.figure];
  if (isExact(left) && isExact(right)) {
    if (left.value === right.value) return "agree";
    return isRounded(left, right, a.dimension) ? "approximate" : "conflict";
  }
  const [one, other] = [boundsOf(left), boundsOf(right)];
  if (one.low > other.high || other.low > one.high) return "conflict";
  if (left.qualifier === "approx" || right.qualifier === "approx") return "approximate";
  return isExact(left) || isExact(right) ? "bound and exact" : "agree";
}

/** The worst verdict on any two of some tellings; `agree` for one alone. */
export function judgeAll(tellings: readonly Telling[]): Verdict {
  let worst = 0;
  for (const [at, one] of tellings.entries())
    for (const other of tellings.slice(at + 1))
      worst = Math.max(worst, VERDICTS.indexOf(judgePair(one, other)));
  return VERDICTS[worst] ?? "agree";
}

/** Whether one exact figure is the other with fewer digits: 14 t for 14,020 kg. */
function isRounded(a: Figure, b: Figure, dimension: string): boolean {
  const [low, high] = [a.value ?? 0, b.value ?? 0].sort((x, y) => x - y);
  if (low === undefined || high === undefined || low <= 0) return false;
  if (dimension !== "weight" && low < ROUNDED_FROM) return false;
  if ((high - low) / high > ROUNDED_BY) return false;
  const digits = Math.min(digitsOf(low), digitsOf(high));
  return Number(low.toPrecision(digits)) === Number(high.toPrecision(digits));
}

/** Digits that a number tells: 14,000 tells two, 14,020.017 eight. */
function digitsOf(value: number): number {
  const plain = String(value).replace(".", "").replace(/^0+/, "");
  return Math.max(1, value % 1 === 0 ? plain.replace(/0+$/, "").length : plain.length);
}
