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
  readFigure,
  readHaul,
  tellFigure,
} from "../model/figures.js";
import { compareText } from "../text/compare.js";
import { type CaseContext, nameSources } from "./case-context.js";
import { toNumber } from "./fact-properties.js";
import type { PropertyList } from "./graph-draft.js";
import { chooseGroup, type FigureForm, judgeTellings } from "./tellings.js";

/** One haul of a drug in an action, by the claims that can all be true of it. */
interface Haul {
  readonly claims: readonly RelationClaim[];
  /** Tells it from the other hauls of the same drug; empty where there is one. */
  readonly key: string;
  readonly properties: PropertyList;
}

/** What reports tell of one drug in one action. */
export interface ToldHauls {
  readonly hauls: readonly Haul[];
  /** Where they cannot all be true, each with who says so; else null. */
  readonly conflict: string | null;
  /** Where one report puts another right; else null. */
  readonly correction: string | null;
}

const FORM: FigureForm<RelationClaim> = {
  read: readHaul,
  words: (claim) =>
    `${tellFigure(readFigure(claim, claim.qualifiers["amount"]))} ${haulUnit(claim)}`,
  dimension: haulDimension,
};

/**
 * The hauls of one drug in one action. Figures of different reports that cannot all be true are one
 * haul told twice: one is shown and the others stand beside it. Figures of one report are its parts.
 */
export function readHauls(held: readonly RelationClaim[], context: CaseContext): ToldHauls {
  const groups = groupHauls(held);
  const dimensions = new Set(groups.map((group) => haulDimension(group.told.claim)));
  const goods = held[0]?.object ?? "";
  const what = `seized ${context.names.get(goods) ?? goods}`;
  const parts = [...dimensions].map((dimension) =>
    readDimension(
      groups.filter((group) => haulDimension(group.told.claim) === dimension),
      groups.length > 1 && dimensions.size > 1,
      context,
    ),
  );
  const conflicts = parts.flatMap(({ conflict }) => conflict ?? []);
  const corrections = parts.flatMap(({ correction }) => correction ?? []);
  return {
    hauls: parts.flatMap(({ hauls }) => hauls),
    conflict: conflicts.length === 0 ? null : `${what}: ${conflicts.join("; ")}`,
    correction: corrections.length === 0 ? null : `${what}: ${corrections.join("; ")}`,
  };
}

/** The hauls of one dimension: one where reports are at odds, else one a figure. */
function readDimension(
  groups: readonly FigureGroup<RelationClaim>[],
  isKeyed: boolean,
  context: CaseContext,
): ToldHauls {
  const isOdd = areAtOdds(groups.filter((group) => hasHaul(group.told.claim)));
  if (!isOdd || tellsParts(groups)) {
    const hauls = groups.map((group) => {
      const { properties } = judgeTellings(
        group.claims.filter(hasHaul),
        group.claims,
        ASKED,
        context,
      );
      return {
        claims: group.claims,
        key: isKeyed || groups.length > 1 ? haulKey(group) : "",
        properties: [
          ...haulProperties(group, context),
          ...(isOdd ? [["conflict", true] as const] : []),
          ...properties,
        ],
      };
    });
    return { hauls, conflict: isOdd ? tellGroups(groups, context) : null, correction: null };
  }
  const shown = chooseGroup(groups, context);
  if (shown === undefined) return { hauls: [], conflict: null, correction: null };
  const claims = groups.flatMap((group) => group.claims);
  const judged = judgeTellings(claims.filter(hasHaul), shown.claims, ASKED, context);
  const isConflict = judged.verdict === "conflict";
  const properties = [
    ...haulProperties(shown, context),
    ...(isConflict ? [["conflict", true] as const] : []),
    ...judged.properties,
  ];
  return {
    hauls: [{ claims, key: isKeyed ? haulDimension(shown.told.claim) : "", properties }],
    conflict: isConflict ? tellGroups(groups, context) : null,
    correction: judged.correction,
  };
}

const ASKED = { form: FORM, prefix: "" };

/** Whether one report tells several of the figures: parts of a haul, which nobody can add for it. */
const tellsParts = (groups: readonly FigureGroup<RelationClaim>[]): boolean => {
  const told = groups.flatMap((group) => [
    ...new Set(group.claims.map(({ document }) => document)),
  ]);
  return new Set(told).size < told.length;
};

const tellGroups = (groups: readonly FigureGroup<RelationClaim>[], context: CaseContext): string =>
  groups
    .map((group) => `${FORM.words(group.told.claim)} (${nameSources(group.claims, context)})`)
    .join(" or ");

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
