import { type Item, wordAt } from "../stream/item.js";
import type { RuleBook } from "../view/rule-book.js";
import { GOODS } from "../view/tie-rules.js";

/** Most items that tell of goods: `two loads of its raw ivory`. */
const LONGEST_GOODS = 7;

/** Item behind the longest cue that starts at an item, or null; an owner stands for its `'s`. */
export function cueEnd(
  items: readonly Item[],
  at: number,
  cues: readonly (readonly string[])[],
  book: RuleBook,
  owner = false,
): number | null {
  for (const cue of cues) {
    if (owner && cue[0] !== "'s") continue;
    const end = matchWords(items, at, owner ? cue.slice(1) : cue, book);
    if (end !== null) return end;
  }
  return null;
}

function matchWords(
  items: readonly Item[],
  from: number,
  words: readonly string[],
  book: RuleBook,
): number | null {
  let at = from;
  for (const word of words) {
    if (word === GOODS) {
      const end = goodsEnd(items, at, book);
      if (end === null) return null;
      at = end;
    } else if (wordAt(items, at) === word) at += 1;
    else return null;
  }
  return at;
}

const AROUND: ReadonlySet<string> = new Set("its their the of a some more most all raw".split(" "));

/** Past the goods or a word for goods with what counts and owns it, or null where none is told. */
function goodsEnd(items: readonly Item[], from: number, book: RuleBook): number | null {
  let told = false;
  let at = from;
  for (; at < Math.min(items.length, from + LONGEST_GOODS); at += 1) {
    const item = items[at] as Item;
    if (
      item.kind === "mention" ? item.entity.role === "goods" : book.nouns("tieGoods").has(item.word)
    )
      told = true;
    else if (item.kind !== "quantity" && !AROUND.has(item.word)) break;
  }
  return told ? at : null;
}
