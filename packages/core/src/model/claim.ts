import { RedthreadError } from "../errors/redthread-error.js";
import type { Evidence } from "./evidence.js";
import type { RelationType } from "./schema.js";

/**
 * How the text puts it. `asserted`, `planned`, `attempted` and `alleged` become relationships;
 * `denied` and `hypothetical` are kept as claims and never become one.
 */
export type Modality = "asserted" | "planned" | "attempted" | "alleged" | "denied" | "hypothetical";

/** How plainly each modality puts a claim; chosen, not measured. */
export const MODALITY_FACTOR: Readonly<Record<Modality, number>> = {
  asserted: 1,
  attempted: 0.9,
  planned: 0.7,
  alleged: 0.7,
  denied: 0.7,
  hypothetical: 0.7,
};

/** A plain value of a property claim. */
export type ClaimValue = string | number | boolean;

/** Extra properties of a relationship, such as `amount` and `unit` of SEIZED or `title` of a post. */
export type ClaimQualifiers = Readonly<Record<string, ClaimValue | null>>;

interface ClaimBase {
  /** Hash of document, rule, ends and offsets: the same text gives the same id. */
  readonly id: string;
  readonly document: string;
  /** Id of the {@link DocumentEntity} the claim is about. */
  readonly subject: string;
  readonly modality: Modality;
  /** Who is quoted for it, as the text names them, or null. */
  readonly attributedTo: string | null;
  /** The extractor that made it, such as `routes`. */
  readonly extractor: string;
  /** The rule that read it, such as `route.cue`. */
  readonly rule: string;
  /** 0–1: probability that the claim says what the text says; the product of its two parts. */
  readonly confidence: number;
  /** 0–1: how likely it was read right: by the field's weights, else the measured precision of its rule. */
  readonly confidenceRule: number;
  /** 0–1: how plainly the text puts it: modality; without weights also forms of names and guesses. */
  readonly confidenceWording: number;
  /** The sentences that prove it, in text order; never empty. */
  readonly evidence: readonly [Evidence, ...Evidence[]];
}

/** "Subject relates to object." */
export interface RelationClaim extends ClaimBase {
  readonly kind: "relation";
  readonly type: RelationType;
  readonly object: string;
  readonly qualifiers: ClaimQualifiers;
}

/** "The subject's property has this value", with qualifiers such as `low`, `high`, `qualifier`. */
export interface PropertyClaim extends ClaimBase {
  readonly kind: "property";
  readonly property: string;
  readonly value: ClaimValue;
  readonly qualifiers: ClaimQualifiers;
}

export type Claim = RelationClaim | PropertyClaim;

/**
 * A claim as it may enter a case.
 * @throws RedthreadError `EVIDENCE_MISSING` when no evidence stands behind it.
 */
export function createClaim<T extends Claim>(
  claim: Omit<T, "evidence"> & { readonly evidence: readonly Evidence[] },
): T {
  if (claim.evidence.length === 0) {
    throw new RedthreadError(
      "EVIDENCE_MISSING",
      `Claim \`${claim.id}\` of rule \`${claim.rule}\` has no quote. Give the sentence that proves it.`,
    );
  }
  return claim as unknown as T;
}
