import { isActor } from "../operations/actor-phrase.js";
import type { MentionItem } from "../stream/item.js";
import { type Item, wordAt } from "../stream/item.js";
import { mentionsAt } from "../stream/lists.js";

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));
const HELP = words(
  "help support assistance information intelligence request backing tip tip-off advice guidance",
);
const LEADS_IN = words("with using on from at upon by under");
const PEOPLE = words(
  "officers officer agents agent service services agency unit units directorate apparatus department official officials chief of",
);
const FILLER = words("the its 's");

/**
 * Bodies that helped by a phrase before a noun: `with ABF support`, `using Iranian information`,
 * `at Canberra's request`.
 */
export function helpersIn(items: readonly Item[]): MentionItem[] {
  return items.flatMap((item, at) => {
    if (item.kind !== "mention" || !isActor(item)) return [];
    let noun = at + 1;
    while (noun < at + 3 && FILLER.has(wordAt(items, noun))) noun += 1;
    if (!HELP.has(wordAt(items, noun)) || PEOPLE.has(wordAt(items, noun + 1))) return [];
    let lead = at - 1;
    while (lead > at - 3 && FILLER.has(wordAt(items, lead))) lead -= 1;
    return LEADS_IN.has(wordAt(items, lead)) ? mentionsAt(items, [at]) : [];
  });
}
