import { isActor } from "../operations/actor-phrase.js";
import type { Item, MentionItem } from "../stream/item.js";
import { mentionsAt } from "../stream/lists.js";
import { is } from "../words/read-tokens.js";

/**
 * Bodies that helped by a phrase before a noun: `with ABF support`, `using Iranian information`,
 * `at Canberra's request`.
 */
export function helpersIn(items: readonly Item[]): MentionItem[] {
  return items.flatMap((item, at) => {
    if (item.kind !== "mention" || !isActor(item)) return [];
    let noun = at + 1;
    while (noun < at + 3 && is(items[noun], "help_fillers")) noun += 1;
    if (!is(items[noun], "help_nouns") || is(items[noun + 1], "body_people")) return [];
    let lead = at - 1;
    while (lead > at - 3 && is(items[lead], "help_fillers")) lead -= 1;
    return is(items[lead], "help_leads") ? mentionsAt(items, [at]) : [];
  });
}
