import type { Profile } from "../identify/profile.js";

/** How likely two profiles are one thing, and why. */
export interface Comparison {
  /** 0–1. */
  readonly score: number;
  /** The features behind the score, in words. */
  readonly reasons: readonly string[];
  /** The features behind the score with their values, where it is made of weighed ones. */
  readonly features?: Readonly<Record<string, number>>;
}

/** A candidate pair with its comparison; `a.id < b.id`. */
export interface ScoredPair extends Comparison {
  readonly a: Profile;
  readonly b: Profile;
}

/** How one kind of thing is resolved. */
export interface Comparer {
  /** Keys of the blocks a profile stands in; only profiles that share one are compared. */
  readonly blocksOf: (profile: Profile) => readonly string[];
  /**
   * Keys of blocks that a profile looks into without standing there: a lone family name meets the
   * full names that end in it, and they do not meet each other for it.
   */
  readonly looksInto?: (profile: Profile) => readonly string[];
  /** Keys of blocks a profile stands in only to be met by those that look into them. */
  readonly isMetIn?: (profile: Profile) => readonly string[];
  /** Null when the two have nothing in common worth telling. */
  readonly compare: (a: Profile, b: Profile) => Comparison | null;
  /**
   * Where a document tells of a thing once: two things of one document that its reader kept apart and a
   * person may have to look at. They are never one without that person's word.
   */
  readonly compareInDocument?: (a: Profile, b: Profile) => Comparison | null;
  /** Why the two can never be one without a person's word, or null. Symmetric. */
  readonly contradiction: (a: Profile, b: Profile) => string | null;
  /** Score from which two are one without asking. */
  readonly mergeAt: number;
  /** Score from which a person is asked; {@link REVIEW_AT} when absent. */
  readonly reviewAt?: number;
  /** True where two things of one document were told apart by its reader and stay so. */
  readonly isOnceADocument: boolean;
  /** Equal for profiles that compare alike with every other; their id when absent. */
  readonly signatureOf?: (profile: Profile) => string;
  /** Equal for profiles of which the same is contradicted; their signature when absent. */
  readonly claimsOf?: (profile: Profile) => string;
}

/** From here up to the merging score a pair is put before a person. */
export const REVIEW_AT = 0.7;

/** Whether one document tells of both. */
export function shareDocument(left: readonly Profile[], right: readonly Profile[]): boolean {
  const [one, other] = [onlyDocument(left), onlyDocument(right)];
  if (one !== null && other !== null) return one === other;
  const [small, large] = left.length <= right.length ? [left, right] : [right, left];
  const documents = new Set(small.flatMap((one) => one.members.map((member) => member.document)));
  return large.some((one) => one.members.some((member) => documents.has(member.document)));
}

/** The document that tells of them where it is one member alone. */
function onlyDocument(profiles: readonly Profile[]): string | null {
  const [only, another] = profiles;
  const members = another === undefined ? (only?.members ?? []) : [];
  return members.length === 1 ? (members[0]?.document ?? null) : null;
}
