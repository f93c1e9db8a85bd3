import { compareText } from "../text/compare.js";
import type { MachineAnswer } from "./machine-answers.js";

/** Why an answer does not enter a case, with what that means for whoever reads the list. */
export const REFUSALS = {
  "no-claim": "it lacks a subject, a type, an object or a quote",
  "unknown-relation": "the pack declares no such relationship type",
  "unknown-modality": "the modality is none that a claim can have",
  "quote-not-in-text": "the quote does not stand literally in the text",
  "quote-of-several-sentences": "the quote reaches over the end of a sentence",
  "quote-not-read": "the quote stands where no rule reads: page furniture, a repetition, a table",
  "end-not-in-quote": "the quote names an end neither by a name of the document nor literally",
  "end-of-other-type": "the document's own reader takes the name for another type of thing",
  "end-without-name": "what the answer calls a new thing is no name",
  "unknown-type": "a new thing has no type, or one that the pack does not declare or nothing names",
  "several-types": "the extractor gives one new name several types in this document",
  "same-ends": "both ends are one and the same thing",
  "ends-not-allowed": "the pack does not let the relationship join these two types",
  "denied-in-text": "the clause of the quote denies it, and the answer does not say so",
  "supposed-in-text": "the clause of the quote only supposes or asks it",
  "nothing-in-text": "the sentence says that nothing of it took place",
  "no-denial-in-text": "the answer says that it is denied, and the clause of the quote does not",
  "read-already": "a rule or a person reads this very link in this very sentence",
} as const;

export type RefusalReason = keyof typeof REFUSALS;

/** An answer that did not enter the case, and why. */
export interface Refusal {
  readonly document: string;
  readonly extractor: string;
  readonly reason: RefusalReason;
  readonly answer: MachineAnswer;
}

/** A refusal as one line of `claims.refused.jsonl`, without a line end. */
export const encodeRefusal = ({ document, extractor, reason, answer }: Refusal): string =>
  JSON.stringify({ document, extractor, reason, why: REFUSALS[reason], answer });

/** What became of the answers of one extractor. */
export interface MachineTally {
  readonly extractor: string;
  /** Documents that it answered about. */
  readonly documents: number;
  readonly answers: number;
  readonly admitted: number;
  /** Most frequent first, then by name. */
  readonly refused: readonly (readonly [reason: RefusalReason, count: number])[];
}

/** How often each reason was given, most frequent first. */
export function countReasons(
  refused: readonly Refusal[],
): readonly (readonly [RefusalReason, number])[] {
  const counts = new Map<RefusalReason, number>();
  for (const { reason } of refused) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].sort(([a, many], [b, more]) => more - many || compareText(a, b));
}
