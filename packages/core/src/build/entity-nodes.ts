import { Float, type PropertyValue } from "../graph/property-value.js";
import type { Claim, Modality, PropertyClaim, RelationClaim } from "../model/claim.js";
import { isByMachine } from "../model/claim-makers.js";
import type { Entity } from "../model/entity.js";
import { type EntityType, EVENT_TYPES } from "../model/schema.js";
import { compareText } from "../text/compare.js";
import {
  type CaseContext,
  isTakenBack,
  jointConfidence,
  listByTime,
  quoteProperties,
  type Statement,
  standingOf,
} from "./case-context.js";
import { isLeg } from "./derived-routes.js";
import { readFacts } from "./fact-properties.js";
import type { NodeDraft } from "./graph-draft.js";
import { isHeld, strongestModality } from "./modality.js";
import { ownEvidence } from "./own-evidence.js";
import { nameRoute } from "./route-name.js";

/** The claims about one entity. */
export interface EntityClaims {
  readonly properties: readonly PropertyClaim[];
  readonly outgoing: readonly RelationClaim[];
  readonly incoming: readonly RelationClaim[];
  /** What its reports disagree on beside its own properties, such as two hauls of one drug. */
  readonly conflicts: readonly string[];
  /** What a later report puts right. */
  readonly corrections: readonly string[];
}

/** The node of an entity: what it is, what it is called, where it is told of, what is known of it. */
export function createEntityNode(
  entity: Entity,
  claims: EntityClaims,
  context: CaseContext,
): NodeDraft {
  const isRoute = entity.type === "Route";
  const told = isRoute
    ? claims.properties.filter((claim) => claim.property !== "modality")
    : claims.properties;
  const facts = readFacts(told, context);
  const conflicts = [...facts.conflicts, ...claims.conflicts];
  const corrections = [...facts.corrections, ...claims.corrections];
  const route = isRoute ? nameRoute(claims.outgoing, context) : null;
  const name = route ?? entity.name;
  const isEvent = EVENT_TYPES.has(entity.type);
  const all = [...claims.properties, ...claims.outgoing, ...claims.incoming];
  const standing = standingOf(all, context);
  const isGone = isEvent && all.length > 0 && all.every((claim) => isTakenBack(claim, context));
  return {
    id: entity.id,
    labels: context.pack.schema.lineage(typeOf(entity, claims, context)),
    properties: [
      ["id", entity.id],
      ["name", name],
      ["aliases", entity.aliases.filter((alias) => alias !== name)],
      ...(entity.knownAs === undefined ? [] : [["knownAs", entity.knownAs] as const]),
      ["documents", entity.documents],
      [
        "confidence",
        new Float(isGone ? 0 : jointConfidence(statementsOf(entity, standing, context), context)),
      ],
      ...attributeProperties(entity),
      ...(isRoute ? [["modality", routeModality(claims, context)] as const] : []),
      ...facts.properties,
      ...(isGone ? [["withdrawn", true] as const] : []),
      ...(conflicts.length === 0 ? [] : [["conflicts", conflicts] as const]),
      ...(corrections.length === 0 ? [] : [["corrections", corrections] as const]),
      ...(isEvent ? quoteProperties(listByTime(ownEvidence(all), context)) : []),
    ],
  };
}

/** Its type, or for a person with a post that of officials; no program outside makes anyone one. */
function typeOf(
  { type }: Entity,
  { outgoing }: EntityClaims,
  { pack: { schema } }: CaseContext,
): EntityType {
  const hasPost =
    schema.roleOf(type) === "person" &&
    outgoing.some(
      (claim) =>
        schema.relationRoleOf(claim.type) === "post" && isHeld(claim) && !isByMachine(claim),
    );
  return (hasPost ? schema.typeOf("official") : null) ?? type;
}

/** Its mentions, or for an event the claims that tell of it. */
function statementsOf(
  entity: Entity,
  claims: readonly Claim[],
  context: CaseContext,
): readonly Statement[] {
  const mentions = entity.documents.flatMap((document) =>
    context
      .membersIn(entity.id, document)
      .flatMap((member) => member.mentions.map(({ score }) => ({ document, confidence: score }))),
  );
  return mentions.length > 0 ? mentions : claims;
}

function attributeProperties(entity: Entity): readonly (readonly [string, PropertyValue])[] {
  const { latitude, longitude, ...rest } = entity.attributes;
  const properties: [string, PropertyValue][] = Object.entries(rest)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => compareText(a, b));
  if (latitude !== undefined) properties.push(["latitude", new Float(latitude)]);
  if (longitude !== undefined) properties.push(["longitude", new Float(longitude)]);
  if (entity.otherIds !== undefined) properties.push(["otherIds", entity.otherIds]);
  return properties;
}

const routeModality = (claims: EntityClaims, { pack }: CaseContext): Modality =>
  strongestModality(claims.outgoing.filter((claim) => isLeg(claim, pack.schema))) ?? "asserted";
