import type { Modality } from "../../model/claim.js";
import { modalityAt } from "../cues/read-cues.js";
import { wordAt } from "../stream/item.js";
import { clauseEnd, type SentenceView } from "../view/sentence-view.js";
import type { TieMatch } from "./match-ties.js";

const DENIALS: ReadonlySet<string> = new Set(
  "denied denies deny denying rejected rejects dismissed dismisses".split(" "),
);

/**
 * How a sentence means a tie: by the strongest cue that reaches its words, as for all links. A denial
 * behind it, `which the group denies`, leaves the tie no more than alleged; a question tells nothing.
 */
export function tieModality(view: SentenceView, match: TieMatch): Modality {
  const { items, cues } = view;
  if (wordAt(items, items.length - 1) === "?") return "hypothetical";
  const reached = [match.from, match.right.from].map((at) => modalityAt(cues, at));
  for (const modality of STRENGTH) {
    if (reached.includes(modality)) return modality === "void" ? "denied" : modality;
  }
  // `An alliance between A and B is possible`: what the clause says of the tie stands behind it.
  if (match.from < match.left.from) {
    const clause = clauseEnd(view.clauses, match.from);
    const spoken = cues.find((cue) => cue.from > match.from && cue.from < clause);
    if (spoken !== undefined) return spoken.modality === "void" ? "denied" : spoken.modality;
  }
  const end = Math.max(match.right.to, match.to);
  return items.slice(end).some((item) => DENIALS.has(item.word)) ? "alleged" : "asserted";
}

const STRENGTH = ["void", "denied", "hypothetical", "planned", "attempted", "alleged"] as const;
