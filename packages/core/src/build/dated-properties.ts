// What a relationship says of itself beside its ends: the title of a post, the part someone played in
// an action, since and until when it held. The latest report that says so wins, and where reports
// differ the difference is told, never hidden.

import type { PropertyValue } from "../graph/property-value.js";
import type { ClaimValue, RelationClaim } from "../model/claim.js";
import type { RelationTypeSchema } from "../model/schema.js";
import { compareText } from "../text/compare.js";
import { type CaseContext, nameSources, sorted } from "./case-context.js";
import type { PropertyList } from "./graph-draft.js";

/** Properties of a relationship and what its reports disagree on. */
export interface SaidOfLink {
  readonly properties: PropertyList;
  readonly conflicts: readonly string[];
}

const TIMES = ["from", "to", "asOf", "former"] as const;

/** Title, role and times, as far as the schema lets the type have them. */
export function readSaidOfLink(
  claims: readonly RelationClaim[],
  type: RelationTypeSchema,
  context: CaseContext,
): SaidOfLink {
  const keys = [...(type.dated ? TIMES : []), ...(type.roles.length > 0 ? ["role"] : [])];
  const told = keys.map((key) => readLatest(claims, key, type, context));
  return {
    properties: [
      ...titleProperties(claims),
      ...told.flatMap((one) => one.properties),
      ...(type.dated ? seenProperties(claims, context) : []),
    ],
    conflicts: told.flatMap((one) => one.conflicts),
  };
}

function readLatest(
  claims: readonly RelationClaim[],
  key: string,
  type: RelationTypeSchema,
  context: CaseContext,
): SaidOfLink {
  const byValue = new Map<ClaimValue, RelationClaim[]>();
  for (const claim of latestFirst(claims, context)) {
    const value = claim.qualifiers[key];
    if (value === undefined || value === null || value === "") continue;
    byValue.set(value, [...(byValue.get(value) ?? []), claim]);
  }
  const [latest, ...others] = byValue.keys();
  if (latest === undefined) return { properties: [], conflicts: [] };
  const properties: readonly (readonly [string, PropertyValue])[] = [[key, latest]];
  // A later state of affairs is news, not a contradiction.
  const isNews = key === "asOf" || others.every((value) => agree(latest, value));
  if (isNews) return { properties, conflicts: [] };
  const values = [...byValue].map(([value, by]) => `${value} (${nameSources(by, context)})`).sort();
  const object = claims[0]?.object ?? "";
  const what = `${type.forward} ${context.names.get(object) ?? object}`;
  return { properties, conflicts: [`${what}, ${key}: ${values.join(" or ")}`] };
}

/** `2019` and `2019-05` are one date, told more or less closely. */
const agree = (a: ClaimValue, b: ClaimValue): boolean =>
  String(a).startsWith(String(b)) || String(b).startsWith(String(a));

/** By date of the report, the latest first and undated ones last; of one day by id. */
function latestFirst(
  claims: readonly RelationClaim[],
  context: CaseContext,
): readonly RelationClaim[] {
  const dateOf = (claim: RelationClaim): string =>
    context.documents.get(claim.document)?.document.date?.value ?? "";
  return [...claims].sort((a, b) => compareText(dateOf(b), dateOf(a)) || compareText(a.id, b.id));
}

/** The days of the first and the last report that tell it as holding. */
function seenProperties(claims: readonly RelationClaim[], context: CaseContext): PropertyList {
  const days = claims
    .filter((claim) => claim.qualifiers["former"] !== true)
    .flatMap(({ document }) => context.documents.get(document)?.document.date?.value ?? [])
    .sort();
  const [first, last] = [days[0], days.at(-1)];
  return first === undefined || last === undefined
    ? []
    : [
        ["firstSeen", first],
        ["lastSeen", last],
      ];
}

/** The title most claims give, and all of them where there are several. */
function titleProperties(claims: readonly RelationClaim[]): PropertyList {
  const counts = new Map<string, number>();
  for (const claim of claims) {
    const title = claim.qualifiers["title"];
    if (typeof title === "string" && title !== "") counts.set(title, (counts.get(title) ?? 0) + 1);
  }
  const ranked = [...counts].sort(([a, x], [b, y]) => y - x || compareText(a, b));
  const [title] = ranked[0] ?? [];
  if (title === undefined) return [];
  const titles = sorted(counts.keys());
  return [["title", title], ...(titles.length > 1 ? [["titles", titles] as const] : [])];
}
