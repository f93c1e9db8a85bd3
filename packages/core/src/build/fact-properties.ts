import { Float, type PropertyValue } from "../graph/property-value.js";
import type { PropertyClaim } from "../model/claim.js";
import {
  boundsOf,
  type FigureGroup,
  groupFigures,
  isExact,
  readFigure,
  tellFigure,
} from "../model/figures.js";
import type { UnitClass } from "../packs/rule-schemas.js";
import { compareText } from "../text/compare.js";
import { type CaseContext, countSources, jointConfidence, nameSources } from "./case-context.js";

/** Properties of one thing, and the sentences that tell where its reports disagree. */
export interface Facts {
  readonly properties: ReadonlyMap<string, PropertyValue>;
  /** Such as `arrested: 17 (Levant Wire) or 19 (Gulf Border Review)`, in order of property. */
  readonly conflicts: readonly string[];
}

const NO_FACTS: Facts = { properties: new Map(), conflicts: [] };

/** Classes of units in which fractions are ordinary, so that every figure in them is a float. */
const MEASURES: ReadonlySet<string> = new Set<UnitClass>([
  "weight",
  "volume",
  "percent",
  "length",
  "area",
]);

/**
 * Properties from the claims about one thing. Where claims disagree the best supported value is
 * shown, the bounds span all of them and the disagreement is listed: nothing is overwritten.
 */
export function readFacts(claims: readonly PropertyClaim[], context: CaseContext): Facts {
  const held = claims.filter(
    (claim) => claim.modality !== "denied" && claim.modality !== "hypothetical",
  );
  const byProperty = new Map<string, PropertyClaim[]>();
  for (const claim of held) {
    const known = byProperty.get(claim.property);
    if (known === undefined) byProperty.set(claim.property, [claim]);
    else known.push(claim);
  }
  if (byProperty.has("date")) for (const vague of ["dateFrom", "dateTo"]) byProperty.delete(vague);
  const unit = byProperty.get("unit")?.[0]?.value;
  const facts = [...byProperty]
    .sort(([a], [b]) => compareText(a, b))
    .map(([property, told]) => readFact(property, told, String(unit ?? ""), context));
  return {
    properties: new Map([
      ...facts.flatMap((fact) => [...fact.properties]),
      ...dateReadings(byProperty),
    ]),
    conflicts: facts.flatMap((fact) => fact.conflicts),
  };
}

/** The two days that a date such as `04/05/2024` may mean, where nothing tells which. */
function dateReadings(
  byProperty: ReadonlyMap<string, readonly PropertyClaim[]>,
): readonly (readonly [string, PropertyValue])[] {
  const days = ["dateFrom", "dateTo"].map(
    (property) => new Set((byProperty.get(property) ?? []).map((claim) => String(claim.value))),
  );
  const isOnePair = days.every((values) => values.size === 1);
  return isOnePair ? [["dateReadings", days.flatMap((values) => [...values])]] : [];
}

function readFact(
  property: string,
  claims: readonly PropertyClaim[],
  unit: string,
  context: CaseContext,
): Facts {
  if (property === "kind") return readKinds(claims, context);
  if (property === "date") return readDate(claims, context);
  if (claims.some((claim) => typeof claim.value === "number")) {
    return readNumber(property, claims, unit, context);
  }
  return readText(property, claims, context);
}

/** The kinds told, the most telling one first: frames stand in that order in the pack. */
function readKinds(claims: readonly PropertyClaim[], { kinds: order }: CaseContext): Facts {
  const rank = (kind: string): number =>
    (order.indexOf(kind) + order.length + 1) % (order.length + 1);
  const kinds = [...new Set(claims.map((claim) => String(claim.value)))].sort(
    (a, b) => rank(a) - rank(b) || compareText(a, b),
  );
  const [kind] = kinds;
  if (kind === undefined) return NO_FACTS;
  return {
    properties: new Map<string, PropertyValue>([
      ["kind", kind],
      ["kinds", kinds],
    ]),
    conflicts: [],
  };
}

/** The day most sources can agree on, the most precise one of equals. */
function readDate(claims: readonly PropertyClaim[], context: CaseContext): Facts {
  const spanOf = (claim: PropertyClaim): { readonly from: string; readonly to: string } => ({
    from: String(claim.qualifiers["dateFrom"] ?? claim.value),
    to: String(claim.qualifiers["dateTo"] ?? claim.value),
  });
  const groups: PropertyClaim[][] = [];
  const precise = [...claims].sort(
    (a, b) => String(b.value).length - String(a.value).length || compareText(a.id, b.id),
  );
  for (const claim of precise) {
    const { from, to } = spanOf(claim);
    const fitting = groups.find((group) => {
      const told = group[0] === undefined ? undefined : spanOf(group[0]);
      return told !== undefined && told.from <= to && from <= told.to;
    });
    if (fitting === undefined) groups.push([claim]);
    else fitting.push(claim);
  }
  const best = bestSupported(groups, context);
  const told = best?.[0];
  if (told === undefined) return NO_FACTS;
  const { from, to } = spanOf(told);
  return {
    properties: new Map([
      ["date", String(told.value)],
      ["dateFrom", from],
      ["dateTo", to],
    ]),
    conflicts: tellConflict("date", groups, (group) => String(group[0]?.value), context),
  };
}

function readNumber(
  property: string,
  claims: readonly PropertyClaim[],
  unit: string,
  context: CaseContext,
): Facts {
  const groups = groupFigures(claims.map((claim) => readFigure(claim, claim.value)));
  const best = chooseFigure(groups, context);
  if (best === undefined) return NO_FACTS;
  const bounds = groups.map((group) => boundsOf(group.told));
  const low = Math.min(...bounds.map((bound) => bound.low));
  const high = Math.max(...bounds.map((bound) => bound.high));
  const name = (part: string): string =>
    property === "value" ? part.toLowerCase() : `${property}${part}`;
  const properties = new Map<string, PropertyValue>();
  if (best.told.value !== null) properties.set(property, toNumber(best.told.value, unit, context));
  if (Number.isFinite(low)) properties.set(name("Low"), toNumber(low, unit, context));
  if (Number.isFinite(high)) properties.set(name("High"), toNumber(high, unit, context));
  properties.set(name("Qualifier"), best.told.qualifier);
  const lists = groups.map((group) => group.claims);
  const tell = (group: readonly PropertyClaim[]): string =>
    tellFigure((groups[lists.indexOf(group)] ?? best).told);
  return { properties, conflicts: tellConflict(property, lists, tell, context) };
}

/** The wording most sources use; another wording is no disagreement. */
function readText(property: string, claims: readonly PropertyClaim[], context: CaseContext): Facts {
  const byValue = new Map<string, PropertyClaim[]>();
  for (const claim of claims) {
    const key = String(claim.value).toLowerCase();
    byValue.set(key, [...(byValue.get(key) ?? []), claim]);
  }
  const best = bestSupported([...byValue.values()], context) ?? [];
  const [value] = best
    .map((claim) => claim.value)
    .sort((a, b) => compareText(String(a), String(b)));
  return value === undefined
    ? NO_FACTS
    : { properties: new Map([[property, value]]), conflicts: [] };
}

/** The figure most independent sources give; of equals an exact one, then the likelier, then the least. */
function chooseFigure(
  groups: readonly FigureGroup<PropertyClaim>[],
  context: CaseContext,
): FigureGroup<PropertyClaim> | undefined {
  return [...groups].sort(
    (a, b) =>
      countSources(b.claims, context) - countSources(a.claims, context) ||
      Number(isExact(b.told)) - Number(isExact(a.told)) ||
      jointConfidence(b.claims, context) - jointConfidence(a.claims, context) ||
      boundsOf(a.told).low - boundsOf(b.told).low,
  )[0];
}

function bestSupported(
  groups: readonly (readonly PropertyClaim[])[],
  context: CaseContext,
): readonly PropertyClaim[] | undefined {
  return [...groups].sort(
    (a, b) =>
      countSources(b, context) - countSources(a, context) ||
      jointConfidence(b, context) - jointConfidence(a, context) ||
      compareText(a[0]?.id ?? "", b[0]?.id ?? ""),
  )[0];
}

/** One sentence where there is more than one group, each value with who says so. */
function tellConflict(
  property: string,
  groups: readonly (readonly PropertyClaim[])[],
  tell: (group: readonly PropertyClaim[]) => string,
  context: CaseContext,
): readonly string[] {
  if (groups.length < 2) return [];
  const values = groups.map((group) => `${tell(group)} (${nameSources(group, context)})`);
  return [`${property}: ${values.sort().join(" or ")}`];
}

/** Counts stay integers; figures in a unit of measure and broken ones are floats. */
export const toNumber = (
  value: number,
  unit: string,
  { unitClasses }: CaseContext,
): number | Float =>
  Number.isInteger(value) && !MEASURES.has(unitClasses.get(unit.toLowerCase()) ?? "")
    ? value
    : new Float(value);
