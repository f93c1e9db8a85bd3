import type { Claim } from "../model/claim.js";
import type { DocumentEntity } from "../model/document-entity.js";
import type { RuleFamily } from "../packs/engine-rules.js";
import type { ClaimMaker } from "./claims/claim-maker.js";
import type { OperationFindings } from "./operations/frame-claims.js";
import type { DocumentView } from "./view/document-view.js";

/** What an extractor may use beside the view: what those before it found. */
export interface ExtractorContext {
  /** Makes claims in the name of the extractor at work. */
  readonly maker: ClaimMaker;
  /** What stands for goods that nobody names, or null where the field has no such thing. */
  readonly unnamed: DocumentEntity | null;
  /** Actions read so far, in text order. */
  readonly operations: readonly OperationFindings[];
  /** Claims of the extractors before. */
  readonly told: readonly Claim[];
}

/** What an extractor adds: claims, with things of its own where it tells of events. */
export interface Findings {
  readonly claims: readonly Claim[];
  readonly entities?: readonly DocumentEntity[];
  readonly operations?: readonly OperationFindings[];
  /** Ids of claims of extractors before that this one reads too. */
  readonly seconded?: readonly string[];
}

/** One mechanism that reads claims from a report: document view in, claims out. */
export interface FactExtractor {
  /** Stands on every claim it makes. */
  readonly name: string;
  /** Families of the rules it reads by. */
  readonly families: readonly RuleFamily[];
  readonly extract: (view: DocumentView, context: ExtractorContext) => Findings;
}
