import type { TraceLink } from "../read/trace-link.js";
import type { TraceNode } from "../read/trace-node.js";

/** What may have become of a case between two builds, in the order in which it is told. */
export const CHANGE_KINDS = [
  "report added",
  "report gone",
  "merged",
  "split",
  "renamed",
  "thing added",
  "thing gone",
  "link added",
  "link gone",
  "confirmed",
  "weakened",
  "contradicted",
  "disagreement",
] as const;

export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** One thing that is otherwise in the newer case. */
export interface CaseChange {
  readonly kind: ChangeKind;
  /** What it was; empty for what is new. */
  readonly before: readonly TraceNode[];
  /** What it is; empty for what is gone. */
  readonly after: readonly TraceNode[];
  /** Of a change of a link the link itself, of the older case where it is gone. */
  readonly link: TraceLink | null;
  /** What changed, as a sentence. */
  readonly words: string;
}
