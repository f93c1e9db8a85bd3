import { wordAt } from "../stream/item.js";
import type { RuleBook } from "../view/rule-book.js";
import type { SentenceView } from "../view/sentence-view.js";
import { is } from "../words/read-tokens.js";
import type { ItemRange } from "./voice.js";

/**
 * True where a stretch takes up what was told before by a definite noun for those held, what was
 * caught or the action: `two of the suspects`, `the vessel`, `after these raids`.
 */
export function takesUpTold(view: SentenceView, range: ItemRange, book: RuleBook): boolean {
  return hasDefinite(
    view,
    range,
    book,
    (word) =>
      book.nouns("person").has(word) ||
      book.nouns("operation").has(word) ||
      ROLES.some((role) => book.anaphorNouns(role).has(word)),
  );
}

/** The same of the action alone: `X was held during the operation`. */
export const namesOperation = (view: SentenceView, range: ItemRange, book: RuleBook): boolean =>
  hasDefinite(view, range, book, (word) => book.nouns("operation").has(word));

/** A definite noun that nothing behind it tells apart: only what was told before says which one. */
function hasDefinite(
  { syntax, items }: SentenceView,
  range: ItemRange,
  book: RuleBook,
  isWanted: (word: string) => boolean,
): boolean {
  const pointers = book.syntax.classes("definite");
  return syntax.groups.some(({ opener, from, head, complements, apposed, owns }) => {
    if (opener === null || from < range.from || head >= range.to) return false;
    if (owns || complements.length > 0 || apposed.length > 0) return false;
    return pointers.has(wordAt(items, opener)) && isWanted(wordAt(items, head));
  });
}

const ROLES = ["goods", "vessel", "group"] as const;

/** A word that takes up what was told before, at the start of a clause. */
export function hasAnaphor(view: SentenceView, range: ItemRange, book: RuleBook): boolean {
  for (let at = range.from; at < Math.min(range.to, range.from + 9); at += 1) {
    const item = view.items[at];
    if (item?.kind !== "word") continue;
    const before = view.items[at - 1];
    const opens = at === range.from || before?.kind === "mark" || is(before, "anaphor_joins");
    const hit = opens ? book.anaphors.at(view.tokens, item.token) : undefined;
    if (hit !== undefined && !is(view.tokens[hit.to], "genitive")) return true;
  }
  return takesUpOperation(view, range, book);
}

/** `the security operation`, `those raids` near the start. */
export function takesUpOperation(view: SentenceView, range: ItemRange, book: RuleBook): boolean {
  const nouns = book.nouns("operation");
  for (let at = range.from; at < Math.min(range.to, range.from + 8); at += 1) {
    if (!is(view.items[at], "pointers")) continue;
    for (let next = at + 1; next <= at + 3; next += 1) {
      const item = view.items[next];
      if (item?.kind !== "word") break;
      if (nouns.has(item.word)) return !is(view.items[next + 1], "genitive");
    }
  }
  return false;
}

export function hasPhrase(
  view: SentenceView,
  range: ItemRange,
  set: RuleBook["anaphors"],
  reach: number,
): boolean {
  for (let at = range.from; at < Math.min(range.to, range.from + reach); at += 1) {
    const item = view.items[at];
    if (item?.kind === "word" && set.at(view.tokens, item.token) !== undefined) return true;
  }
  return false;
}
