import type { DocumentEntity } from "../../model/document-entity.js";
import type { SentenceView } from "../view/sentence-view.js";
import type { Antecedents } from "./antecedents.js";

/** A thing that a phrase stands for. */
export interface Referent {
  readonly entity: DocumentEntity;
  /** Item of the sentence at hand that stands for it. */
  readonly item: number;
  /** Sentences that must be shown beside the one at hand. */
  readonly sentences: readonly number[];
}

/** Where a phrase stands and what may be looked for. */
export interface ResolveGround {
  readonly told: Antecedents;
  readonly sentence: number;
  readonly view: SentenceView;
}
