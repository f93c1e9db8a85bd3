import { Float } from "../graph/property-value.js";
import type { Claim } from "../model/claim.js";
import { ONE_ORIGIN } from "../model/confidence.js";
import type { DocumentEntity } from "../model/document-entity.js";
import type { Entity } from "../model/entity.js";
import { type Evidence, quoteEvidence } from "../model/evidence.js";
import type { ReportDocument } from "../model/report-document.js";
import { sha256 } from "../text/sha256.js";
import {
  type CaseContext,
  gradeProperties,
  listByTime,
  quoteProperties,
  sorted,
} from "./case-context.js";
import type { RelationshipDraft } from "./graph-draft.js";

/** Sentences kept for one entity in one document; `mentions` tells how often it is named in all. */
const SENTENCES = 3;

/** What a document says of an entity: sentences, sureness, rules, number of mentions. */
interface Told {
  readonly evidence: readonly Evidence[];
  readonly confidence: number;
  readonly rules: readonly string[];
  readonly mentions: number;
}

/**
 * MENTIONED_IN from an entity to each of its documents, with the first sentences that name it; an
 * event is quoted by the sentences of its claims.
 */
export function createMentions(
  entity: Entity,
  claims: readonly Claim[],
  context: CaseContext,
): readonly RelationshipDraft[] {
  return entity.documents.flatMap((id) => {
    const document = context.documents.get(id)?.document;
    if (document === undefined) return [];
    const named = readMentions(context.membersIn(entity.id, id), document);
    const told = named.evidence.length > 0 ? named : readClaims(claims, id);
    return told.evidence.length === 0 ? [] : [toRelationship(entity, document, told, context)];
  });
}

function readMentions(members: readonly DocumentEntity[], document: ReportDocument): Told {
  const mentions = members
    .flatMap((member) => member.mentions)
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const sentences = [...new Set(mentions.map((mention) => mention.sentence))];
  return {
    evidence: sentences.slice(0, SENTENCES).map((index) => quoteSentence(document, index)),
    confidence: mentions.reduce((best, mention) => Math.max(best, mention.score), 0),
    rules: sorted(mentions.map((mention) => mention.rule)),
    mentions: mentions.length,
  };
}

function quoteSentence(document: ReportDocument, index: number): Evidence {
  const sentence = document.sentences[index];
  if (sentence === undefined) {
    throw new TypeError(
      `mention in sentence ${index} of ${document.id}, which has ${document.sentences.length}`,
    );
  }
  return quoteEvidence(document, index, { start: sentence.start, end: sentence.end });
}

function readClaims(claims: readonly Claim[], document: string): Told {
  const here = claims.filter((claim) => claim.document === document);
  const evidence = here
    .flatMap((claim) => claim.evidence)
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const distinct = [...new Map(evidence.map((one) => [one.span.start, one])).values()];
  return {
    evidence: distinct.slice(0, SENTENCES),
    confidence: here.reduce((best, claim) => Math.max(best, claim.confidence), 0),
    rules: sorted(here.map((claim) => claim.rule)),
    mentions: distinct.length,
  };
}

function toRelationship(
  entity: Entity,
  document: ReportDocument,
  told: Told,
  context: CaseContext,
): RelationshipDraft {
  const type = context.pack.schema.relationOf("mentioned-in");
  if (type === null) throw new TypeError("the world's schema has no relation for a mention");
  const id = `relationship:${sha256([entity.id, type, document.id].join("\n")).slice(0, 16)}`;
  return {
    id,
    type,
    start: entity.id,
    end: document.id,
    properties: [
      ["id", id],
      ...quoteProperties(listByTime(told.evidence, context)),
      ["documents", [document.id]],
      // One report is one voice, also where it only names a thing.
      ["confidence", new Float(Math.round(told.confidence * ONE_ORIGIN * 1e4) / 1e4)],
      ["modality", "asserted"],
      ["sources", 1],
      ["rules", told.rules],
      ["mentions", told.mentions],
      ...gradeProperties([document.id], context),
    ],
  };
}
