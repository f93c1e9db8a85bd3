import type { DocumentEntity } from "../../model/document-entity.js";

/** The bodies that lead what a sentence tells, the first in charge, and where they are named. */
export interface Lead {
  readonly entities: readonly DocumentEntity[];
  readonly sentence: number;
}
