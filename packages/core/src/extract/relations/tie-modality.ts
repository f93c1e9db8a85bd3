import type { Modality } from "../../model/claim.js";
import { modalityAt } from "../cues/read-cues.js";
import { wordAt } from "../stream/item.js";
import type { SentenceView } from "../view/sentence-view.js";
import type { TieMatch } from "./match-ties.js";

const DENIALS: ReadonlySet<string> = new Set(
  "denied denies deny denying rejected rejects".split(" "),
);

/**
 * How a sentence means a tie: by the strongest cue that reaches its words, as for all links. A denial
 * behind it, `which the group denies`, leaves the tie no more than alleged. Null where nothing is
 * told, as in a report that was false.
 */
export function tieModality(view: SentenceView, match: TieMatch): Modality | null {
  const { items, cues } = view;
  if (wordAt(items, items.length - 1) === "?") return "hypothetical";
  const reached = [match.from, match.right.from].map((at) => modalityAt(cues, at));
  // `would have led`, a plan in other sentences, is none here: nobody led.
  if (items.slice(match.left.to, match.right.from).some((item) => item.word === "would"))
    return "hypothetical";
  for (const modality of STRENGTH) {
    if (reached.includes(modality)) return modality === "void" ? null : modality;
  }
  // `An alliance between A and B is possible`: what is said of the tie stands right behind it.
  if (match.from < match.left.from) {
    const { to } = match.right;
    const spoken = cues.find((cue) => cue.from >= to && cue.from <= to + PREDICATE);
    if (spoken !== undefined) return "hypothetical";
  }
  const end = Math.max(match.right.to, match.to);
  return items.slice(end).some((item) => DENIALS.has(item.word)) ? "alleged" : "asserted";
}

/** How far behind the names a verb and its cue may lie, in items: `has never been`. */
const PREDICATE = 3;

const STRENGTH = ["void", "denied", "hypothetical", "planned", "attempted", "alleged"] as const;
