// Figures of links that carry a chance and a verdict: how well the one tells the other.

/** A judged link: how likely it is said to be, whether it is right, and how much it counts. */
export interface JudgedLink {
  readonly type: string;
  readonly chance: number;
  readonly right: boolean;
  readonly weight: number;
}

/** Links that anybody could tell without the report: that a body is of its state, a town in it. */
const PLAIN: ReadonlySet<string> = new Set(["AGENCY_OF", "LOCATED_IN"]);

/** Restatements of a leg that SMUGGLED_FROM, VIA and TO tell already. */
export const RESTATED: ReadonlySet<string> = new Set(["OF", "FROM", "VIA", "TO", "FOUND_IN"]);

/** Links that only the report tells, each once. */
export const tells = ({ type }: Pick<JudgedLink, "type">): boolean =>
  !PLAIN.has(type) && !RESTATED.has(type);

export const sumOf = (links: readonly JudgedLink[]): number =>
  links.reduce((sum, { weight }) => sum + weight, 0);

/** The share that is right, by weight; not a number for none. */
export const shareRight = (links: readonly JudgedLink[]): number =>
  sumOf(links.filter(({ right }) => right)) / sumOf(links);

/**
 * Area under the curve: how often a right link is said to be likelier than a wrong one; ties count
 * half. Not a number where all are right or all are wrong.
 */
export function areaUnder(links: readonly JudgedLink[]): number {
  const sorted = [...links].sort((a, b) => a.chance - b.chance);
  let [wrong, right, won] = [0, 0, 0];
  for (let from = 0, to = 0; from < sorted.length; from = to) {
    while (to < sorted.length && sorted[to]?.chance === sorted[from]?.chance) to += 1;
    const same = sorted.slice(from, to);
    const good = sumOf(same.filter((one) => one.right));
    const bad = sumOf(same) - good;
    won += good * (wrong + bad / 2);
    wrong += bad;
    right += good;
  }
  return won / (right * wrong);
}

/** Mean squared distance between what is said and what is so; 0 is best. */
export const brierOf = (links: readonly JudgedLink[]): number =>
  links.reduce(
    (sum, { chance, right, weight }) => sum + weight * (chance - Number(right)) ** 2,
    0,
  ) / sumOf(links);

/** Wilson's interval, 95 %: between what shares a set of n with so many right may come from. */
export function wilson(right: number, n: number): readonly [number, number] {
  if (n === 0) return [0, 1];
  const z = 1.959964;
  const share = right / n;
  const middle = share + (z * z) / (2 * n);
  const spread = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  const whole = 1 + (z * z) / n;
  return [Math.max(0, (middle - spread) / whole), Math.min(1, (middle + spread) / whole)];
}

/** A figure of two digits as tables have it. */
export const told = (value: number): string => (Number.isNaN(value) ? "–" : value.toFixed(3));
