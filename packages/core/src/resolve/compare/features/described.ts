import type { NameLists } from "../../../packs/name-lists.js";
import type { NamedFacts } from "../../identify/named-facts.js";
import { type Evidence, evidence } from "../evidence.js";

/** What a body does, by the words of its name. */
export const functionsOf = ({ forms }: NamedFacts, names: NameLists): ReadonlySet<string> =>
  new Set(
    [...(forms[0]?.words ?? [])].flatMap((word) => names.standFor("body_functions", word) ?? []),
  );

/** One called by what it does, `the internal security agency`, and a named one that does all of it. */
export function described(a: NamedFacts, b: NamedFacts, names: NameLists): Evidence | null {
  if (a.isDescribed === b.isDescribed) return null;
  const [told, done] = (a.isDescribed ? [a, b] : [b, a]).map((one) => functionsOf(one, names));
  const does = [...(told ?? [])].sort();
  return does.length === 0 || !does.every((one) => done?.has(one))
    ? null
    : evidence("described", `one is called by what it does, as the other does: ${does.join(", ")}`);
}
