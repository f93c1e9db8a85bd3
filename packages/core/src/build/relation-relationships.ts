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
import { sha256 } from "../text/sha256.js";
import {
  type CaseContext,
  countSources,
  jointConfidence,
  listQuotes,
  nameSources,
  quoteProperties,
  sorted,
} from "./case-context.js";
import { toNumber } from "./fact-properties.js";
import { compare, type PropertyList, type RelationshipDraft } from "./graph-draft.js";
import { isHeld, strongestModality } from "./modality.js";

/** Relationships and, by id of their start, what their claims disagree on. */
export interface RelationshipResult {
  readonly relationships: readonly RelationshipDraft[];
  readonly conflicts: ReadonlyMap<string, readonly string[]>;
}

/**
 * One relationship a start, type and end over all claims that hold it. SEIZED is the exception:
 * figures that cannot both be true stand as parallel relationships with `conflict: true`, so that
 * each keeps its own quotes. Denials of a relationship stand on it as `deniedQuotes`; a relation
 * that is only denied stays among the claims.
 */
export function createRelationships(
  claims: readonly RelationClaim[],
  context: CaseContext,
): RelationshipResult {
  const groups = new Map<string, RelationClaim[]>();
  for (const claim of claims) {
    const { subject, object } = orderEnds(claim, context);
    if (subject === object) continue;
    const key = `${claim.type}\n${subject}\n${object}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [{ ...claim, subject, object }]);
    else known.push({ ...claim, subject, object });
  }
  const relationships: RelationshipDraft[] = [];
  const conflicts = new Map<string, string[]>();
  for (const [, group] of [...groups].sort(([a], [b]) => compare(a, b))) {
    const held = group.filter(isHeld);
    const denied = group.filter((claim) => claim.modality === "denied");
    const [first] = held;
    if (first === undefined) continue;
    if (first.type === "SEIZED") {
      const { drafts, conflict } = createSeizures(held, denied, context);
      relationships.push(...drafts);
      if (conflict !== null)
        conflicts.set(first.subject, [...(conflicts.get(first.subject) ?? []), conflict]);
    } else {
      relationships.push(createRelationship(held, denied, "", titleProperties(held), context));
    }
  }
  return { relationships, conflicts };
}

/** The ends of a claim; those of a symmetric type in order of id, so that both ways are one. */
function orderEnds(
  claim: RelationClaim,
  context: CaseContext,
): { readonly subject: string; readonly object: string } {
  const { subject, object, type } = claim;
  const isTurned = context.pack.schema.relation(type)?.symmetric === true && object < subject;
  return isTurned ? { subject: object, object: subject } : { subject, object };
}

function createRelationship(
  held: readonly RelationClaim[],
  denied: readonly RelationClaim[],
  qualifierKey: string,
  extra: PropertyList,
  context: CaseContext,
): RelationshipDraft {
  const [first] = held;
  const [type, start, end] = [first?.type ?? "", first?.subject ?? "", first?.object ?? ""];
  const content = [start, type, end, ...(qualifierKey === "" ? [] : [qualifierKey])];
  const id = `relationship:${sha256(content.join("\n")).slice(0, 16)}`;
  const attributed = sorted(held.flatMap((claim) => claim.attributedTo ?? []));
  const modalities = sorted(held.map((claim) => claim.modality));
  const against = listQuotes(
    denied.flatMap((claim) => claim.evidence),
    context,
    [start, end],
  );
  return {
    id,
    type,
    start,
    end,
    properties: [
      ["id", id],
      ...quoteProperties(
        held.flatMap((claim) => claim.evidence),
        context,
        [start, end],
      ),
      ["documents", sorted(held.map((claim) => claim.document))],
      ["confidence", new Float(jointConfidence(held, context))],
      ["modality", strongestModality(held) ?? "asserted"],
      ...(modalities.length > 1 ? [["modalities", modalities] as const] : []),
      ["sources", countSources(held, context)],
      ["rules", sorted(held.map((claim) => claim.rule))],
      ...(attributed.length > 0 ? [["attributedTo", attributed] as const] : []),
      ...(denied.length > 0
        ? ([
            ["deniedQuotes", against.quotes],
            ["deniedSpans", against.spans],
          ] as const)
        : []),
      ...extra,
    ],
  };
}

/** The title most claims give, and all of them where there are several. */
function titleProperties(claims: readonly RelationClaim[]): PropertyList {
  const counts = new Map<string, number>();
  for (const claim of claims) {
    const title = claim.qualifiers["title"];
    if (typeof title === "string" && title !== "") counts.set(title, (counts.get(title) ?? 0) + 1);
  }
  const ranked = [...counts].sort(([a, x], [b, y]) => y - x || compare(a, b));
  const [title] = ranked[0] ?? [];
  if (title === undefined) return [];
  const titles = sorted(counts.keys());
  return [["title", title], ...(titles.length > 1 ? [["titles", titles] as const] : [])];
}

function createSeizures(
  held: readonly RelationClaim[],
  denied: readonly RelationClaim[],
  context: CaseContext,
): { readonly drafts: readonly RelationshipDraft[]; readonly conflict: string | null } {
  const groups = groupHauls(held);
  const figures = groups.filter((group) => group.told.value !== null);
  const kinds = new Set(figures.map((group) => haulDimension(group.told.claim)));
  const isConflict = [...kinds].some((kind) =>
    areAtOdds(figures.filter((group) => haulDimension(group.told.claim) === kind)),
  );
  const drafts = groups.map((group) => {
    const key = groups.length === 1 ? "" : haulKey(group);
    const extra: PropertyList = [
      ...haulProperties(group),
      ...(isConflict ? [["conflict", true] as const] : []),
    ];
    return createRelationship(group.claims, denied, key, extra, context);
  });
  if (!isConflict) return { drafts, conflict: null };
  const values = figures.map(
    (group) =>
      `${tellFigure(group.told)} ${haulUnit(group.told.claim)} (${nameSources(group.claims, context)})`,
  );
  const drug = held[0]?.object ?? "";
  return { drafts, conflict: `seized ${context.names.get(drug) ?? drug}: ${values.join(" or ")}` };
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
    .sort(([a], [b]) => compare(a, b))
    .flatMap(([, told]) => groupFigures(told.map(readHaul)));
  const [first, ...rest] = groups;
  if (first === undefined) return groupFigures(vague.map(readHaul));
  return [{ ...first, claims: [...first.claims, ...vague] }, ...rest];
}

const haulKey = (group: FigureGroup<RelationClaim>): string => {
  const { low, high } = boundsOf(group.told);
  return `${haulDimension(group.told.claim)} ${low} ${high}`;
};

function haulProperties(group: FigureGroup<RelationClaim>): PropertyList {
  const { claim } = group.told;
  const unit = haulUnit(claim);
  const { amount, low, high, qualifier, kilograms } = claim.qualifiers;
  const number = (key: string, value: unknown): PropertyList =>
    typeof value === "number" ? [[key, toNumber(value, unit)]] : [];
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
