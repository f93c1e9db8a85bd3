import { Float, type PropertyValue } from "../graph/property-value.js";
import type { PropertyClaim } from "../model/claim.js";
import {
  boundsOf,
  type FigureGroup,
  groupFigures,
  readFigure,
  readWeighed,
  tellFigure,
  unitWeight,
} from "../model/figures.js";
import type { UnitClass } from "../packs/rule-schemas.js";
import { compareText } from "../text/compare.js";
import {
  type CaseContext,
  countSources,
  jointConfidence,
  nameSources,
  standingOf,
} from "./case-context.js";
import { chooseGroup, type FigureForm, judgeTellings } from "./tellings.js";

/** Properties of one thing, and the sentences that tell where its reports disagree. */
export interface Facts {
  readonly properties: ReadonlyMap<string, PropertyValue>;
  /** Such as `arrested: 17 (Levant Wire) or 19 (Gulf Border Review)`, in order of property. */
  readonly conflicts: readonly string[];
  /** Such as `arrested: 4 (Levant Wire), not 40 (Levant Wire)`, where a later report puts one right. */
  readonly corrections: readonly string[];
}

const NO_FACTS: Facts = { properties: new Map(), conflicts: [], corrections: [] };

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
    corrections: facts.flatMap((fact) => fact.corrections),
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
  if (claims.some((claim) => typeof claim.value === "number")) {
    return readNumber(property, claims, unit, context);
  }
  const standing = standingOf(claims, context);
  if (property === "kind") return readKinds(standing, context);
  if (property === "date") return readDate(standing, context);
  return readText(property, standing, context);
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
    corrections: [],
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
    corrections: [],
  };
}

const FORM: FigureForm<PropertyClaim> = {
  read: readWeighed,
  words: (claim) =>
    [tellFigure(readFigure(claim, claim.value)), claim.qualifiers["unit"] ?? ""].join(" ").trim(),
  dimension: (claim) =>
    typeof claim.qualifiers["kilograms"] === "number"
      ? "weight"
      : String(claim.qualifiers["unit"] ?? ""),
};

/**
 * A figure: what {@link chooseGroup} shows, bounds over all that stand, and every telling beside it. A
 * weight is shown in the unit of the report that it is taken from.
 */
function readNumber(
  property: string,
  claims: readonly PropertyClaim[],
  unit: string,
  context: CaseContext,
): Facts {
  const all = groupFigures(standingOf(claims, context).map(readWeighed));
  const best = chooseGroup(all, context);
  if (best === undefined) return NO_FACTS;
  const name = (part: string): string =>
    property === "value" ? part.toLowerCase() : `${property}${part}`;
  const prefix = property === "value" ? "" : property;
  const judged = judgeTellings(claims, best.claims, { form: FORM, prefix }, context);
  const groups = all.filter((group) => group === best || !isCorrected(group, best, context));
  const { claim } = best.told;
  const told = String(claim.qualifiers["unit"] ?? unit);
  const weight = unitWeight(claim);
  const bounds = groups.map((group) => boundsOf(group.told));
  const low = Math.min(...bounds.map((bound) => bound.low)) / weight;
  const high = Math.max(...bounds.map((bound) => bound.high)) / weight;
  const shown = (value: number) => toNumber(Number(value.toPrecision(12)), told, context);
  const properties = new Map<string, PropertyValue>();
  if (best.told.value !== null) properties.set(property, shown(best.told.value / weight));
  if (Number.isFinite(low)) properties.set(name("Low"), shown(low));
  if (Number.isFinite(high)) properties.set(name("High"), shown(high));
  properties.set(name("Qualifier"), best.told.qualifier);
  for (const [key, value] of judged.properties) properties.set(key, value);
  // The unit is that of the report whose figure is shown.
  if (property === "value" && told !== "") properties.set("unit", told);
  const lists = groups.map((group) => group.claims);
  const tell = (group: readonly PropertyClaim[]): string => {
    const { told: figure } = groups[lists.indexOf(group)] ?? best;
    return FORM.words(figure.claim);
  };
  const isConflict = judged.verdict === "conflict";
  return {
    properties,
    conflicts: isConflict ? tellConflict(property, lists, tell, context) : [],
    corrections: judged.correction === null ? [] : [`${property}: ${judged.correction}`],
  };
}

/** Whether the reports that tell a figure are all put right by one that tells what is shown. */
const isCorrected = (
  group: FigureGroup<PropertyClaim>,
  best: FigureGroup<PropertyClaim>,
  { takenBack }: CaseContext,
): boolean => {
  const right = new Set(best.claims.map(({ document }) => document));
  return group.claims.every(({ document }) =>
    takenBack.correctedBy(document).some((by) => right.has(by)),
  );
};

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
    : { properties: new Map([[property, value]]), conflicts: [], corrections: [] };
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
