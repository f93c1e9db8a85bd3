import type { Claim } from "./claim.js";
import type { DocumentEntity } from "./document-entity.js";
import type { ReportDocument } from "./report-document.js";

/** All that one report says, before anything is known of the others. */
export interface Extraction {
  readonly document: ReportDocument;
  /** Sorted by id. */
  readonly entities: readonly DocumentEntity[];
  /** Sorted by evidence offset, then id. */
  readonly claims: readonly Claim[];
}
