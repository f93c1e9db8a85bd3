import type { Claim, PropertyClaim, RelationClaim } from "../../model/claim.js";
import type { Extraction } from "../../model/extraction.js";
import type { RelationRole, Schema } from "../../model/schema.js";

/** What the documents say around each of their entities; ids are those of document entities. */
export interface Neighbourhood {
  /** Relation claims that leave the entity, in text order. */
  outgoing(entity: string, roles?: ReadonlySet<RelationRole>): readonly RelationClaim[];
  /** Relation claims that reach the entity, in text order. */
  incoming(entity: string, roles?: ReadonlySet<RelationRole>): readonly RelationClaim[];
  properties(entity: string): readonly PropertyClaim[];
}

/** The neighbourhood of every document entity; claims that deny or only suppose are left out. */
export function createNeighbourhood(
  extractions: readonly Extraction[],
  schema: Schema,
): Neighbourhood {
  const select = (
    claims: readonly RelationClaim[] | undefined,
    roles: ReadonlySet<RelationRole> | undefined,
  ): readonly RelationClaim[] => {
    if (claims === undefined || roles === undefined) return claims ?? [];
    return claims.filter((claim) => {
      const role = schema.relationRoleOf(claim.type);
      return role !== null && roles.has(role);
    });
  };
  const outgoing = new Map<string, RelationClaim[]>();
  const incoming = new Map<string, RelationClaim[]>();
  const properties = new Map<string, PropertyClaim[]>();
  for (const claim of extractions.flatMap((extraction) => extraction.claims)) {
    if (!isHeld(claim)) continue;
    if (claim.kind === "property") {
      push(properties, claim.subject, claim);
    } else {
      push(outgoing, claim.subject, claim);
      push(incoming, claim.object, claim);
    }
  }
  return {
    outgoing: (entity, roles) => select(outgoing.get(entity), roles),
    incoming: (entity, roles) => select(incoming.get(entity), roles),
    properties: (entity) => properties.get(entity) ?? [],
  };
}

/** Whether the text holds the claim true, planned or likely, so that it may speak for an identity. */
const isHeld = (claim: Claim): boolean =>
  claim.modality !== "denied" && claim.modality !== "hypothetical";

function push<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}
