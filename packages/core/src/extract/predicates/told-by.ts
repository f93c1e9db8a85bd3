import type { Modality } from "../../model/claim.js";
import type { SentenceView } from "../view/sentence-view.js";
import { is } from "../words/read-tokens.js";

const GROUND: ReadonlySet<string> = new Set(["Place", "Country"]);

/**
 * Who denies a link, as the sentence names them: the name right before a verb of denial, or beside
 * one of speech. Null for what is no denial and where nobody is named.
 */
export function deniedBy(view: SentenceView, modality: Modality | "void"): string | null {
  if (modality !== "denied" && modality !== "void") return null;
  const { items, speech } = view;
  const verb = items.findIndex((item) => is(item, "denying_verbs"));
  const beside = speech.flatMap(({ from, to }) => [from - 1, to]);
  for (const at of verb > 0 ? [verb - 1, ...beside] : beside) {
    const item = items[at];
    if (item?.kind === "mention" && !GROUND.has(item.entity.type)) return item.entity.name;
  }
  return null;
}
