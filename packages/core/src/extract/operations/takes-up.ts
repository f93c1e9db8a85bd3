import { wordAt } from "../stream/item.js";
import type { NounGroup } from "../syntax/noun-groups.js";
import type { RuleBook } from "../view/rule-book.js";
import type { SentenceView } from "../view/sentence-view.js";
import type { ItemRange } from "./voice.js";

/**
 * True where a stretch takes up what was told before by a definite noun for those held, what was
 * caught or the action: `two of the suspects`, `the vessel`, `after these raids`.
 */
export function takesUpTold({ syntax, items }: SentenceView, range: ItemRange, book: RuleBook): boolean {
  const pointers = book.syntax.classes("definite");
  return syntax.groups.some((group) => {
    const { opener, from, head } = group;
    if (opener === null || from < range.from || head >= range.to) return false;
    return pointers.has(wordAt(items, opener)) && isTold(group, wordAt(items, head), book);
  });
}

/** A noun that only what was told before tells apart: nothing behind it says which one. */
function isTold({ complements, apposed, owns }: NounGroup, word: string, book: RuleBook): boolean {
  if (owns || complements.length > 0 || apposed.length > 0) return false;
  return (
    book.nouns("person").has(word) ||
    book.nouns("operation").has(word) ||
    ROLES.some((role) => book.anaphorNouns(role).has(word))
  );
}

const ROLES = ["goods", "vessel", "group"] as const;
