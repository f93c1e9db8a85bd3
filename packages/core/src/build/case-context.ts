import type { Claim } from "../model/claim.js";
import type { DocumentEntity } from "../model/document-entity.js";
import type { Evidence } from "../model/evidence.js";
import type { ReportDocument } from "../model/report-document.js";
import type { EntityType } from "../model/schema.js";
import { bestGrade, type Grade } from "../origins/grades.js";
import type { OriginGroups, Sourced } from "../origins/origin-groups.js";
import type { TakenBack } from "../origins/withdrawals.js";
import type { DomainPack } from "../packs/domain-pack.js";
import type { UnitClass } from "../packs/rule-schemas.js";
import { compareText } from "../text/compare.js";
import type { PropertyList } from "./graph-draft.js";

/** A document with every path at which its text was found, sorted. */
export interface CaseDocument {
  readonly document: ReportDocument;
  readonly paths: readonly string[];
}

/** What every part of the graph is made from. */
export interface CaseContext {
  readonly documents: ReadonlyMap<string, CaseDocument>;
  readonly origins: OriginGroups;
  readonly takenBack: TakenBack;
  /** Grade of each document, by id. */
  readonly grades: ReadonlyMap<string, Grade>;
  /** Name of an entity, by id. */
  readonly names: ReadonlyMap<string, string>;
  /** What one document tells of an entity, by entity id. */
  readonly membersIn: (entity: string, document: string) => readonly DocumentEntity[];
  /** Whether a quote is of a sentence that proves what a thing without a name is, by entity id. */
  readonly tells: (entity: string, quote: Evidence) => boolean;
  readonly pack: Pick<DomainPack, "schema">;
  /** Type of an entity, by id. */
  readonly types: ReadonlyMap<string, EntityType>;
  /** Posts that one person holds at a time. */
  readonly lists: Readonly<
    Record<"solePost" | "soleHead" | "sharedPost" | "titleSmall", readonly string[]>
  >;
  /** Words that make a title one of several. */
  readonly lesser: ReadonlySet<string>;
  /** Kinds of actions, the most telling first. */
  readonly kinds: readonly string[];
  /** Class of a unit by its name and its forms, in lower case. */
  readonly unitClasses: ReadonlyMap<string, UnitClass>;
}

/** Something said in a document, with the weight it carries. */
export interface Statement extends Sourced {
  readonly confidence: number;
}

const CERTAIN = 0.99;

/** Number of independent origins behind some statements. */
export const countSources = (statements: readonly Sourced[], { origins }: CaseContext): number =>
  origins.group(statements).length;

/**
 * Probability that at least one independent origin is right: each counts once with its best
 * statement, at most .99 in all, rounded to four digits.
 */
export function jointConfidence(
  statements: readonly Statement[],
  { origins }: CaseContext,
): number {
  const best = origins
    .group(statements)
    .map((one) => Math.max(...one.statements.map(({ confidence }) => confidence)));
  const doubt = best.sort((a, b) => a - b).reduce((rest, p) => rest * (1 - p), 1);
  return Math.round(Math.min(CERTAIN, 1 - doubt) * 1e4) / 1e4;
}

/** The best grade of some documents, as properties; none where nobody graded them. */
export function gradeProperties(
  documents: Iterable<string>,
  { grades }: CaseContext,
): PropertyList {
  const best = bestGrade([...documents].flatMap((id) => grades.get(id) ?? []));
  return [
    ...(best.reliability === null ? [] : [["reliability", best.reliability] as const]),
    ...(best.credibility === null ? [] : [["credibility", best.credibility] as const]),
    ...(best.handling === null ? [] : [["handling", best.handling] as const]),
  ];
}

/** The rule that reads who writes for whom. */
const BYLINE = "byline";

/**
 * Whether the report that makes a claim was withdrawn, and the claim with it. Where a place lies and
 * whose a body is no retraction means, nor who wrote it.
 */
export function isTakenBack(claim: Claim, { takenBack, pack: { schema } }: CaseContext): boolean {
  if (!takenBack.isWithdrawn(claim.document) || claim.rule === BYLINE) return false;
  return claim.kind === "property" || schema.relation(claim.type)?.standing !== true;
}

/** Claims that nobody took back; all of them where none is left, for those are all that is told. */
export function standingOf<T extends Claim>(
  claims: readonly T[],
  context: CaseContext,
): readonly T[] {
  const standing = claims.filter((claim) => !isTakenBack(claim, context));
  return standing.length > 0 ? standing : claims;
}

/** Where a quote stands, as written on nodes and relationships: UTF-16 offsets into the text. */
export const spanOf = ({ document, span }: Evidence): string =>
  `${document}:${span.start}-${span.end}`;

/** Quotes and spans as two parallel properties, in the order given. */
export const quoteProperties = (evidence: readonly Evidence[]): PropertyList => [
  ["quotes", evidence.map((one) => one.quote)],
  ["spans", evidence.map(spanOf)],
];

/** Evidence without repetitions as reported: by date (undated last), document and offset. */
export function listByTime(
  evidence: readonly Evidence[],
  context: CaseContext,
): readonly Evidence[] {
  const bySpan = new Map(evidence.map((one) => [spanOf(one), one]));
  return [...bySpan.values()].sort(timeOrder(context));
}

/** The order in which things were reported: by date, undated last, then document and offset. */
export function timeOrder(context: CaseContext): (a: Evidence, b: Evidence) => number {
  const dateOf = (one: Evidence): string =>
    context.documents.get(one.document)?.document.date?.value ?? "~";
  return (a, b) =>
    compareText(dateOf(a), dateOf(b)) ||
    compareText(a.document, b.document) ||
    a.span.start - b.span.start ||
    a.span.end - b.span.end;
}

export const sorted = (values: Iterable<string>): readonly string[] => [...new Set(values)].sort();

/** How the documents that make some claims are named to a reader: publishers, else paths. */
export function nameSources(claims: readonly Claim[], context: CaseContext): string {
  const names = claims.map((claim) => {
    const found = context.documents.get(claim.document);
    return found?.document.publisher ?? found?.paths[0] ?? claim.document;
  });
  return sorted(names).join(", ");
}
