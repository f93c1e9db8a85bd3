import type { RelationClaim } from "../model/claim.js";
import type { RelationRole, Schema } from "../model/schema.js";
import { sha256 } from "../text/sha256.js";
import type { CaseContext } from "./case-context.js";

/** What a leg of a route says of the goods that travel along it. */
const DERIVED: ReadonlyMap<RelationRole | null, RelationRole> = new Map([
  ["route-from", "moved-from"],
  ["route-via", "moved-via"],
  ["route-to", "moved-to"],
]);

/** The legs of a route: where it starts, passes and ends. */
export const isLeg = (claim: RelationClaim, schema: Schema): boolean =>
  DERIVED.has(schema.relationRoleOf(claim.type));

/**
 * The plain legs from goods to place that follow from routes: one claim a route's goods and leg, with
 * the leg's evidence and way of putting it, as sure as the less sure of the two. A field without a
 * relation for such a leg has none.
 */
export function deriveLegs(
  claims: readonly RelationClaim[],
  { pack: { schema }, types }: Pick<CaseContext, "pack" | "types">,
): readonly RelationClaim[] {
  const goods = new Map<string, RelationClaim[]>();
  for (const claim of claims) {
    if (schema.relationRoleOf(claim.type) !== "route-of") continue;
    const known = goods.get(claim.subject);
    if (known === undefined) goods.set(claim.subject, [claim]);
    else known.push(claim);
  }
  return claims.flatMap((leg) => {
    const role = DERIVED.get(schema.relationRoleOf(leg.type));
    if (role === undefined) return [];
    return (goods.get(leg.subject) ?? [])
      .filter((of) => of.document === leg.document)
      .flatMap((of) => {
        const type = schema.relationOf(role, types.get(of.object), types.get(leg.object));
        return type === null ? [] : [deriveLeg(leg, of, type)];
      });
  });
}

const deriveLeg = (leg: RelationClaim, of: RelationClaim, type: string): RelationClaim => ({
  ...leg,
  id: `claim:${sha256(`${leg.id} ${of.id}`).slice(0, 16)}`,
  type,
  subject: of.object,
  rule: `derived.${leg.rule}`,
  ...lessSure(leg, of),
});

/** How sure a leg is whose drug and place were read apart: as sure as the less sure of the two. */
function lessSure(a: RelationClaim, b: RelationClaim) {
  const { confidence, confidenceRule, confidenceWording } = a.confidence <= b.confidence ? a : b;
  return { confidence, confidenceRule, confidenceWording };
}
