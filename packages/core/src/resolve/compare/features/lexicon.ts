import type { NamedFacts } from "../../identify/named-facts.js";
import { type Evidence, evidence } from "../evidence.js";

/** What the lexicon or gazetteer says: a candidate, weighed with the rest. */
export function lexicon(a: NamedFacts, b: NamedFacts): Evidence | null {
  if (a.key === null || b.key === null) return null;
  return a.key === b.key
    ? evidence("key", `both are \`${a.key}\``)
    : evidence("different-key", `two entries: ${[a.key, b.key].sort().join(", ")}`);
}
