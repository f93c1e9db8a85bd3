import type { Claim, RelationClaim } from "../../model/claim.js";
import type { RelationType } from "../../model/schema.js";

/**
 * Links without those of a weak type whose two ends anything else is stated of: that two have to do
 * with each other says nothing beside what one is to the other.
 */
export function withoutWeaker(
  found: readonly RelationClaim[],
  all: readonly Claim[],
  weak: ReadonlySet<RelationType>,
): RelationClaim[] {
  const stronger = new Set(
    all.flatMap((claim) =>
      claim.kind === "relation" && claim.modality === "asserted" && !weak.has(claim.type)
        ? [`${claim.subject} ${claim.object}`, `${claim.object} ${claim.subject}`]
        : [],
    ),
  );
  return found.filter(
    ({ type, subject, object }) => !weak.has(type) || !stronger.has(`${subject} ${object}`),
  );
}
