import type { DocumentEntity } from "../../model/document-entity.js";
import { type Item, wordAt } from "../stream/item.js";
import type { RuleBook } from "../stream/rule-book.js";
import type { SentenceView } from "../stream/sentence-view.js";
import type { ItemRange } from "./voice.js";

/** A criminal group in a sentence: a named one, or one that only its description singles out. */
export interface NetworkHit {
  readonly entity: DocumentEntity | null;
  /** The description without its article, `international drug trafficking network`; empty for a name. */
  readonly phrase: string;
  readonly sentence: number;
  readonly item: number;
}

const ARTICLES: ReadonlySet<string> = new Set("a an the one this another its same".split(" "));
const GROUP_WORDS: ReadonlySet<string> = new Set(
  "group groups cell band bloc crew outfit organisation organization association clan conspiracy".split(
    " ",
  ),
);
const STOPS: ReadonlySet<string> = new Set(
  "of in on at from to with by for and or that which who was were is had has against said as into but not".split(
    " ",
  ),
);

/** Groups that a stretch of a sentence tells of, in text order. */
export function findNetworks(
  view: SentenceView,
  sentence: number,
  range: ItemRange,
  book: RuleBook,
): NetworkHit[] {
  const { items } = view;
  const heads = book.nouns("network");
  const found: NetworkHit[] = [];
  for (let at = range.from; at < range.to; at += 1) {
    const item = items[at] as Item;
    if (item.kind === "mention" && item.entity.type === "Network") {
      found.push({ entity: item.entity, phrase: "", sentence, item: at });
    } else if (item.kind === "word" && heads.has(item.word) && !item.word.endsWith("s")) {
      const phrase = describe(view, at, range.from, book);
      if (phrase !== null) found.push({ entity: null, phrase, sentence, item: at });
    }
  }
  return found;
}

/** The description around a head noun, or null where it is no criminal group. */
function describe(view: SentenceView, at: number, from: number, book: RuleBook): string | null {
  const { items } = view;
  const crime = book.nouns("crime");
  const head = wordAt(items, at);
  if (wordAt(items, at + 1) === "-" || isHeadOfMore(items, at, book)) return null;
  let start = at;
  let criminal = !GROUP_WORDS.has(head);
  let article = false;
  for (let back = at - 1; back >= Math.max(from, at - 8); back -= 1) {
    const item = items[back] as Item;
    if (item.kind === "date" || item.kind === "quantity") return null;
    if (item.kind === "mark" && item.word !== "-" && item.word !== "," && item.word !== '"') break;
    if (item.kind === "mention" && item.entity.type !== "Country" && item.entity.type !== "Drug")
      break;
    if (ARTICLES.has(item.word)) {
      article = true;
      break;
    }
    if (STOPS.has(item.word) && item.word !== "and") break;
    if (item.kind === "mention" && item.entity.type === "Drug") criminal = true;
    if (crime.has(item.word)) criminal = true;
    start = back;
  }
  if (!article || (!criminal && !hasMembers(items, at))) return null;
  const text = items.slice(start, at + 1);
  return spell(view, text);
}

/** `a group of traffickers`, `members of the group`. */
function hasMembers(items: readonly Item[], at: number): boolean {
  if (wordAt(items, at + 1) === "of" || wordAt(items, at + 1) === "that") return true;
  for (let back = at - 1; back > at - 6; back -= 1) {
    if (["members", "member", "leader", "head"].includes(wordAt(items, back))) return true;
  }
  return false;
}

/** `network members`, `ring leader`: the head noun only qualifies another. */
function isHeadOfMore(items: readonly Item[], at: number, book: RuleBook): boolean {
  const next = items[at + 1];
  return next?.kind === "word" && book.nouns("person").has(next.word) && next.word !== "one";
}

function spell(view: SentenceView, items: readonly Item[]): string {
  const first = items[0];
  const last = items.at(-1);
  if (first === undefined || last === undefined) return "";
  return view.tokens
    .filter((token) => token.start >= first.start && token.end <= last.end)
    .map((token, at, all) => {
      const before = all[at - 1];
      return before !== undefined && before.end < token.start ? ` ${token.text}` : token.text;
    })
    .join("")
    .replace(/["“”]/g, "");
}
