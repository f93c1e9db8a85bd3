import type { PropertyClaim, RelationClaim } from "../../model/claim.js";
import {
  boundsOf as figureBounds,
  hasHaul,
  haulDimension,
  isExact,
  readHaul,
} from "../../model/figures.js";
import type { RelationRole } from "../../model/schema.js";
import { foldName } from "../../text/fold.js";
import type { Neighbourhood } from "../identify/neighbourhood.js";
import type { Profile } from "../identify/profile.js";
import type { ResolvedEnds } from "../identify/resolved-ends.js";

/** A figure with its bounds; open bounds are infinite. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
  /** True where the text gives it as exact. */
  readonly isExact: boolean;
}

/** What one report says of one action, with canonical ends. */
export interface OperationFacts {
  readonly classes: ReadonlySet<string>;
  /** First and last day it can have been, in days since 1970; null where no date is told. */
  readonly days: { readonly from: number; readonly to: number } | null;
  /** Towns, crossings and other spots. */
  readonly places: ReadonlySet<string>;
  /** Provinces, districts and regions. */
  readonly areas: ReadonlySet<string>;
  /** Folded names of both: a city and the province around it may bear one. */
  readonly placeNames: ReadonlySet<string>;
  readonly areaNames: ReadonlySet<string>;
  readonly countries: ReadonlySet<string>;
  readonly agencies: ReadonlySet<string>;
  readonly agencyCountries: ReadonlySet<string>;
  /** Named networks and people it was aimed at. */
  readonly targets: ReadonlySet<string>;
  /** Those of the targets that are groups. */
  readonly groups: ReadonlySet<string>;
  /** What was caught, where it is named more closely than by a generic word. */
  readonly goods: ReadonlySet<string>;
  /** Figures by what they count: `arrested`, `killed`, and goods with their unit, weights in kilograms. */
  readonly figures: ReadonlyMap<string, Bounds>;
}

const AGENTS: ReadonlySet<RelationRole> = new Set(["conducted", "supported"]);
const PLACES: ReadonlySet<RelationRole> = new Set(["place-of-action"]);
const TARGETED: ReadonlySet<RelationRole> = new Set(["targeted"]);
const SEIZED: ReadonlySet<RelationRole> = new Set(["seized"]);
const ENFORCEMENT = new Set(["dismantling", "seizure", "arrest", "raid"]);
const STRIKE = new Set(["airstrike", "killing"]);
/** Levels of places that hold towns. */
const AREAS: ReadonlySet<string> = new Set(["adm1", "adm2", "region"]);
/** Figures that count people; all others measure goods. */
export const COUNTS: ReadonlySet<string> = new Set(["arrested", "killed"]);

/** The facts of an operation's profile. */
export function readOperationFacts(
  profile: Profile,
  neighbourhood: Neighbourhood,
  ends: ResolvedEnds,
): OperationFacts {
  const draft = {
    classes: new Set<string>(),
    places: new Set<string>(),
    areas: new Set<string>(),
    placeNames: new Set<string>(),
    areaNames: new Set<string>(),
    countries: new Set<string>(),
    agencies: new Set<string>(),
    agencyCountries: new Set<string>(),
    targets: new Set<string>(),
    groups: new Set<string>(),
    goods: new Set<string>(),
    figures: new Map<string, Bounds>(),
  };
  let days: OperationFacts["days"] = null;
  for (const member of profile.members) {
    const claims = neighbourhood.properties(member.id);
    days = readDays(claims, days);
    for (const claim of claims) {
      if (claim.property === "kind") draft.classes.add(classOf(String(claim.value)));
      if (COUNTS.has(claim.property)) draft.figures.set(claim.property, boundsOf(claim));
    }
    const agents = neighbourhood
      .incoming(member.id, AGENTS)
      .flatMap((claim) => ends.canonicalOf(claim.subject) ?? []);
    for (const agent of agents) {
      draft.agencies.add(agent);
      const country = ends.countryOf(agent);
      if (country !== undefined) draft.agencyCountries.add(country);
    }
    readEnds(member.id, neighbourhood, ends, draft);
  }
  return { ...draft, days };
}

/** The days that the last of some claims tell; a span gives way to a date. */
function readDays(
  claims: readonly PropertyClaim[],
  before: OperationFacts["days"],
): OperationFacts["days"] {
  let days = before;
  for (const claim of claims) {
    if (claim.property === "date") days = daysOf(claim);
    if (claim.property === "dateFrom") days ??= openDays(claim, claims);
  }
  return days;
}

interface EndsDraft {
  readonly places: Set<string>;
  readonly areas: Set<string>;
  readonly placeNames: Set<string>;
  readonly areaNames: Set<string>;
  readonly countries: Set<string>;
  readonly targets: Set<string>;
  readonly groups: Set<string>;
  readonly goods: Set<string>;
  readonly figures: Map<string, Bounds>;
}

function readEnds(
  member: string,
  neighbourhood: Neighbourhood,
  ends: ResolvedEnds,
  draft: EndsDraft,
): void {
  const told = (roles: ReadonlySet<RelationRole>) =>
    neighbourhood.outgoing(member, roles).flatMap((claim) => {
      const end = ends.canonicalOf(claim.object);
      return end === undefined ? [] : [{ claim, end }];
    });
  for (const { end } of told(PLACES)) {
    const country = ends.countryOf(end);
    if (country !== undefined) draft.countries.add(country);
    if (ends.roleOf(end) !== "country") readPlace(end, ends, draft);
  }
  for (const { end } of told(TARGETED)) {
    draft.targets.add(end);
    if (ends.roleOf(end) === "group") draft.groups.add(end);
  }
  for (const { claim, end } of told(SEIZED)) {
    if (ends.attributesOf(end)?.unspecified !== true) draft.goods.add(end);
    readHaulOf(claim, end, draft);
  }
}

function readPlace(end: string, ends: ResolvedEnds, draft: EndsDraft): void {
  const isArea = AREAS.has(ends.attributesOf(end)?.level ?? "");
  (isArea ? draft.areas : draft.places).add(end);
  (isArea ? draft.areaNames : draft.placeNames).add(foldName(ends.nameOf(end) ?? end));
}

function readHaulOf(claim: RelationClaim, end: string, { figures }: EndsDraft): void {
  if (!hasHaul(claim)) return;
  const figure = readHaul(claim);
  const bounds = { ...figureBounds(figure), isExact: isExact(figure) };
  figures.set(`${end} ${haulDimension(claim)}`, bounds);
}

function classOf(kind: string): string {
  if (ENFORCEMENT.has(kind)) return "enforcement";
  return STRIKE.has(kind) ? "strike" : kind;
}

const boundsOf = (claim: PropertyClaim): Bounds =>
  toBounds(claim.value, claim.qualifiers) ?? {
    low: 0,
    high: Number.POSITIVE_INFINITY,
    isExact: false,
  };

function toBounds(value: unknown, qualifiers: PropertyClaim["qualifiers"]): Bounds | null {
  const { low, high, qualifier } = qualifiers as Record<string, unknown>;
  if (typeof value !== "number" && typeof low !== "number" && typeof high !== "number") return null;
  const isTold =
    typeof value === "number" &&
    (qualifier === "eq" || qualifier === undefined || qualifier === null);
  if (isTold) return { low: value, high: value, isExact: true };
  const slack = qualifier === "approx" && typeof value === "number" ? Math.abs(value) * 0.1 : 0;
  return {
    low:
      typeof low === "number"
        ? low - slack
        : typeof value === "number" && qualifier !== "lte"
          ? value - slack
          : 0,
    high:
      typeof high === "number"
        ? high + slack
        : qualifier === "approx" && typeof value === "number"
          ? value + slack
          : Number.POSITIVE_INFINITY,
    isExact: false,
  };
}

function daysOf(claim: PropertyClaim): OperationFacts["days"] {
  const value = String(claim.value);
  const from = epochDay(claim.qualifiers["dateFrom"] ?? value);
  const to = epochDay(claim.qualifiers["dateTo"] ?? value);
  return from === null || to === null ? null : { from, to };
}

/** The days between two readings of a date that stay open. */
function openDays(first: PropertyClaim, claims: readonly PropertyClaim[]): OperationFacts["days"] {
  const last = claims.find((claim) => claim.property === "dateTo");
  const from = epochDay(first.value);
  const to = epochDay(last?.value);
  return from === null || to === null ? null : { from, to };
}

/** Days since 1970 of `YYYY-MM-DD`, or null for anything else. */
export function epochDay(text: unknown): number | null {
  if (typeof text !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const milliseconds = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(milliseconds) ? null : milliseconds / 86_400_000;
}
