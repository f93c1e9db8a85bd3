import type { Claim } from "./claim.js";
import type { EntityAttributes } from "./document-entity.js";
import type { JudgementOutcome } from "./judgement.js";
import type { EntityType } from "./schema.js";

/** One thing across all documents, after resolution. */
export interface Entity {
  /** Canonical id made of content, such as `country:iq`, `agency:iq:national-security-service`. */
  readonly id: string;
  readonly type: EntityType;
  readonly name: string;
  /** Sorted by code unit, without `name`. */
  readonly aliases: readonly string[];
  /** Names that the pack knows it by and no report of the case uses, sorted; to be asked for by. */
  readonly knownAs?: readonly string[];
  /** Ids of the document entities it unites, sorted. */
  readonly members: readonly string[];
  /** Ids of the documents that mention it, sorted. */
  readonly documents: readonly string[];
  readonly attributes: EntityAttributes;
  /** Ids under which parts of it would stand alone, sorted; judgements and old links may use them. */
  readonly otherIds?: readonly string[];
}

/** Why two document entities, or clusters of them, were united or kept apart. */
export interface ResolutionDecision {
  readonly a: string;
  readonly b: string;
  readonly outcome: "merged" | "review" | "apart";
  readonly score: number;
  /** The features behind the score, in words, such as `same acronym` or `different country`. */
  readonly reasons: readonly string[];
  /** Names and values (0 to 1) of the weighed features behind the score; absent where none was weighed. */
  readonly features?: Readonly<Record<string, number>>;
}

/** A decision with the document entities that it is about, so that it can be told long after. */
export interface IdentityDecision extends ResolutionDecision {
  /** Ids of document entities, one of each side in the order of `a` and `b`. */
  readonly members: readonly [string, string];
}

/** The documents' entities united, and their claims with canonical ids at both ends. */
export interface Resolution {
  /** Sorted by id. */
  readonly entities: readonly Entity[];
  /** Subjects and objects are entity ids; sorted by id. */
  readonly claims: readonly Claim[];
  /** Merges that need a person, and those that were made on a score; sorted by (a, b). */
  readonly decisions: readonly IdentityDecision[];
  /** Pairs that need a person beside the reviews among the decisions, which hold each entity's likeliest. */
  readonly unlistedReviews?: number;
  /** What became of each judgement about pairs, in order of file and line. */
  readonly judged?: readonly JudgementOutcome[];
}
