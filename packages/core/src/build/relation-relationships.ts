import { RedthreadError } from "../errors/redthread-error.js";
import { Float } from "../graph/property-value.js";
import type { RelationClaim } from "../model/claim.js";
import { isByMachine } from "../model/claim-makers.js";
import {
  type LinkConfidence,
  ONE_ORIGIN,
  type ReadingParts,
  readingOf,
  weighLink,
} from "../model/confidence.js";
import { compareText } from "../text/compare.js";
import { sha256 } from "../text/sha256.js";
import {
  type CaseContext,
  countSources,
  gradeProperties,
  listByTime,
  quoteProperties,
  sorted,
  spanOf,
} from "./case-context.js";
import { readSaidOfLink } from "./dated-properties.js";
import type { PropertyList, RelationshipDraft } from "./graph-draft.js";
import { type HeldClaims, namesOfDeniers, partDenials } from "./held-claims.js";
import { strongestModality } from "./modality.js";
import { orderProof } from "./order-quotes.js";
import { readHauls } from "./seizure-hauls.js";

/** Relationships and, by id of their start, what their claims disagree on. */
export interface RelationshipResult {
  readonly relationships: readonly RelationshipDraft[];
  readonly conflicts: ReadonlyMap<string, readonly string[]>;
  /** By id of their start, what a later report puts right. */
  readonly corrections: ReadonlyMap<string, readonly string[]>;
}

/**
 * One relationship a start, type and end over all claims that hold it. Goods seized are the exception:
 * the parts that one report tells are parallel relationships. What reports tell differently of one haul
 * is one relationship with the figures of all, so that no sum counts it twice. Denials of a relationship stand on it as `deniedQuotes`, with who denies
 * it; a relation that is only denied stays among the claims.
 * @throws RedthreadError `GRAPH_INVALID` for a claim whose ends the schema does not let its type join.
 */
export function createRelationships(
  claims: readonly RelationClaim[],
  context: CaseContext,
): RelationshipResult {
  const relationships: RelationshipDraft[] = [];
  const conflicts = new Map<string, string[]>();
  const corrections = new Map<string, string[]>();
  for (const [, group] of groupByEnds(claims, context)) {
    const told = partDenials(group, context);
    const [first] = told.held;
    if (first === undefined) continue;
    const made = isSeizure(first, context)
      ? createSeizures(told, context)
      : createPlain(told, first, context);
    relationships.push(...made.drafts);
    addTo(conflicts, first.subject, made.conflicts);
    addTo(corrections, first.subject, made.corrections);
  }
  return { relationships, conflicts, corrections };
}

function addTo(lists: Map<string, string[]>, key: string, more: readonly string[]): void {
  if (more.length > 0) lists.set(key, [...(lists.get(key) ?? []), ...more]);
}

/** Claims by start, type and end, in order; what joins a thing to itself says nothing. */
function groupByEnds(
  claims: readonly RelationClaim[],
  context: CaseContext,
): readonly (readonly [string, readonly RelationClaim[]])[] {
  const groups = new Map<string, RelationClaim[]>();
  for (const claim of claims) {
    const { subject, object } = orderEnds(claim, context);
    if (subject === object) continue;
    assertAccepted(claim, context);
    const key = `${claim.type}\n${subject}\n${object}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [{ ...claim, subject, object }]);
    else known.push({ ...claim, subject, object });
  }
  return [...groups].sort(([a], [b]) => compareText(a, b));
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

function assertAccepted(claim: RelationClaim, { pack, types }: CaseContext): void {
  const [from, to] = [claim.subject, claim.object].map((id) => types.get(id) ?? "nothing");
  if (from !== undefined && to !== undefined && pack.schema.accepts(claim.type, from, to)) return;
  throw new RedthreadError(
    "GRAPH_INVALID",
    `Claim \`${claim.id}\` of rule \`${claim.rule}\` joins ${from} and ${to} by ${claim.type}, which the schema does not allow. Correct the rule, or the ends of ${claim.type} in \`schema.yaml\`.`,
  );
}

const isSeizure = (claim: RelationClaim, { pack }: CaseContext): boolean =>
  pack.schema.relationRoleOf(claim.type) === "seized";

interface Made {
  readonly drafts: readonly RelationshipDraft[];
  readonly conflicts: readonly string[];
  readonly corrections: readonly string[];
}

function createPlain(told: HeldClaims, first: RelationClaim, context: CaseContext): Made {
  const type = context.pack.schema.relation(first.type);
  if (type === undefined)
    throw new TypeError(`the schema accepted ${first.type} without having it`);
  const said = readSaidOfLink(told.held, type, context);
  return {
    drafts: [createRelationship(told, first, "", said.properties, context)],
    conflicts: said.conflicts,
    corrections: [],
  };
}

function createSeizures(told: HeldClaims, context: CaseContext): Made {
  const { hauls, conflict, correction } = readHauls(told.held, context);
  return {
    drafts: hauls.flatMap(({ claims, key, properties }) => {
      const [first] = claims;
      return first === undefined
        ? []
        : [createRelationship({ ...told, held: claims }, first, key, properties, context)];
    }),
    conflicts: conflict === null ? [] : [conflict],
    corrections: correction === null ? [] : [correction],
  };
}

function createRelationship(
  told: HeldClaims,
  { type, subject: start, object: end }: RelationClaim,
  qualifierKey: string,
  extra: PropertyList,
  context: CaseContext,
): RelationshipDraft {
  const { held } = told;
  const content = [start, type, end, ...(qualifierKey === "" ? [] : [qualifierKey])];
  const id = `relationship:${sha256(content.join("\n")).slice(0, 16)}`;
  const attributed = sorted(held.flatMap((claim) => claim.attributedTo ?? []));
  const modalities = sorted(held.map((claim) => claim.modality));
  const proof = orderProof(held, [start, end], context);
  return {
    id,
    type,
    start,
    end,
    properties: [
      ["id", id],
      ...quoteProperties(proof.evidence),
      ...(proof.isInferred ? [["inferred", true] as const] : []),
      ["documents", sorted(held.map((claim) => claim.document))],
      ...weightProperties(told, context),
      ["modality", strongestModality(held) ?? "asserted"],
      ...(modalities.length > 1 ? [["modalities", modalities] as const] : []),
      ["sources", countSources(counted(told), context)],
      ["rules", sorted(held.map((claim) => claim.rule))],
      ...(attributed.length > 0 ? [["attributedTo", attributed] as const] : []),
      ...denialProperties(told, context),
      ...withdrawalProperties(told, context),
      ...gradeProperties(new Set(held.map((claim) => claim.document)), context),
      ...extra,
    ],
  };
}

/** The claims that count for a link: none where all of them were taken back. */
const counted = ({ held, withdrawn }: HeldClaims): readonly RelationClaim[] =>
  held.filter((claim) => !withdrawn.includes(claim));

function weightProperties(told: HeldClaims, context: CaseContext): PropertyList {
  const { confidence, confidenceRule, confidenceWording, confidenceSources } = weigh(
    { held: counted(told), denied: told.denied },
    context,
  );
  return [
    ["confidence", new Float(confidence)],
    ["confidenceRule", new Float(confidenceRule)],
    ["confidenceWording", new Float(confidenceWording)],
    ["confidenceSources", new Float(confidenceSources)],
  ];
}

/**
 * What a link is worth with and without what programs outside say of it: they may be heard, but a link
 * is in the top band only where rules and people alone bring it there.
 */
function weigh(
  { held, denied }: Pick<HeldClaims, "held" | "denied">,
  context: CaseContext,
): LinkConfidence {
  const against = bestOfEach(denied, context);
  const own = held.filter((claim) => !isByMachine(claim));
  const alone = weighLink(bestOfEach(own, context), against);
  if (own.length === held.length) return alone;
  const together = weighLink(bestOfEach(held, context), against, ONE_ORIGIN);
  return together.confidence > alone.confidence ? together : alone;
}

/** The surest claim of each independent origin. */
const bestOfEach = (
  claims: readonly RelationClaim[],
  { origins }: CaseContext,
): readonly ReadingParts[] =>
  origins
    .group(claims)
    .map(({ statements }) => statements.reduce((best, one) => (isSurer(one, best) ? one : best)));

/** Equal products of unequal parts are told apart by the rule's figure, so that order means nothing. */
const isSurer = (a: RelationClaim, b: RelationClaim): boolean =>
  readingOf(a) > readingOf(b) ||
  (readingOf(a) === readingOf(b) && a.confidenceRule > b.confidenceRule);

/** What was told and taken back, with the publishers that took it back; `withdrawn` where nothing else is left. */
function withdrawalProperties(told: HeldClaims, context: CaseContext): PropertyList {
  if (told.withdrawn.length === 0) return [];
  const evidence = listByTime(
    told.withdrawn.flatMap((claim) => claim.evidence),
    context,
  );
  return [
    ...(counted(told).length === 0 ? [["withdrawn", true] as const] : []),
    ["withdrawnQuotes", evidence.map((one) => one.quote)],
    ["withdrawnSpans", evidence.map(spanOf)],
  ];
}

function denialProperties(told: HeldClaims, context: CaseContext): PropertyList {
  if (told.denied.length === 0) return [];
  const against = listByTime(told.deniedEvidence, context);
  return [
    ["deniedQuotes", against.map((one) => one.quote)],
    ["deniedSpans", against.map(spanOf)],
    ["deniedBy", namesOfDeniers(told.denied, context)],
    ["denials", countSources(told.denied, context)],
  ];
}
