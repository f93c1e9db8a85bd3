import type { RelationClaim } from "../model/claim.js";
import { isByMachine, isByPeople } from "../model/claim-makers.js";
import type { Evidence } from "../model/evidence.js";
import { type CaseContext, sorted, spanOf } from "./case-context.js";
import { isHeld } from "./modality.js";

/** What the reports say for and against one relation. */
export interface HeldClaims {
  readonly held: readonly RelationClaim[];
  readonly denied: readonly RelationClaim[];
  /** What denies it, without what also stands behind a claim that holds it. */
  readonly deniedEvidence: readonly Evidence[];
}

/**
 * Claims about one relation, those that hold it apart from those that deny it. Where one rule reads a
 * sentence as a claim that another reads as its denial, the denial counts: no sentence is quoted both
 * ways.
 */
export function partDenials(all: readonly RelationClaim[]): HeldClaims {
  const claims = withoutOverruled(all);
  const denied = claims.filter((claim) => claim.modality === "denied");
  if (denied.length === 0) return { held: claims.filter(isHeld), denied, deniedEvidence: [] };
  const denials = new Set(denied.map(denialOf));
  const held = claims.filter(
    (claim) =>
      isHeld(claim) &&
      !denials.has(denialOf(claim)) &&
      !claim.evidence.some((quote) => denials.has(spanOf(quote))),
  );
  const quoted = new Set(held.flatMap((claim) => claim.evidence.map(spanOf)));
  const deniedEvidence = denied
    .flatMap((claim) => claim.evidence)
    .filter((quote) => !quoted.has(spanOf(quote)));
  return { held, denied, deniedEvidence };
}

/**
 * Claims about one relation without those of programs outside that say nothing here: none where people
 * have spoken of it, no denial where a rule holds it.
 */
function withoutOverruled(claims: readonly RelationClaim[]): readonly RelationClaim[] {
  const isSpokenOf = claims.some(isByPeople);
  const isRuled = claims.some((claim) => isHeld(claim) && !isByMachine(claim));
  if (!isSpokenOf && !isRuled) return claims;
  return claims.filter(
    (claim) => !isByMachine(claim) || (!isSpokenOf && claim.modality !== "denied"),
  );
}

/** All sentences of a claim in one: a joined claim is only denied as a whole. */
const denialOf = (claim: RelationClaim): string => claim.evidence.map(spanOf).sort().join(" ");

/** Who denies, sorted: whom the text quotes for it, else its publisher, else its path. */
export function namesOfDeniers(
  denied: readonly RelationClaim[],
  context: CaseContext,
): readonly string[] {
  return sorted(
    denied.map((claim) => {
      const found = context.documents.get(claim.document);
      return claim.attributedTo ?? found?.document.publisher ?? found?.paths[0] ?? claim.document;
    }),
  );
}
