import type { RelationClaim } from "../model/claim.js";
import { isByMachine, isByPeople } from "../model/claim-makers.js";
import type { Evidence } from "../model/evidence.js";
import { type CaseContext, isTakenBack, sorted, spanOf } from "./case-context.js";
import { isHeld } from "./modality.js";

/** What the reports say for and against one relation. */
export interface HeldClaims {
  /** Those that nobody took back; where every one was, all of them. */
  readonly held: readonly RelationClaim[];
  /** What was told and taken back since; nothing of it counts. */
  readonly withdrawn: readonly RelationClaim[];
  readonly denied: readonly RelationClaim[];
  /** What denies it, without what also stands behind a claim that holds it. */
  readonly deniedEvidence: readonly Evidence[];
}

/**
 * Claims about one relation, those that hold it apart from those that deny it. Where one rule reads a
 * sentence as a claim that another reads as its denial, the denial counts: no sentence is quoted both
 * ways.
 */
export function partDenials(all: readonly RelationClaim[], context: CaseContext): HeldClaims {
  const claims = withoutOverruled(all);
  const denied = claims.filter((claim) => claim.modality === "denied");
  if (denied.length === 0)
    return { ...partWithdrawn(claims.filter(isHeld), denied, context), denied, deniedEvidence: [] };
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
  return { ...partWithdrawn(held, denied, context), denied, deniedEvidence };
}

/**
 * Claims of a withdrawn report apart from the others, and those of a corrected one that the very report
 * which puts it right denies.
 */
function partWithdrawn(
  claims: readonly RelationClaim[],
  denied: readonly RelationClaim[],
  context: CaseContext,
): Pick<HeldClaims, "held" | "withdrawn"> {
  const deniers = new Set(denied.map(({ document }) => document));
  const withdrawn = claims.filter(
    (claim) =>
      isTakenBack(claim, context) ||
      context.takenBack.correctedBy(claim.document).some((by) => deniers.has(by)),
  );
  if (withdrawn.length === 0) return { held: claims, withdrawn };
  const held = claims.filter((claim) => !withdrawn.includes(claim));
  return { held: held.length > 0 ? held : withdrawn, withdrawn };
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
