// Bodies of which every town has its own: the criminal court in the one town is not that of the other.
import type { NameLists } from "../../packs/name-lists.js";
import type { NamedFacts } from "../identify/named-facts.js";
import type { Evidence } from "./evidence.js";
import { surroundings } from "./features/surroundings.js";

/** Whether there is one of it in every town of its state, by its name. */
export function isLocal({ key, forms }: NamedFacts, names: NameLists): boolean {
  const words = [...(forms[0]?.words ?? [])];
  return (
    key === null &&
    words.some((word) => names.has("local_bodies", word)) &&
    words.every((word) => names.has("local_bodies", word) || isPlain(word, names))
  );
}

/** A word that every such body may have: not of rank, and no name of its own. */
const isPlain = (word: string, names: NameLists): boolean =>
  names.has("common_bodies", word) && !names.has("body_ranks", word) && !RARE.has(word);

/** Of these a state has one or few. */
const RARE: ReadonlySet<string> = new Set(["high", "special"]);

/** Nothing, or that two local bodies are told of in other places. */
export function elsewhere(a: NamedFacts, b: NamedFacts, names: NameLists): readonly Evidence[] {
  if (!isLocal(a, names) || !isLocal(b, names)) return [];
  return surroundings(a.around, b.around).filter(({ feature }) => feature === "other-places");
}
