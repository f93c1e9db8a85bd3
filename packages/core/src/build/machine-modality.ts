import type { Modality } from "../model/claim.js";
import type { RefusalReason } from "./machine-refusals.js";
import { isHeld, weakestModality } from "./modality.js";

/**
 * How an answer may enter: the weaker of what it says and what the clause of its quote says. What the
 * text denies or supposes is never let in as held, and a denial needs one in the text.
 * @param stated a modality, or null for an answer that says nothing of it
 * @param found what our own reader finds, null where the sentence says that nothing took place
 */
export function meantAs(
  stated: string | null,
  found: Modality | null,
): { readonly modality: Modality } | RefusalReason {
  if (found === null) return "nothing-in-text";
  // Held against the known modalities by the gate.
  const told = (stated ?? "asserted") as Modality;
  if (told === "denied") {
    return found === "denied" ? { modality: "denied" } : "no-denial-in-text";
  }
  if (found === "denied") return "denied-in-text";
  if (found === "hypothetical" && isHeld({ modality: told })) return "supposed-in-text";
  return { modality: weakestModality([told, found]) };
}
