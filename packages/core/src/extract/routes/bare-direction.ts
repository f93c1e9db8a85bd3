import { type Item, wordAt } from "../stream/item.js";
import type { RuleBook } from "../view/rule-book.js";
import { clauseStart, type SentenceView } from "../view/sentence-view.js";
import { is } from "../words/read-tokens.js";
import type { LegDirection } from "./route-leg.js";

const REACH = 14;
const WEAK: ReadonlySet<string> = new Set(
  "into towards across over through left for entering entered leave leaves on in reached reach reaches".split(
    " ",
  ),
);

/** True for a cue that says nothing without a verb of movement. */
export const isWeakCue = (word: string): boolean => WEAK.has(word);

/** True where goods are on the move before an item: a verb of movement, and nobody in flight. */
export function movesBefore(view: SentenceView, at: number, book: RuleBook): boolean {
  const { items } = view;
  const verbs = book.nouns("moveVerb");
  const start = Math.max(clauseStart(view.clauses, at), at - REACH);
  for (let back = at; back >= start; back -= 1) {
    const word = wordAt(items, back);
    if (is(items[back], "fleeing_verbs") && back >= at - 4) return false;
    if (verbs.has(word)) return true;
  }
  return goodsBefore(items, at, start);
}

const goodsBefore = (items: readonly Item[], at: number, start: number): boolean =>
  items.slice(start, at).some((item) => item.kind === "mention" && item.entity.role === "goods");

/** What a lone preposition says of goods: `from` and `to` behind a verb of movement, and a few more. */
export function bareDirection(view: SentenceView, at: number, book: RuleBook): LegDirection | null {
  const { items } = view;
  const word = wordAt(items, at);
  switch (word) {
    case "from":
      return !isOrigin(items, at, book) && movesBefore(view, at - 1, book) ? "from" : null;
    case "to":
      return movesBefore(view, at - 1, book) || follows(view, at, FROM_WORD) ? "to" : null;
    case "for":
      return follows(view, at, book.nouns("carrier"), 2) || isFurther(items, at) ? "to" : null;
    case "in":
      return follows(view, at, book.nouns("buyer"), 6) ? "to" : null;
    case "at":
      return follows(view, at, LOADED, 7) ? "from" : follows(view, at, LANDED, 3) ? "via" : null;
    default:
      return null;
  }
}

/** `bound for A and, from there, for B`. */
const isFurther = (items: readonly Item[], at: number): boolean =>
  is(items[wordAt(items, at - 1) === "," ? at - 2 : at - 1], "further_words");

const FROM_WORD: ReadonlySet<string> = new Set(["from"]);
const LOADED: ReadonlySet<string> = new Set(["loaded", "loading", "embarked"]);
const LANDED: ReadonlySet<string> = new Set([
  "landed",
  "unloaded",
  "offloaded",
  "transshipped",
  "docked",
  "called",
  "berthed",
]);

/** True where one of the words stands before an item in its clause, with no place between. */
function follows(
  view: SentenceView,
  at: number,
  words: ReadonlySet<string>,
  reach = REACH,
): boolean {
  const { items } = view;
  const start = Math.max(clauseStart(view.clauses, at), at - reach);
  for (let back = at - 1; back >= start; back -= 1) {
    const item = items[back] as Item;
    if (words.has(item.word)) return true;
    if (item.kind === "mention" && item.entity.role === "place" && words !== FROM_WORD)
      return false;
  }
  return false;
}

/** `a man from X`: where a person comes from is no leg. */
function isOrigin(items: readonly Item[], at: number, book: RuleBook): boolean {
  const before = items[at - 1];
  if (before?.kind === "mention") {
    return before.entity.role !== "goods" && before.entity.role !== "place";
  }
  if (before?.kind === "quantity") return true;
  const word = wordAt(items, at - 1);
  return book.nouns("personNoun").has(word) || book.nouns("person").has(word);
}
