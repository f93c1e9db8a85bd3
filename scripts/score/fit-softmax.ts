// Multinomial logistic regression with a quadratic penalty, by L-BFGS over all cases at once. The problem is convex: one
// answer, whatever the order; the same cases give the same digits.

/** One judged case: the features it has, the class it is of, how much it counts. */
export interface ClassCase {
  readonly features: readonly number[];
  readonly label: number;
  readonly weight: number;
}

/** Weights by feature and class: `[feature * classes + class]`. */
export type ClassWeights = Float64Array;

const ROUNDS = 120;
const MEMORY = 8;
/** A step that betters the sum by less than this share ends the fit. */
const STILL = 1e-7;

/** The weights that explain the cases best; `penalties` by feature. */
export function fitSoftmax(
  cases: readonly ClassCase[],
  classes: number,
  penalties: Float64Array,
): ClassWeights {
  const size = penalties.length * classes;
  let at: Float64Array = new Float64Array(size);
  let here = lossAt(cases, classes, penalties, at);
  const steps: { readonly s: Float64Array; readonly y: Float64Array; readonly rho: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const way = direction(here.slope, steps);
    const next = search(cases, classes, penalties, { at, here, way });
    if (next === null) break;
    const s = minus(next.at, at);
    const y = minus(next.here.slope, here.slope);
    const bend = dot(s, y);
    if (bend > 1e-12) steps.push({ s, y, rho: 1 / bend });
    if (steps.length > MEMORY) steps.shift();
    const better = (here.loss - next.here.loss) / Math.max(1, Math.abs(here.loss));
    at = next.at;
    here = next.here;
    if (better < STILL) break;
  }
  return at;
}

/** The chance of each class given the features. */
export function chancesOf(
  features: readonly number[],
  classes: number,
  weights: ClassWeights,
): Float64Array {
  const sums = new Float64Array(classes);
  for (const feature of features)
    for (let of = 0; of < classes; of += 1)
      sums[of] = (sums[of] ?? 0) + (weights[feature * classes + of] ?? 0);
  const most = Math.max(...sums);
  let total = 0;
  for (let of = 0; of < classes; of += 1) {
    sums[of] = Math.exp((sums[of] ?? 0) - most);
    total += sums[of] ?? 0;
  }
  for (let of = 0; of < classes; of += 1) sums[of] = (sums[of] ?? 0) / total;
  return sums;
}

interface Loss {
  readonly loss: number;
  readonly slope: Float64Array;
}

function lossAt(
  cases: readonly ClassCase[],
  classes: number,
  penalties: Float64Array,
  weights: ClassWeights,
): Loss {
  const slope = new Float64Array(weights.length);
  let loss = 0;
  for (let at = 0; at < weights.length; at += 1) {
    const penalty = penalties[Math.floor(at / classes)] ?? 0;
    const weight = weights[at] ?? 0;
    loss += (penalty * weight * weight) / 2;
    slope[at] = penalty * weight;
  }
  for (const { features, label, weight } of cases) {
    const chances = chancesOf(features, classes, weights);
    loss -= weight * Math.log(Math.max(1e-12, chances[label] ?? 0));
    for (let of = 0; of < classes; of += 1) {
      const pull = weight * ((chances[of] ?? 0) - (of === label ? 1 : 0));
      for (const feature of features)
        slope[feature * classes + of] = (slope[feature * classes + of] ?? 0) + pull;
    }
  }
  return { loss, slope };
}

interface Point {
  readonly at: Float64Array;
  readonly here: Loss;
}

/** The way down by what the last steps tell of the curve. */
function direction(
  slope: Float64Array,
  steps: readonly { readonly s: Float64Array; readonly y: Float64Array; readonly rho: number }[],
): Float64Array {
  const way = Float64Array.from(slope, (value) => -value);
  const alphas: number[] = [];
  for (const { s, y, rho } of [...steps].reverse()) {
    const alpha = rho * dot(s, way);
    alphas.push(alpha);
    addTo(way, y, -alpha);
  }
  const last = steps.at(-1);
  if (last !== undefined) {
    const scale = dot(last.s, last.y) / dot(last.y, last.y);
    for (let at = 0; at < way.length; at += 1) way[at] = (way[at] ?? 0) * scale;
  }
  for (const { s, y, rho } of steps) {
    const alpha = alphas.pop() ?? 0;
    addTo(way, s, alpha - rho * dot(y, way));
  }
  return way;
}

/** Halves the step until it betters the sum; null where none does. */
function search(
  cases: readonly ClassCase[],
  classes: number,
  penalties: Float64Array,
  { at, here, way }: Point & { readonly way: Float64Array },
): Point | null {
  const fall = dot(here.slope, way);
  if (fall >= 0) return null;
  const length = Math.sqrt(dot(way, way));
  let step = here.slope.length > 0 && length > 10 ? 10 / length : 1;
  for (let tries = 0; tries < 30; tries += 1) {
    const next = Float64Array.from(at);
    addTo(next, way, step);
    const there = lossAt(cases, classes, penalties, next);
    if (there.loss <= here.loss + 1e-4 * step * fall) return { at: next, here: there };
    step /= 2;
  }
  return null;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}

const minus = (a: Float64Array, b: Float64Array): Float64Array =>
  Float64Array.from(a, (value, at) => value - (b[at] ?? 0));

function addTo(target: Float64Array, other: Float64Array, times: number): void {
  for (let at = 0; at < target.length; at += 1)
    target[at] = (target[at] ?? 0) + times * (other[at] ?? 0);
}
