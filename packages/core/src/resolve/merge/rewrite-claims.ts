import type { Claim } from "../../model/claim.js";
import { byId } from "../identify/profile.js";

/**
 * Claims with entity ids at their ends, sorted by id; nothing is dropped but a claim about a thing
 * that no extraction lists.
 */
export function rewriteClaims(
  claims: readonly Claim[],
  canonical: ReadonlyMap<string, string>,
): readonly Claim[] {
  const rewritten: Claim[] = [];
  for (const claim of claims) {
    const subject = canonical.get(claim.subject);
    if (subject === undefined) continue;
    if (claim.kind === "property") {
      rewritten.push({ ...claim, subject });
      continue;
    }
    const object = canonical.get(claim.object);
    if (object !== undefined) rewritten.push({ ...claim, subject, object });
  }
  return rewritten.sort(byId);
}
