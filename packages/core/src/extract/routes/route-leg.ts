import type { Modality } from "../../model/claim.js";
import type { DocumentEntity } from "../../model/document-entity.js";

export type LegDirection = "FROM" | "VIA" | "TO";

/** One end or stage of a journey of drugs. */
export interface RouteLeg {
  readonly drug: DocumentEntity;
  readonly direction: LegDirection;
  readonly place: DocumentEntity;
  readonly modality: Modality;
  /** Sentence view that names the place, and the one that names the drug. */
  readonly sentence: number;
  readonly drugSentence: number;
  readonly rule: string;
}
