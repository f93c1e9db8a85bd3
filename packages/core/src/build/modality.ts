import type { Claim, Modality } from "../model/claim.js";

/** Strongest first; what comes after `alleged` never becomes a relationship. */
const STRENGTH: readonly Modality[] = [
  "asserted",
  "attempted",
  "planned",
  "alleged",
  "denied",
  "hypothetical",
];

/** The strongest way in which some claims are put, or undefined for none. */
export const strongestModality = (
  claims: readonly Pick<Claim, "modality">[],
): Modality | undefined =>
  STRENGTH.find((modality) => claims.some((claim) => claim.modality === modality));

/** The weakest of some ways in which one thing is put. */
export const weakestModality = (modalities: readonly [Modality, ...Modality[]]): Modality =>
  STRENGTH.findLast((modality) => modalities.includes(modality)) ?? modalities[0];

/** Whether a claim may become a relationship: what is denied or only supposed may not. */
export const isHeld = (claim: Pick<Claim, "modality">): boolean =>
  claim.modality !== "denied" && claim.modality !== "hypothetical";
