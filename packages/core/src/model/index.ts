export {
  type Claim,
  type ClaimQualifiers,
  type ClaimValue,
  createClaim,
  MODALITY_FACTOR,
  type Modality,
  type PropertyClaim,
  type RelationClaim,
} from "./claim.js";
export { machineRule } from "./claim-makers.js";
export {
  BAND_FROM,
  BAND_PROMISE,
  CONFIDENCE_BANDS,
  type ConfidenceBand,
  confidenceBand,
  type LinkConfidence,
  type MeasuredBands,
  ONE_ORIGIN,
  type ReadingParts,
  weighLink,
} from "./confidence.js";
export type { DateRange } from "./date-range.js";
export type { DocumentEntity, EntityAttributes } from "./document-entity.js";
export type { Entity, IdentityDecision, Resolution, ResolutionDecision } from "./entity.js";
export { type Evidence, type QuotableText, quoteEvidence, restoreEvidence } from "./evidence.js";
export type { Extraction } from "./extraction.js";
export type { IdentityLine, Naming } from "./identity-line.js";
export type {
  AskedSide,
  JudgedThing,
  Judgement,
  JudgementOutcome,
  JudgementSource,
  JudgementStatus,
  LinkJudgement,
  NameJudgement,
  PairJudgement,
  QuoteJudgement,
  SeenThing,
  Sighting,
  SplitJudgement,
} from "./judgement.js";
export type { Mention } from "./mention.js";
export type { Qualifier, Quantity, SeizedAmount } from "./quantity.js";
export {
  type Block,
  type BlockRole,
  type DateBasis,
  type DateOrder,
  type DocumentPlace,
  type ReportDate,
  type ReportDocument,
  type RowPiece,
  type Sentence,
  type SpokenRow,
  UNREAD_ROLES,
} from "./report-document.js";
export {
  createSchema,
  type EntityRole,
  type EntityType,
  type EntityTypeSchema,
  type RelationRole,
  type RelationType,
  type RelationTypeSchema,
  type Schema,
  type SchemaData,
  SHAPES,
  type Shape,
  STRUCTURAL_TYPES,
  type StateStep,
} from "./schema.js";
export type { TextSpan } from "./text-span.js";
