import type { Claim, RelationClaim } from "../../model/claim.js";
import type { DocumentView } from "../view/document-view.js";

/**
 * Links without those of a weak type whose two ends anything else is stated of: that two have to do
 * with each other says nothing beside what one is to the other.
 */
export function withoutWeaker(
  found: readonly RelationClaim[],
  all: readonly Claim[],
  { book, listener }: DocumentView,
): RelationClaim[] {
  const { weak } = book.predicates;
  const stronger = new Set(
    all.flatMap((claim) =>
      claim.kind === "relation" && claim.modality === "asserted" && !weak.has(claim.type)
        ? [`${claim.subject} ${claim.object}`, `${claim.object} ${claim.subject}`]
        : [],
    ),
  );
  return found.filter((claim) => {
    const stays = !weak.has(claim.type) || !stronger.has(`${claim.subject} ${claim.object}`);
    if (!stays) listener?.withdrawn(claim, "told-better");
    return stays;
  });
}
