import type { Claim } from "../model/claim.js";
import type { DocumentEntity } from "../model/document-entity.js";
import type { Evidence } from "../model/evidence.js";
import type { ReportDocument } from "../model/report-document.js";
import type { DomainPack } from "../packs/domain-pack.js";
import { compare, type PropertyList } from "./graph-draft.js";
import type { SourceGroups } from "./source-groups.js";

/** A document with every path at which its text was found, sorted. */
export interface CaseDocument {
  readonly document: ReportDocument;
  readonly paths: readonly string[];
}

/** What every part of the graph is made from. */
export interface CaseContext {
  readonly documents: ReadonlyMap<string, CaseDocument>;
  readonly sources: SourceGroups;
  /** Name of an entity, by id. */
  readonly names: ReadonlyMap<string, string>;
  /** What one document tells of an entity, by entity id. */
  readonly membersIn: (entity: string, document: string) => readonly DocumentEntity[];
  readonly pack: Pick<DomainPack, "schema">;
}

/** Something said in a document, with the weight it carries. */
export interface Statement {
  readonly document: string;
  readonly confidence: number;
}

const CERTAIN = 0.99;

/** Number of independent sources behind some statements. */
export const countSources = (statements: readonly Statement[], context: CaseContext): number =>
  new Set(statements.map((one) => context.sources.sourceOf(one.document))).size;

/**
 * Probability that at least one independent source is right: each counts once with its best
 * statement, at most .99 in all, rounded to four digits.
 */
export function jointConfidence(statements: readonly Statement[], context: CaseContext): number {
  const best = new Map<string, number>();
  for (const { document, confidence } of statements) {
    const source = context.sources.sourceOf(document);
    best.set(source, Math.max(best.get(source) ?? 0, confidence));
  }
  const doubt = [...best.values()].sort((a, b) => a - b).reduce((rest, p) => rest * (1 - p), 1);
  return Math.round(Math.min(CERTAIN, 1 - doubt) * 1e4) / 1e4;
}

/** Evidence as it stands on nodes and relationships: two parallel lists. */
export interface QuoteList {
  readonly quotes: readonly string[];
  /** `<document id>:<start>-<end>`, UTF-16 offsets, one a quote. */
  readonly spans: readonly string[];
}

/**
 * Evidence without repetitions: quotes that name most of the given entities first, so that the first
 * one can stand for all; then as reported, by date (undated last), document and offset.
 */
export function listQuotes(
  evidence: readonly Evidence[],
  context: CaseContext,
  entities: readonly string[] = [],
): QuoteList {
  const bySpan = new Map(evidence.map((one) => [spanOf(one), one]));
  const named = new Map(
    [...bySpan.values()].map((one) => [one, countNamed(one, entities, context)]),
  );
  const dateOf = (one: Evidence): string =>
    context.documents.get(one.document)?.document.date?.value ?? "~";
  const ordered = [...bySpan.values()].sort(
    (a, b) =>
      (named.get(b) ?? 0) - (named.get(a) ?? 0) ||
      compare(dateOf(a), dateOf(b)) ||
      compare(a.document, b.document) ||
      a.span.start - b.span.start ||
      a.span.end - b.span.end,
  );
  return { quotes: ordered.map((one) => one.quote), spans: ordered.map(spanOf) };
}

/** How plainly a quote mentions the entities: two for a name, one for a demonym or description. */
function countNamed(
  { document, span }: Evidence,
  entities: readonly string[],
  context: CaseContext,
): number {
  const plainness = entities.map((id) => {
    const mentions = context
      .membersIn(id, document)
      .flatMap((member) => member.mentions)
      .filter((mention) => span.start <= mention.start && mention.end <= span.end);
    if (mentions.length === 0) return 0;
    return mentions.some(({ form }) => form === "name" || form === "acronym") ? 2 : 1;
  });
  return plainness.reduce((sum: number, one) => sum + one, 0);
}

const spanOf = ({ document, span }: Evidence): string => `${document}:${span.start}-${span.end}`;

/** Quotes and spans as properties. */
export const quoteProperties = (
  evidence: readonly Evidence[],
  context: CaseContext,
  entities: readonly string[] = [],
): PropertyList => {
  const { quotes, spans } = listQuotes(evidence, context, entities);
  return [
    ["quotes", quotes],
    ["spans", spans],
  ];
};

export const sorted = (values: Iterable<string>): readonly string[] => [...new Set(values)].sort();

/** How the documents that make some claims are named to a reader: publishers, else paths. */
export function nameSources(claims: readonly Claim[], context: CaseContext): string {
  const names = claims.map((claim) => {
    const found = context.documents.get(claim.document);
    return found?.document.publisher ?? found?.paths[0] ?? claim.document;
  });
  return sorted(names).join(", ");
}
