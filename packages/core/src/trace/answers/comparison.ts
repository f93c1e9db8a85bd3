import type { GraphReader } from "../../graph/graph-reader.js";
import type { Claim } from "../../model/claim.js";
import type { Schema } from "../../model/schema.js";

/** Who is quoted for a claim, where the claim itself does not say. */
export type SpeakerOf = (claim: Claim) => string | null;

/** What disagreements are read from. */
export interface Comparison {
  readonly graph: GraphReader;
  readonly schema: Schema;
  /** Slots of nodes by id. */
  readonly nodes: ReadonlyMap<string, number>;
  readonly speakerOf: SpeakerOf;
}
