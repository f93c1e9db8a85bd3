import type { RelationClaim } from "../model/claim.js";
import type { RelationType } from "../model/schema.js";
import { sha256 } from "../text/sha256.js";

const DERIVED: ReadonlyMap<RelationType, RelationType> = new Map([
  ["FROM", "SMUGGLED_FROM"],
  ["VIA", "SMUGGLED_VIA"],
  ["TO", "SMUGGLED_TO"],
]);

/**
 * The plain legs Drug → place that follow from routes: one claim a route's drug and leg, with the
 * leg's evidence and way of putting it, as sure as the less sure of the two.
 */
export function deriveLegs(claims: readonly RelationClaim[]): readonly RelationClaim[] {
  const drugs = new Map<string, RelationClaim[]>();
  for (const claim of claims) {
    if (claim.type !== "OF") continue;
    const known = drugs.get(claim.subject);
    if (known === undefined) drugs.set(claim.subject, [claim]);
    else known.push(claim);
  }
  return claims.flatMap((leg) => {
    const type = DERIVED.get(leg.type);
    if (type === undefined) return [];
    return (drugs.get(leg.subject) ?? [])
      .filter((of) => of.document === leg.document)
      .map((of) => ({
        ...leg,
        id: `claim:${sha256(`${leg.id} ${of.id}`).slice(0, 16)}`,
        type,
        subject: of.object,
        rule: `derived.${leg.rule}`,
        confidence: Math.min(leg.confidence, of.confidence),
      }));
  });
}
