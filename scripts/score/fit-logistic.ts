// Logistic regression with a quadratic penalty and signs that some weights must keep. Each round
// approximates the likelihood by a parabola (Newton) and settles one weight after another on it. The
// problem is convex: one answer, whatever the order.
import { drawOrder } from "./draw-order.js";

/** One judged case: the features that are not 0, whether it is right, and how much it counts. */
export interface Case {
  readonly features: ReadonlyMap<string, number>;
  readonly right: boolean;
  readonly weight: number;
}

/** What is known of a weight before any case is seen. */
export interface Prior {
  readonly penalty: number;
  /** True for a weight that may not be negative. */
  readonly supports: boolean;
}

interface Column {
  readonly name: string;
  readonly prior: Prior;
  readonly rows: number[];
  readonly values: number[];
  weight: number;
}

/** Where the likelihood is approximated: what each case adds to slope and bend. */
interface Parabola {
  /** Still to be explained, times its curvature. */
  readonly rest: Float64Array;
  readonly bend: Float64Array;
}

/** Rounds and passes at most, and the step below which nothing moves any more. */
const ROUNDS = 60;
const PASSES = 300;
const STILL = 1e-5;
/** Curvature of a case at least: one that is all but certain would make a step without end. */
const FLAT = 1e-3;

/**
 * The weight of every name that has a prior; a case counts for those names alone. The seed draws the
 * order in which weights are settled; it changes none of them.
 */
export function fitLogistic(
  cases: readonly Case[],
  priors: ReadonlyMap<string, Prior>,
  seed: number,
): ReadonlyMap<string, number> {
  const columns = drawOrder(columnsOf(cases, priors), seed);
  const sums = new Float64Array(cases.length);
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = columns.map(({ weight }) => weight);
    const parabola = approximate(cases, sums);
    settleAll(columns, parabola);
    addUp(columns, sums);
    const moved = columns.map(({ weight }, at) => Math.abs(weight - (before[at] ?? 0)));
    if (Math.max(...moved) < STILL) break;
  }
  return new Map(columns.map(({ name, weight }) => [name, weight]));
}

function approximate(cases: readonly Case[], sums: Float64Array): Parabola {
  const rest = new Float64Array(cases.length);
  const bend = new Float64Array(cases.length);
  for (const [row, { right, weight }] of cases.entries()) {
    const chance = 1 / (1 + Math.exp(-(sums[row] ?? 0)));
    rest[row] = weight * (Number(right) - chance);
    bend[row] = weight * Math.max(FLAT, chance * (1 - chance));
  }
  return { rest, bend };
}

/** Settles the weights on a parabola, one after the other, until none moves. */
function settleAll(columns: readonly Column[], parabola: Parabola): void {
  for (let pass = 0; pass < PASSES; pass += 1) {
    let moved = 0;
    for (const column of columns) moved = Math.max(moved, settle(column, parabola));
    if (moved < STILL) return;
  }
}

/** The best value of one weight with all others held; how far it moved. */
function settle(column: Column, { rest, bend }: Parabola): number {
  const { prior, rows, values, weight } = column;
  let slope = -prior.penalty * weight;
  let curve = prior.penalty;
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] ?? 0;
    const value = values[at] ?? 0;
    slope += (rest[row] ?? 0) * value;
    curve += (bend[row] ?? 0) * value * value;
  }
  const best = weight + slope / curve;
  const next = prior.supports ? Math.max(0, best) : best;
  const step = next - weight;
  if (step === 0) return 0;
  column.weight = next;
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] ?? 0;
    rest[row] = (rest[row] ?? 0) - (bend[row] ?? 0) * (values[at] ?? 0) * step;
  }
  return Math.abs(step);
}

function addUp(columns: readonly Column[], sums: Float64Array): void {
  sums.fill(0);
  for (const { rows, values, weight } of columns)
    for (const [at, row] of rows.entries())
      sums[row] = (sums[row] ?? 0) + weight * (values[at] ?? 0);
}

function columnsOf(cases: readonly Case[], priors: ReadonlyMap<string, Prior>): readonly Column[] {
  const columns = new Map<string, Column>(
    [...priors].map(([name, prior]) => [name, { name, prior, rows: [], values: [], weight: 0 }]),
  );
  for (const [row, { features }] of cases.entries())
    for (const [name, value] of features) {
      const column = columns.get(name);
      column?.rows.push(row);
      column?.values.push(value);
    }
  return [...columns.values()];
}
