import { type Item, wordAt } from "../stream/item.js";
import type { RuleBook } from "../view/rule-book.js";
import { is } from "../words/read-tokens.js";

/** A post as worded, with the items it covers. */
export interface TitleRun {
  readonly title: string;
  /** Last word of the post proper: `minister`, `spokesman`. */
  readonly head: string;
  readonly from: number;
  readonly to: number;
}

/** The longest run of title words that ends before an item, or null where it holds no post. */
export function titleBefore(items: readonly Item[], end: number, book: RuleBook): TitleRun | null {
  let from = end;
  while (from > 0 && isTitleWord(items, from - 1, book)) from -= 1;
  return runOf(items, from, end, book, end);
}

/** The longest run of title words that starts at an item, or null where it holds no post. */
export function titleAfter(items: readonly Item[], start: number, book: RuleBook): TitleRun | null {
  let to = start;
  while (to < items.length && isTitleWord(items, to, book)) to += 1;
  return runOf(items, start, to, book);
}

function isTitleWord(items: readonly Item[], at: number, book: RuleBook): boolean {
  const item = items[at];
  if (item?.kind === "mark") return item.word === "-" || item.word === "." || item.word === "/";
  if (item?.kind !== "word") return false;
  if (is(item, "additive") || is(item, "inside_mark")) return false;
  return (
    book.nouns("titleHead").has(item.word) ||
    book.nouns("titlePart").has(item.word) ||
    book.nouns("rank").has(item.word) ||
    is(item, "former_words")
  );
}

function runOf(
  items: readonly Item[],
  start: number,
  to: number,
  book: RuleBook,
  end: number | null = null,
): TitleRun | null {
  const heads = book.nouns("titleHead");
  // "the government of Prime Minister X": the `of` is none of the title.
  let from = start;
  while (from < to && (is(items[from], "genitive") || items[from]?.kind === "mark")) from += 1;
  for (let at = to - 1; at >= from; at -= 1) {
    const word = wordAt(items, at);
    if (!heads.has(word)) continue;
    if (!isPost(items, at, book, end)) continue;
    const words: string[] = [];
    for (let part = from; part <= at; part += 1) {
      const text = wordAt(items, part);
      if (/^\p{L}/u.test(text) && !is(items[part], "former_words")) words.push(text);
    }
    return { title: words.join(" "), head: word, from, to: at + 1 };
  }
  return null;
}

/** A head that is a post only behind another word stands behind it, or is a judge's title at the end. */
function isPost(items: readonly Item[], at: number, book: RuleBook, end: number | null): boolean {
  const needs = book.dependentPosts.get(wordAt(items, at));
  const front = wordAt(items, at - 1) === "-" ? wordAt(items, at - 2) : wordAt(items, at - 1);
  if (needs === undefined || needs.includes(front) || isOfLong(items, at)) return true;
  return at + 1 === end && book.nouns("courtPost").has(wordAt(items, at)) && isTitled(items, at);
}

/** `Justice X`: a title in front of the name of who bears it. */
const isTitled = (items: readonly Item[], at: number): boolean => {
  const item = items[at];
  const field = is(items[at - 1], "purpose_mark") || is(items[at - 1], "genitive");
  return !field && item?.kind === "word" && item.capital && items[at + 1]?.kind === "mention";
};

/** `minister of interior`, `deputy of the`: a post that goes on behind `of`. */
const isOfLong = (items: readonly Item[], at: number): boolean =>
  is(items[at], "deputies") && is(items[at + 1], "genitive");
