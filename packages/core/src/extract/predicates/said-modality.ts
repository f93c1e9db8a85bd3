import type { Modality } from "../../model/claim.js";
import { modalityAt } from "../cues/read-cues.js";
import { wordAt } from "../stream/item.js";
import type { SentenceView } from "../view/sentence-view.js";
import { is } from "../words/read-tokens.js";

const STRENGTH = ["void", "denied", "hypothetical", "planned", "attempted", "alleged"] as const;

/** How a predicate stands in its clause. */
interface Said {
  readonly negated: boolean;
  readonly conditional: boolean;
  /** First item of a description set beside a name, whose own words alone colour it; null elsewhere. */
  readonly aside: number | null;
}

/**
 * How a sentence means what its predicate says: by the strongest cue that reaches the predicate or
 * one of the two ends. Null where nothing is told, as in a report that was false.
 */
export function saidModality(
  { items, cues }: SentenceView,
  { negated, conditional, aside }: Said,
  at: readonly number[],
): Modality | null {
  if (wordAt(items, items.length - 1) === "?") return "hypothetical";
  if (negated) return "denied";
  if (conditional) return "hypothetical";
  // `denied that X, a clerk at Y, fled`: what is told in passing is not what is denied.
  const own =
    aside === null ? cues : cues.filter((cue) => cue.from >= aside || cue.modality === "void");
  const reached = at.map((item) => modalityAt(own, item));
  for (const modality of STRENGTH)
    if (reached.includes(modality)) return modality === "void" ? null : modality;
  // `…, which a lawyer denied`
  const end = Math.max(...at);
  return items.slice(end).some((item) => is(item, "denying_verbs")) ? "alleged" : "asserted";
}
