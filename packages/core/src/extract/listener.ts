import type { Claim } from "../model/claim.js";
import type { DocumentEntity } from "../model/document-entity.js";
import type { EntityRole } from "../model/schema.js";
import type { TextSpan } from "../model/text-span.js";

/** Why a reading became no name; `explain/reasons.ts` has the sentence for each. */
export type NameRejection = "name-overlapped" | "name-of-person" | "name-without-type";

/** Why a reading became no link or action. */
export type RejectionReason =
  | "no-clause"
  | "no-group"
  | "end-missing"
  | "other-object"
  | "deputy"
  | "told-apart"
  | "one-thing"
  | "own-state"
  | "of-another"
  | "not-told"
  | "not-yet"
  | "denied"
  | "no-such-link"
  | "told-already"
  | "told-better"
  | "no-verb"
  | "papers"
  | "no-authority"
  | "nobody"
  | "no-receiver"
  | "sum"
  | "nothing-to-show"
  | "no-act"
  | "no-catch";

/** A reading of words as a name that lost. */
export interface RejectedName {
  readonly reason: NameRejection;
  /** Index of the document's sentence. */
  readonly sentence: number;
  readonly span: TextSpan;
  readonly role: EntityRole;
  readonly rule: string;
  /** The reading that won the words, or null. */
  readonly by: Pick<RejectedName, "span" | "role" | "rule"> | null;
}

/** A word that may state a link or an action and did not. */
export interface Rejection {
  readonly reason: RejectionReason;
  /** Index of the document's sentence. */
  readonly sentence: number;
  readonly span: TextSpan;
  /** Rule of the claim it would have been, or id of what the word may say. */
  readonly rule: string;
  /** Relationship type it would have been, or null. */
  readonly type: string | null;
  /** The things found for each end. */
  readonly subjects: readonly DocumentEntity[];
  readonly objects: readonly DocumentEntity[];
  /** Phrases that were looked in for an end that was not found: `subject`, `by`. */
  readonly sought: readonly string[];
}

/** An end of a claim: what stands for it, in which phrase of the word. */
export interface ReadEnd {
  readonly entity: DocumentEntity;
  readonly span: TextSpan | null;
  readonly slot: string;
}

/** The word that a claim was read from, with its two ends. */
export interface Reading {
  readonly claim: string;
  readonly sentence: number;
  readonly span: TextSpan;
  readonly ends: readonly [ReadEnd, ReadEnd];
}

/** Hears what becomes of names; nothing is worked out for it where nobody listens. */
export interface NameListener {
  readonly rejectedName: (rejected: RejectedName) => void;
}

/** Hears why readings became claims or did not. */
export interface ExtractListener {
  /** An extractor starts; what is heard until the next one is its doing. */
  readonly begin: (extractor: string) => void;
  readonly rejected: (rejection: Rejection) => void;
  readonly read: (reading: Reading) => void;
  /** A claim that was made gives way to another. */
  readonly withdrawn: (claim: Claim, reason: RejectionReason) => void;
}
