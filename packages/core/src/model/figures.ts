// Figures that several statements give for one thing. Exact ones that differ stay apart; a bound, an
// approximation or a vague word joins the exact figure it allows. Nothing is averaged or dropped.
import { compareText } from "../text/compare.js";
import type { Claim, ClaimValue, PropertyClaim, RelationClaim } from "./claim.js";
import { numberWords } from "./figure-words.js";

/** One figure as a claim gives it. */
export interface Figure<T extends Claim = Claim> {
  readonly claim: T;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** `eq`, `approx`, `gte`, `lte` or `range`. */
  readonly qualifier: string;
}

/** Statements that can all be true of one figure, told by the most exact of them. */
export interface FigureGroup<T extends Claim = Claim> {
  readonly told: Figure<T>;
  readonly claims: readonly T[];
}

/** The figure of a claim whose number is `value` and whose bounds are among the qualifiers. */
export function readFigure<T extends Claim>(
  claim: T,
  value: ClaimValue | null | undefined,
): Figure<T> {
  const number = (found: unknown): number | null => (typeof found === "number" ? found : null);
  const { low, high, qualifier } = claim.qualifiers as Readonly<Record<string, unknown>>;
  return {
    claim,
    value: number(value),
    low: number(low),
    high: number(high),
    qualifier: typeof qualifier === "string" ? qualifier : "eq",
  };
}

/**
 * Figures in groups that agree with one another, in order of the figure told. Every figure is in
 * one group.
 */
export function groupFigures<T extends Claim>(
  figures: readonly Figure<T>[],
): readonly FigureGroup<T>[] {
  const groups: { told: Figure<T>; claims: T[] }[] = [];
  for (const figure of [...figures].sort(mostExactFirst)) {
    const { low, high } = boundsOf(figure);
    const fitting = groups.filter((group) => {
      const told = boundsOf(group.told);
      return isExact(figure) && isExact(group.told)
        ? told.low === low
        : told.low <= high && low <= told.high;
    });
    const nearest = [...fitting].sort((a, b) => b.claims.length - a.claims.length)[0];
    if (nearest === undefined) groups.push({ told: figure, claims: [figure.claim] });
    else nearest.claims.push(figure.claim);
  }
  return groups.sort((a, b) => boundsOf(a.told).low - boundsOf(b.told).low);
}

/** The range a figure leaves open; open ends are infinite. An approximation gives a tenth. */
export function boundsOf(figure: Figure): { readonly low: number; readonly high: number } {
  const { value, low, high, qualifier } = figure;
  if (value === null)
    return { low: low ?? Number.NEGATIVE_INFINITY, high: high ?? Number.POSITIVE_INFINITY };
  switch (qualifier) {
    case "gte":
      return { low: low ?? value, high: high ?? Number.POSITIVE_INFINITY };
    case "lte":
      return { low: low ?? Number.NEGATIVE_INFINITY, high: high ?? value };
    case "range":
      return { low: low ?? value, high: high ?? value };
    case "approx":
      return {
        low: (low ?? value) - Math.abs(value) / 10,
        high: (high ?? value) + Math.abs(value) / 10,
      };
    default:
      return { low: value, high: value };
  }
}

export const isExact = (figure: Figure): boolean =>
  figure.value !== null && figure.qualifier === "eq";

const RANK: Readonly<Record<string, number>> = { eq: 0, approx: 1, range: 2, gte: 3, lte: 3 };

const mostExactFirst = (a: Figure, b: Figure): number =>
  Number(a.value === null) - Number(b.value === null) ||
  (RANK[a.qualifier] ?? 4) - (RANK[b.qualifier] ?? 4) ||
  compareText(a.claim.id, b.claim.id);

/** A figure as one reads it: `17`, `about 20`, `more than 1,200`, `400 to 600`. */
export function tellFigure({ value, low, high, qualifier }: Figure): string {
  const [least, most] = [low ?? value, high ?? value];
  switch (qualifier) {
    case "approx":
      return `about ${tellNumber(value ?? low)}`;
    case "gte":
      return `at least ${tellNumber(least)}`;
    case "lte":
      return `at most ${tellNumber(most)}`;
    case "range":
      return `${tellNumber(least)} to ${tellNumber(most)}`;
    default:
      return tellNumber(value ?? low);
  }
}

const tellNumber = (value: number | null): string =>
  value === null ? "an unknown number" : numberWords(value);

/** Whether a SEIZED claim says how much. */
export const hasHaul = (claim: RelationClaim): boolean =>
  ["amount", "low", "high"].some((key) => typeof claim.qualifiers[key] === "number");

/** What two hauls must share to be compared: `weight`, or a unit such as `plants`. */
export const haulDimension = (claim: RelationClaim): string =>
  typeof claim.qualifiers["kilograms"] === "number" ? "weight" : haulUnit(claim);

export const haulUnit = (claim: RelationClaim): string =>
  String(claim.qualifiers["unit"] ?? "other");

/** The haul of a SEIZED claim; weights in kilograms, so that 1.2 t and 1,200 kg are equal. */
export const readHaul = (claim: RelationClaim): Figure<RelationClaim> =>
  weighed(claim, readFigure(claim, claim.qualifiers["amount"]));

/** The figure of a property; a weight in kilograms. */
export const readWeighed = (claim: PropertyClaim): Figure<PropertyClaim> =>
  weighed(claim, readFigure(claim, claim.value));

/** What a claim's unit weighs in kilograms; 1 where it is none of weight. */
export function unitWeight(claim: Claim): number {
  const told = claim.kind === "property" ? claim.value : claim.qualifiers["amount"];
  const { kilograms } = claim.qualifiers;
  return typeof kilograms === "number" && typeof told === "number" && told !== 0
    ? kilograms / told
    : 1;
}

function weighed<T extends Claim>(claim: T, figure: Figure<T>): Figure<T> {
  const { kilograms } = claim.qualifiers;
  const factor = unitWeight(claim);
  if (typeof kilograms !== "number" || factor === 1) return figure;
  const scale = (value: number | null): number | null =>
    value === null ? null : Number((value * factor).toPrecision(12));
  return { ...figure, value: kilograms, low: scale(figure.low), high: scale(figure.high) };
}

/**
 * Whether two of the groups come from different reports. Two figures of one report are parts or
 * stages of a thing; only what different reports tell can be at odds.
 */
export const areAtOdds = (groups: readonly FigureGroup[]): boolean =>
  groups.some((a, index) =>
    groups
      .slice(index + 1)
      .some(
        (b) => !a.claims.some((one) => b.claims.some((other) => other.document === one.document)),
      ),
  );
