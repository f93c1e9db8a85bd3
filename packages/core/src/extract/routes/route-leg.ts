import type { Modality } from "../../model/claim.js";
import type { DocumentEntity } from "../../model/document-entity.js";
import type { RuleId } from "../../packs/engine-rules.js";

export type LegDirection = "from" | "via" | "to";

/** One end or stage of a journey of goods. */
export interface RouteLeg {
  readonly goods: DocumentEntity;
  readonly direction: LegDirection;
  readonly place: DocumentEntity;
  readonly modality: Modality;
  /** Sentence view that names the place, and the one that names the goods. */
  readonly sentence: number;
  readonly goodsSentence: number;
  /** Which journey of its sentence it is of, from 0. */
  readonly journey: number;
  readonly rule: RuleId;
}
