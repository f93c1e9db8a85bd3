export {
  type Claim,
  type ClaimQualifiers,
  type ClaimValue,
  createClaim,
  type Modality,
  type PropertyClaim,
  type RelationClaim,
} from "./claim.js";
export type { DateRange } from "./date-range.js";
export type { DocumentEntity, EntityAttributes } from "./document-entity.js";
export type { Entity, Resolution, ResolutionDecision } from "./entity.js";
export {
  ENTITY_TYPES,
  type EntityType,
  EVENT_TYPES,
  type EventType,
  type NodeType,
  RELATION_TYPES,
  type RelationType,
} from "./entity-type.js";
export { type Evidence, type QuotableText, quoteEvidence, restoreEvidence } from "./evidence.js";
export type { Extraction } from "./extraction.js";
export type { Judgement } from "./judgement.js";
export type { Mention } from "./mention.js";
export type { Qualifier, Quantity, SeizedAmount, SeizureUnit } from "./quantity.js";
export type {
  Block,
  BlockRole,
  DateBasis,
  DateOrder,
  ReportDate,
  ReportDocument,
  Sentence,
} from "./report-document.js";
export type { TextSpan } from "./text-span.js";
