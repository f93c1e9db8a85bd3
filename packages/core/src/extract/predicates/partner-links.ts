import type { Claim, RelationClaim } from "../../model/claim.js";
import type { DocumentEntity } from "../../model/document-entity.js";
import type { RejectionReason } from "../listener.js";
import { type DocumentView, stateOf } from "../view/document-view.js";

/**
 * Links of partners without those of a body and its own state, and without those of a state where the
 * report tells of the same partner and a body of that state.
 */
export function withoutOwnStates(
  view: DocumentView,
  found: readonly RelationClaim[],
  known: readonly Claim[],
): RelationClaim[] {
  const things = new Map(view.entities.map((entity) => [entity.id, entity]));
  const isPartners = (claim: Claim): claim is RelationClaim =>
    claim.kind === "relation" && view.book.schema.relationRoleOf(claim.type) === "partner";
  const told = [...known, ...found].filter(isPartners);
  const meets = (one: DocumentEntity, other: DocumentEntity): boolean =>
    told.some(({ subject, object }) => {
      const [a, b] = [things.get(subject), things.get(object)];
      const partner = a === one ? b : b === one ? a : undefined;
      return partner?.role === "body" && stateOf(view, partner) === other;
    });
  const whyNot = (claim: RelationClaim): RejectionReason | null => {
    const [a, b] = [things.get(claim.subject), things.get(claim.object)];
    if (!isPartners(claim) || a === undefined || b === undefined) return null;
    if (stateOf(view, a) === b || stateOf(view, b) === a) return "own-state";
    const better = (b.role === "country" && meets(a, b)) || (a.role === "country" && meets(b, a));
    return better ? "told-better" : null;
  };
  return found.filter((claim) => {
    const reason = whyNot(claim);
    if (reason !== null) view.listener?.withdrawn(claim, reason);
    return reason === null;
  });
}
