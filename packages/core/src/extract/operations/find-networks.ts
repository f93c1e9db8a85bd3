import type { DocumentEntity } from "../../model/document-entity.js";
import { type Item, wordAt } from "../stream/item.js";
import type { RuleBook } from "../view/rule-book.js";
import type { SentenceView } from "../view/sentence-view.js";
import { is } from "../words/read-tokens.js";
import type { ItemRange } from "./voice.js";

/** A criminal group in a sentence: a named one, or one that only its description singles out. */
export interface NetworkHit {
  readonly entity: DocumentEntity | null;
  /** Descriptions without their article, the shortest first; empty for a name. */
  readonly phrases: readonly string[];
  /** True for `the network`, `the gang`: a group told before. */
  readonly definite: boolean;
  /** True where words such as `members of` tie the group to what happened. */
  readonly tied: boolean;
  readonly sentence: number;
  readonly item: number;
}

const DEFINITE: ReadonlySet<string> = new Set("the this its same".split(" "));

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
    if (item.kind === "mention" && item.entity.role === "group") {
      const tied = isTied(view, at, book);
      found.push({ entity: item.entity, phrases: [], definite: false, tied, sentence, item: at });
    } else if (item.kind === "word" && heads.has(item.word) && !item.word.endsWith("s")) {
      const told = describe(view, at, range.from, book);
      const tied = told !== null && isTied(view, at, book);
      if (told !== null) found.push({ entity: null, ...told, tied, sentence, item: at });
    }
  }
  return found;
}

const TIE_REACH = 7;

/** `members of the X`, `the property of X`, `a hideout of X`. */
function isTied(view: SentenceView, at: number, book: RuleBook): boolean {
  const ties = book.phrases("groupTie");
  for (let back = at - 1; back >= Math.max(0, at - TIE_REACH); back -= 1) {
    const item = view.items[back] as Item;
    if (item.kind === "mention" && item.entity.role !== "country") return false;
    if (item.kind === "word" && ties.at(view.tokens, item.token) !== undefined) return true;
  }
  return false;
}

/** The description around a head noun, or null where it is no criminal group. */
function describe(
  view: SentenceView,
  at: number,
  from: number,
  book: RuleBook,
): { phrases: string[]; definite: boolean } | null {
  const { items } = view;
  if (wordAt(items, at + 1) === "-" || isHeadOfMore(items, at, book)) return null;
  const phrase = phraseStart(items, at, from, book);
  if (phrase === null) return null;
  const { start, criminal, article } = phrase;
  const definite = DEFINITE.has(article);
  if (!criminal && is(items[at], "network_nouns") && !hasMembers(items, at)) return null;
  const end = tailEnd(items, at);
  const spans =
    end > at
      ? [
          [start, at],
          [at, end],
          [start, end],
        ]
      : [[start, at]];
  const phrases = spans.map(([first = at, last = at]) => spell(view, items.slice(first, last + 1)));
  return { phrases: [...new Set([...phrases, wordAt(items, at)])], definite };
}

/** Where the description starts, with what its modifiers say, or null without an article. */
function phraseStart(
  items: readonly Item[],
  at: number,
  from: number,
  book: RuleBook,
): { start: number; criminal: boolean; article: string } | null {
  const crime = book.nouns("crime");
  let start = at;
  let criminal = false;
  for (let back = at - 1; back >= Math.max(from, at - 9); back -= 1) {
    const item = items[back] as Item;
    if (is(item, "network_articles")) return { start, criminal, article: item.word };
    if (item.kind === "date" || item.kind === "quantity" || is(item, "network_stops")) return null;
    if (item.kind === "mark" && !is(item, "network_marks")) return null;
    if (item.kind === "mention" && !["country", "goods", "place"].includes(item.entity.role))
      return null;
    if (item.kind === "mention" && item.entity.role === "goods") criminal = true;
    if (crime.has(item.word)) criminal = true;
    start = back;
  }
  return null;
}

/** `a group of traffickers`, `a cell whose head`, `members of the group`. */
function hasMembers(items: readonly Item[], at: number): boolean {
  if (is(items[at + 1], "network_tells")) return true;
  for (let back = at - 1; back > at - 6; back -= 1) {
    if (is(items[back], "network_members")) return true;
  }
  return false;
}
const LONGEST_TAIL = 9;

/** Last item of what singles the group out behind its noun: `cell in Albu Kamal`, `ring led by X`. */
function tailEnd(items: readonly Item[], at: number): number {
  if (!is(items[at + 1], "network_tails")) return at;
  let end = at;
  for (let next = at + 1; next < Math.min(items.length, at + LONGEST_TAIL); next += 1) {
    const item = items[next] as Item;
    const mark = item.kind === "mark" && item.word !== "-" && item.word !== "'s";
    if (mark || item.kind === "date" || is(item, "network_tail_stops")) break;
    if (item.kind === "mention" || (item.kind === "word" && item.word.length > 3)) end = next;
  }
  return end;
}

/** `network members`, `ring leader`: the head noun only qualifies another. */
function isHeadOfMore(items: readonly Item[], at: number, book: RuleBook): boolean {
  const next = items[at + 1];
  return next?.kind === "word" && book.nouns("person").has(next.word) && !is(next, "one_word");
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
