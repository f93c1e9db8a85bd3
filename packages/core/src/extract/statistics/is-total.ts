import type { ItemRange } from "../operations/voice.js";
import { type Item, wordAt } from "../stream/item.js";
import type { RuleBook } from "../stream/rule-book.js";
import type { SentenceView } from "../stream/sentence-view.js";

/**
 * True where a stretch of a sentence tells a total over a period or of many actions, not one
 * action: a period of time, a word of sum, a comparison with another period.
 */
export function isTotal(view: SentenceView, range: ItemRange, book: RuleBook): boolean {
  const { items, tokens } = view;
  const words = book.phrases("total");
  for (let at = range.from; at < range.to; at += 1) {
    const item = items[at] as Item;
    if (item.kind === "date" && item.date.kind === "period") return true;
    if (item.kind === "date" && isWholeYear(items, at)) return !hasScene(items, range, book);
    if (item.kind === "word" && words.at(tokens, item.token) !== undefined) return true;
  }
  return false;
}

function isWholeYear(items: readonly Item[], at: number): boolean {
  const item = items[at];
  if (item?.kind !== "date") return false;
  return (
    item.date.date?.value?.length === 4 ||
    (!item.date.telling && item.date.kind === "point" && item.date.date !== null)
  );
}

/** A town, a vessel or a vehicle: what a year's total does not tell of. */
function hasScene(items: readonly Item[], range: ItemRange, book: RuleBook): boolean {
  const scenes = book.nouns("scene");
  for (let at = range.from; at < range.to; at += 1) {
    const item = items[at] as Item;
    if (item.kind === "word" && scenes.has(item.word)) return true;
    const place = item.kind === "mention" && item.entity.type === "Place";
    if (place && ["off", "near", "at", "outside"].includes(wordAt(items, at - 1))) return true;
  }
  return false;
}
