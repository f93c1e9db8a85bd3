import { Float, type PropertyValue } from "../graph/property-value.js";
import type { RelationClaim } from "../model/claim.js";
import {
  areAtOdds,
  boundsOf,
  type FigureGroup,
  groupFigures,
  hasHaul,
  haulDimension,
  haulUnit,
  isExact,
  readHaul,
  tellFigure,
} from "../model/figures.js";
import { compareText } from "../text/compare.js";
import { type CaseContext, nameSources } from "./case-context.js";
import { toNumber } from "./fact-properties.js";
import type { PropertyList } from "./graph-draft.js";

/** One haul of a drug in an action, by the claims that can all be true of it. */
export interface Haul {
  readonly claims: readonly RelationClaim[];
  /** Tells it from the other hauls of the same drug; empty where there is one. */
  readonly key: string;
  readonly properties: PropertyList;
}

/** Hauls that reports tell of one drug in one action, and the sentence where they cannot all be true. */
export function readHauls(
  held: readonly RelationClaim[],
  context: CaseContext,
): { readonly hauls: readonly Haul[]; readonly conflict: string | null } {
  const groups = groupHauls(held);
  const figures = groups.filter((group) => group.told.value !== null);
  const kinds = new Set(figures.map((group) => haulDimension(group.told.claim)));
  const isConflict = [...kinds].some((kind) =>
    areAtOdds(figures.filter((group) => haulDimension(group.told.claim) === kind)),
  );
  const hauls = groups.map((group) => ({
    claims: group.claims,
    key: groups.length === 1 ? "" : haulKey(group),
    properties: [
      ...haulProperties(group, context),
      ...(isConflict ? [["conflict", true] as const] : []),
    ],
  }));
  if (!isConflict) return { hauls, conflict: null };
  const values = figures.map(
    (group) =>
      `${tellFigure(group.told)} ${haulUnit(group.told.claim)} (${nameSources(group.claims, context)})`,
  );
  const goods = held[0]?.object ?? "";
  return { hauls, conflict: `seized ${context.names.get(goods) ?? goods}: ${values.join(" or ")}` };
}

/** Hauls that agree, weights compared in kilograms; a haul without a figure joins the first group. */
function groupHauls(claims: readonly RelationClaim[]): readonly FigureGroup<RelationClaim>[] {
  const byDimension = new Map<string, RelationClaim[]>();
  const vague: RelationClaim[] = [];
  for (const claim of claims) {
    if (!hasHaul(claim)) {
      vague.push(claim);
      continue;
    }
    const dimension = haulDimension(claim);
    byDimension.set(dimension, [...(byDimension.get(dimension) ?? []), claim]);
  }
  const groups = [...byDimension]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([, told]) => groupFigures(told.map(readHaul)));
  const [first, ...rest] = groups;
  if (first === undefined) return groupFigures(vague.map(readHaul));
  return [{ ...first, claims: [...first.claims, ...vague] }, ...rest];
}

const haulKey = (group: FigureGroup<RelationClaim>): string => {
  const { low, high } = boundsOf(group.told);
  return `${haulDimension(group.told.claim)} ${low} ${high}`;
};

function haulProperties(group: FigureGroup<RelationClaim>, context: CaseContext): PropertyList {
  const { claim } = group.told;
  const unit = haulUnit(claim);
  const { amount, low, high, qualifier, kilograms } = claim.qualifiers;
  const number = (key: string, value: unknown): PropertyList =>
    typeof value === "number" ? [[key, toNumber(value, unit, context)]] : [];
  const exact = isExact(group.told) ? amount : null;
  const properties: (readonly [string, PropertyValue])[] = [
    ...number("amount", amount),
    ...number("low", low ?? exact),
    ...number("high", high ?? exact),
  ];
  if (hasHaul(claim)) properties.push(["qualifier", String(qualifier ?? "eq")]);
  if (claim.qualifiers["unit"] !== undefined) properties.push(["unit", unit]);
  if (typeof kilograms === "number") properties.push(["kilograms", new Float(kilograms)]);
  return properties;
}
