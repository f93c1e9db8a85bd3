import type { TraceLink } from "../read/trace-link.js";
import type { TraceNode } from "../read/trace-node.js";

/** What may be missing or wrong in a case, in the order in which it is told. */
export const GAP_KINDS = [
  "single-source",
  "unnamed",
  "undated-post",
  "may-be-one",
  "stateless",
] as const;

export type GapKind = (typeof GAP_KINDS)[number];

/** One thing that an investigator could still find out. */
export interface Gap {
  readonly kind: GapKind;
  /** What it is about: one thing, or the two that it lies between. */
  readonly nodes: readonly TraceNode[];
  /** The link that it is about, with its quotes, or null. */
  readonly link: TraceLink | null;
  /** How much depends on it; what that counts, `words` says. Never negative. */
  readonly weight: number;
  /** What is missing, as a sentence. */
  readonly words: string;
}
