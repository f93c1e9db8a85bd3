export { createExtractor, type Extractor, type ObserveLinks } from "../extract/extract-document.js";
export { weighClaim } from "../extract/weights/weigh-claims.js";
export { FORMAT_READERS } from "../read/formats/registry.js";
export { encodeJudgement, parseJudgements } from "../resolve/judgements.js";
export { type ResolutionPack, resolve } from "../resolve/resolve.js";
export {
  type BuildFailure,
  type BuildOptions,
  type BuildProgress,
  buildCase,
  type CaseBuild,
  composeCase,
  createCaseContext,
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
export { groupSources, type SourceGroups } from "./source-groups.js";
export {
  type CaseProblem,
  type CaseVerification,
  type StoredCase,
  verifyCase,
} from "./verify-case.js";
