import type { Claim, RelationClaim } from "../../model/claim.js";
import type { Schema } from "../../model/schema.js";

/**
 * The claims that fall with some others, because they were read with them: a wording that says who leads a
 * group says who belongs to it too, and who carried out an action together works together. What other
 * sentences say stands.
 * @param all claims of which those that fall are taken; ends are ids of one kind, whether of things of
 *   reports or of entities
 */
export function claimsReadWith(
  withdrawn: readonly RelationClaim[],
  all: readonly Claim[],
  schema: Schema,
): readonly RelationClaim[] {
  if (withdrawn.length === 0) return [];
  const gone = new Set(withdrawn.map(({ id }) => id));
  const readings = new Set(withdrawn.flatMap((claim) => readingOf(claim) ?? []));
  const actsIn = new Map<string, RelationClaim[]>();
  for (const act of withdrawn.filter(({ type }) => isAct(type, schema)))
    actsIn.set(act.document, [...(actsIn.get(act.document) ?? []), act]);
  return all.filter((claim): claim is RelationClaim => {
    if (claim.kind !== "relation" || gone.has(claim.id)) return false;
    const reading = readingOf(claim);
    if (reading !== null && readings.has(reading)) return true;
    if (claim.rule !== JOINT_WORK) return false;
    return (actsIn.get(claim.document) ?? []).some((act) => isProvedBy(claim, act));
  });
}

/** The rule that makes partners of those who carried out one action. */
const JOINT_WORK = "partner.frame";

function isAct(type: string, schema: Schema): boolean {
  const role = schema.relationRoleOf(type);
  return role === "conducted" || role === "supported";
}

/** Whether what somebody did is a part of what proves that they did it with another. */
function isProvedBy({ subject, object, evidence }: RelationClaim, act: RelationClaim): boolean {
  const spots = new Set(evidence.map(spotOf));
  return (
    (act.subject === subject || act.subject === object) &&
    act.evidence.every((one) => spots.has(spotOf(one)))
  );
}

/**
 * What one wording says of two things, whatever it makes of it; null for rules that make one link only. The
 * rules of a predicate are called by its name and the type they make: `lead/LEADS`, `lead/AFFILIATED_WITH`.
 */
function readingOf({ rule, document, subject, object, evidence }: RelationClaim): string | null {
  const [predicate, type] = rule.split("/");
  if (type === undefined) return null;
  const spots = evidence.map(spotOf).sort();
  return JSON.stringify([predicate, document, [subject, object].sort(), spots]);
}

const spotOf = ({ span }: Claim["evidence"][number]): string => `${span.start}-${span.end}`;
