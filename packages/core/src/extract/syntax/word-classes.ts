import type { GrammarSlot } from "../../packs/grammar-slots.js";
import { fold } from "../../text/fold.js";

/** Closed classes of the language, to look words up in. */
export type WordClasses = (slot: GrammarSlot) => ReadonlySet<string>;

/** The classes of a pack with their words folded as the text's words are. */
export function compileWordClasses(
  grammar: Readonly<Record<GrammarSlot, readonly string[]>>,
): WordClasses {
  const sets = new Map<GrammarSlot, ReadonlySet<string>>();
  return (slot) => {
    const known = sets.get(slot);
    if (known !== undefined) return known;
    const made = new Set(grammar[slot].map((word) => (word === "&" ? word : fold(word))));
    sets.set(slot, made);
    return made;
  };
}
