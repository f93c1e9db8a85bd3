import type { Claim } from "../../model/claim.js";
import type { DocumentEntity } from "../../model/document-entity.js";
import type { EntityRole, RelationRole } from "../../model/schema.js";
import { firstFrom } from "../../text/first-from.js";
import type { ClaimGround, ClaimMaker } from "../claims/claim-maker.js";
import { type DocumentView, once, stateOf } from "../view/document-view.js";
import { namingSentences, nearestNaming } from "../view/nearby.js";

const ORIGINS: Readonly<Partial<Record<EntityRole, RelationRole>>> = {
  place: "lies-in",
  body: "of-state",
};

/** Where places lie and whose bodies are, by the state their names point to. */
export function findOrigins(view: DocumentView, maker: ClaimMaker): Claim[] {
  const where = once(view, namingSentences);
  return view.entities.flatMap((entity) => {
    const role = ORIGINS[entity.role];
    const state = role === undefined ? undefined : stateOf(view, entity);
    if (role === undefined || state === undefined) return [];
    const told = tellingSentence(where, entity, state);
    if (told === null) return [];
    const rule = role === "lies-in" ? "place.in-state" : "agency.of-state";
    const named = nearestNaming(view, state, told.sentence);
    const sentences = named === null ? [told.sentence] : [told.sentence, named];
    const ground: ClaimGround = { rule, sentences, weight: told.both ? 1 : 0.9 };
    return maker.relation(entity, role, state, ground);
  });
}

/** The first sentence that names both, else the first that names the thing. */
function tellingSentence(
  where: ReadonlyMap<DocumentEntity, readonly number[]>,
  entity: DocumentEntity,
  state: DocumentEntity,
): { sentence: number; both: boolean } | null {
  const own = where.get(entity) ?? [];
  const states = where.get(state) ?? [];
  const both = own.find((at) => states[firstFrom(states, (one) => one >= at)] === at);
  const first = both ?? own[0];
  return first === undefined ? null : { sentence: first, both: both !== undefined };
}
