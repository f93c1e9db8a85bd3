import type { Modality } from "../../model/claim.js";
import { modalityAt } from "../cues/read-cues.js";
import { wordAt } from "../stream/item.js";
import type { SentenceView } from "../view/sentence-view.js";

const STRENGTH = ["void", "denied", "hypothetical", "planned", "attempted", "alleged"] as const;

/** How a predicate stands in its clause. */
interface Said {
  readonly negated: boolean;
  readonly conditional: boolean;
}

/**
 * How a sentence means what its predicate says: by the strongest cue that reaches the predicate or
 * one of the two ends. Null where nothing is told, as in a report that was false.
 */
export function saidModality(
  { items, cues }: SentenceView,
  { negated, conditional }: Said,
  at: readonly number[],
): Modality | null {
  if (wordAt(items, items.length - 1) === "?") return "hypothetical";
  if (negated) return "denied";
  if (conditional) return "hypothetical";
  const reached = at.map((item) => modalityAt(cues, item));
  for (const modality of STRENGTH)
    if (reached.includes(modality)) return modality === "void" ? null : modality;
  return "asserted";
}
