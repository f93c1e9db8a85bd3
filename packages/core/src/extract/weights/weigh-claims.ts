import { type Claim, MODALITY_FACTOR, type RelationClaim } from "../../model/claim.js";
import { chanceOf, type LinkWeights, type ReadLink } from "../../packs/weights.js";
import type { DocumentView } from "../view/document-view.js";
import { describeLink } from "./describe-link.js";
import { readLinkGround, type ToldLinks } from "./link-ground.js";

/** How every link of a report was read, by the id of its claim. */
export function describeLinks(view: DocumentView, told: ToldLinks): ReadonlyMap<string, ReadLink> {
  const ground = readLinkGround(view, told);
  return new Map(
    told.claims.flatMap((claim) => {
      if (claim.kind !== "relation") return [];
      const { id, rule, type } = claim;
      return [[id, { rule, type, features: describeLink(ground, claim) }] as const];
    }),
  );
}

/**
 * Claims with what the field's weights say of them. Their rule's figure gives way to the chance that
 * this very reading is right, and what speaks for that no longer counts as wording: only modality does.
 */
export function weighClaims(
  claims: readonly Claim[],
  links: ReadonlyMap<string, ReadLink>,
  weights: LinkWeights | null,
): readonly Claim[] {
  if (weights === null) return claims;
  return claims.map((claim) => {
    const link = claim.kind === "relation" ? links.get(claim.id) : undefined;
    return claim.kind === "relation" && link !== undefined && weights.familyOf.has(link.rule)
      ? weighClaim(claim, link, weights)
      : claim;
  });
}

/** A claim with the chance that it was read right. */
export function weighClaim(
  claim: RelationClaim,
  link: ReadLink,
  weights: LinkWeights,
): RelationClaim {
  const confidenceRule = rounded(chanceOf(weights, link));
  const confidenceWording = MODALITY_FACTOR[claim.modality];
  return {
    ...claim,
    confidence: rounded(confidenceRule * confidenceWording),
    confidenceRule,
    confidenceWording,
  };
}

const rounded = (value: number): number => Number(value.toFixed(4));
