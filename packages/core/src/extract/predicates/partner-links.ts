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
  // The states whose bodies each thing works with.
  const met = new Map<DocumentEntity, Set<DocumentEntity | undefined>>();
  const meet = (one: DocumentEntity | undefined, partner: DocumentEntity | undefined): void => {
    if (one === undefined || partner?.role !== "body") return;
    met.set(one, (met.get(one) ?? new Set()).add(stateOf(view, partner)));
  };
  for (const { subject, object } of [...known, ...found].filter(isPartners)) {
    const [a, b] = [things.get(subject), things.get(object)];
    meet(a, b);
    meet(b, a);
  }
  const meets = (one: DocumentEntity, other: DocumentEntity): boolean =>
    met.get(one)?.has(other) === true;
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
