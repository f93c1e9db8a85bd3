import type { DocumentEntity } from "../../model/document-entity.js";
import { type Item, wordAt } from "../stream/item.js";
import { listFrom, ofRoles } from "../stream/lists.js";
import type { RuleBook } from "../view/rule-book.js";
import type { SentenceView } from "../view/sentence-view.js";
import { is } from "../words/read-tokens.js";
import type { ItemRange } from "./voice.js";

/** A place named as where something happened. */
export interface PlaceHit {
  readonly entity: DocumentEntity;
  readonly sentence: number;
  readonly item: number;
}

const LOOK_BACK = 5;

/** Places and states behind a word of place, with those listed after them. */
export function findPlaces(
  view: SentenceView,
  sentence: number,
  range: ItemRange,
  book: RuleBook,
): PlaceHit[] {
  const { items } = view;
  const found = new Map<number, PlaceHit>();
  for (let at = range.from; at < range.to; at += 1) {
    const item = items[at] as Item;
    if (item.kind !== "mention" || found.has(at)) continue;
    if (item.entity.role !== "place" && item.entity.role !== "country") continue;
    if (!isWhere(items, at, book)) continue;
    for (const place of listFrom(items, at, ofRoles("place", "country"), range.to)) {
      const hit = items[place];
      if (hit?.kind === "mention" && !isOwner(items, place, book)) {
        found.set(place, { entity: hit.entity, sentence, item: place });
      }
    }
  }
  return [...found.values()];
}

/** True where the nearest word of direction before a name says "there". */
function isWhere(items: readonly Item[], at: number, book: RuleBook): boolean {
  if (isOwner(items, at, book)) return false;
  const locative = book.nouns("locativeWord");
  const other = book.nouns("notLocative");
  const spanned = book.nouns("spanned");
  for (let back = at - 1; back >= Math.max(0, at - LOOK_BACK); back -= 1) {
    const item = items[back] as Item;
    if (item.kind === "mark" && item.word !== "-" && item.word !== "'s" && item.word !== '"')
      return false;
    if (item.kind === "mention" || item.kind === "quantity" || item.kind === "date") {
      if (item.kind !== "mention" || item.entity.role !== "country") return false;
      continue;
    }
    const word = item.word;
    if (spanned.has(word)) return true;
    if (locative.has(word)) return !isOtherScene(items, back, book);
    if (is(item, "genitive") && isPlaceNoun(wordAt(items, back - 1), book)) continue;
    if (is(item, "genitive") && is(items[back - 1], "where_words")) {
      return true;
    }
    if (is(item, "goal_mark") && is(items[back - 1], "close_word")) return true;
    if (is(item, "goal_mark") && is(items[back - 1], "next_word")) return true;
    if (other.has(word)) return false;
  }
  return false;
}

/** `sold in X`, `based in X`: not where the action was. */
const isOtherScene = (items: readonly Item[], at: number, book: RuleBook): boolean =>
  book.nouns("otherScene").has(wordAt(items, at - 1));

const isPlaceNoun = (word: string, book: RuleBook): boolean =>
  book.nouns("placeNoun").has(word) || book.nouns("placeNoun").has(word.replace(/s$/, ""));

/** `Iraq's ministry`, `Syrian police`: whose, not where; `Syrian territory` is where. */
function isOwner(items: readonly Item[], at: number, book: RuleBook): boolean {
  const item = items[at];
  if (item?.kind !== "mention") return true;
  const next = wordAt(items, at + 1);
  if (item.mention.form === "demonym") return !isPlaceNoun(next, book);
  if (next !== "'s") return false;
  const after = [wordAt(items, at + 2), wordAt(items, at + 3)];
  return item.entity.role === "country" && !after.some((word) => isPlaceNoun(word, book));
}
