export {
  carrierWords,
  claimHead,
  claimManner,
  flat,
  lostText,
  rejectedTexts,
  ruleWords,
} from "../extract/explain/claim-words.js";
export { countParts, foundWords, originParts } from "../extract/explain/count-words.js";
export { explainDocument } from "../extract/explain/explain-document.js";
export type {
  ExplainedAction,
  ExplainedClaim,
  ExplainedClause,
  ExplainedGroup,
  ExplainedName,
  ExplainedRejection,
  ExplainedSentence,
  Explanation,
  Words,
} from "../extract/explain/explanation.js";
export { clauseText, cueText, groupText, nameText } from "../extract/explain/syntax-words.js";
export { textPieces } from "../extract/explain/text-pieces.js";
export { type AskedEnd, type WhyAnswer, whyLinked } from "../extract/explain/why-linked.js";
export { createExtractor, type Extractor, type ObserveLinks } from "../extract/extract-document.js";
export { describeNames } from "../extract/mentions/find-mentions.js";
export type { DescribedSpan } from "../extract/mentions/learnt-names.js";
export { weighClaim } from "../extract/weights/weigh-claims.js";
export {
  type GradeBook,
  type GradedReport,
  HANDLING,
  type Handling,
  handlingRank,
  parseGrades,
  readHandling,
  unusedGrades,
} from "../origins/grades.js";
export { decodeText } from "../read/decode.js";
export { FORMAT_READERS } from "../read/formats/registry.js";
export type { Page, PageLine } from "../read/page.js";
export { type ReadInput, readDocument } from "../read/read-document.js";
export { type LinesInForce, linesInForce } from "../resolve/judge/lines-in-force.js";
export {
  encodeJudgement,
  encodeUndo,
  type JudgementFile,
  judgementId,
  readJudgements,
} from "../resolve/judgements.js";
export { type ResolutionPack, resolve } from "../resolve/resolve.js";
export {
  type Admission,
  type AdmittedClaim,
  admitClaims,
} from "./admit-claims.js";
export { type AskedDocument, askedDocument } from "./asked-document.js";
export {
  type BuildFailure,
  type BuildOptions,
  type BuildProgress,
  buildCase,
  type CaseBuild,
  composeCase,
  createCaseContext,
  type ExtractedCase,
  extractCase,
  finishCase,
  readCase,
} from "./build-case.js";
export { buildGraph } from "./build-graph.js";
export type { BuildSummary } from "./build-summary.js";
export type { CaseContext, CaseDocument } from "./case-context.js";
export { decodeClaims, encodeClaim, encodeClaims } from "./claim-lines.js";
export {
  type DocumentSource,
  decodeDocument,
  encodeDocument,
  type StoredDocument,
} from "./document-lines.js";
export { type ExternalClaim, parseExternalClaims } from "./external-claim-lines.js";
export {
  decodeExtraction,
  type ExtractionStamp,
  encodeExtraction,
} from "./extraction-lines.js";
export { createPrompt, type ExtractorPrompt } from "./extractor-prompt.js";
export { decodeIdentity, encodeIdentity } from "./identity-lines.js";
export {
  type ListedOrigin,
  listLinkOrigins,
  listReportOrigins,
  type OriginList,
} from "./list-origins.js";
export {
  createReading,
  decodeReading,
  EXTRACTOR_NAME,
  encodeReading,
  type MachineReading,
} from "./machine-answers.js";
export type { MachineWork } from "./machine-claims.js";
export {
  encodeRefusal,
  type MachineTally,
  REFUSALS,
  type RefusalReason,
} from "./machine-refusals.js";
export { decodeOrigins, originLines, type StoredOrigins } from "./origin-lines.js";
export {
  type CaseProblem,
  type CaseVerification,
  type StoredCase,
  verifyCase,
} from "./verify-case.js";
