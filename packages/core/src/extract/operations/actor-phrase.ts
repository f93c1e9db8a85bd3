import { type Item, wordAt } from "../stream/item.js";
import { listFrom, ofRoles } from "../stream/lists.js";
import type { RuleBook } from "../view/rule-book.js";
import { is } from "../words/read-tokens.js";

/** True for a name that can act: a body or a state. */
export const isActor = (item: Item | undefined): boolean =>
  item?.kind === "mention" && (item.entity.role === "body" || item.entity.role === "country");

/** The first body within a few words that determiners and unit nouns may fill, or null. */
export function actorAfter(
  items: readonly Item[],
  from: number,
  end: number,
  book: RuleBook,
): number | null {
  const units = book.nouns("unitNoun");
  for (let at = from; at < Math.min(end, from + 7); at += 1) {
    const item = items[at] as Item;
    if (isActor(item) && !isPrefix(items, at)) return ownedBody(items, at, end, book);
    if (item.kind === "mention" && (item.entity.role === "place" || isActor(item))) continue;
    if (item.kind !== "word" && item.word !== "-" && item.word !== '"') return null;
    const link = is(item, "genitive") || is(item, "source_mark") || isAbroad(items, at, book);
    const neutral = is(item, "actor_determiners") || units.has(item.word) || link;
    if (!neutral && at > from + 4) return null;
    if (is(item, "actor_prepositions") && !link) return null;
  }
  return null;
}

/** `US-led`, `Iran-backed`: the state only describes what follows. */
const isPrefix = (items: readonly Item[], at: number): boolean =>
  wordAt(items, at + 1) === "-" && items[at + 2]?.kind === "word";

/** `colleagues in X`, `police in X`: the state stands in for those who act there. */
const isAbroad = (items: readonly Item[], at: number, book: RuleBook): boolean =>
  is(items[at], "inside_mark") && book.nouns("stateForce").has(wordAt(items, at - 1));

/** The body, not its owner: `Iraq's interior ministry`, `Thai soldiers of the Border Force`. */
export function ownedBody(items: readonly Item[], at: number, end: number, book: RuleBook): number {
  let body = at;
  for (;;) {
    const next = nextOwned(items, body, end, book);
    if (next === null) return body;
    body = next;
  }
}

function nextOwned(items: readonly Item[], at: number, end: number, book: RuleBook): number | null {
  const owner = items[at];
  if (owner?.kind !== "mention") return null;
  const possessive = wordAt(items, at + 1) === "'s";
  if (owner.entity.role !== "country" && !possessive) return null;
  const units = book.nouns("unitNoun");
  let unit = false;
  for (let next = possessive ? at + 2 : at + 1; next < Math.min(end, at + 6); next += 1) {
    const item = items[next] as Item;
    if (item.kind === "mention") return item.entity.role === "body" ? next : null;
    if (item.kind !== "word") return null;
    if (units.has(item.word)) unit = true;
    else if (unit && is(item, "owned_joins")) continue;
    else if (is(item, "actor_prepositions") || is(item, "additive") || next > at + 3) return null;
  }
  return null;
}

/** A body and those listed with it, owners left out. */
export function actorList(
  items: readonly Item[],
  at: number,
  end: number,
  book?: RuleBook,
): readonly number[] {
  const list = listFrom(items, at, ofRoles("body", "country"), end);
  if (book === undefined) return list;
  return [...new Set(list.map((place) => ownedBody(items, place, end, book)))];
}

/** True for a name that starts a noun phrase of its own, or the body behind `officers of`. */
export function isSubject(
  items: readonly Item[],
  at: number,
  from: number,
  book: RuleBook,
): boolean {
  if (isPrefix(items, at) || !canAct(items, at, book)) return false;
  const before = phraseStart(items, at, from);
  if (before < from) return true;
  const word = wordAt(items, before);
  if (word === "(" || is(items[before], "agent_mark")) return false;
  if (is(items[before], "genitive") || is(items[before], "source_mark")) {
    // "guided by an aircraft of X": the phrase around the unit noun is governed itself.
    if (!book.nouns("unitNoun").has(wordAt(items, before - 1))) return false;
    return !isGoverned(items, before - 2, from);
  }
  if (is(items[before], "inside_mark"))
    return isAbroad(items, before, book) && items[at]?.kind === "mention";
  return !is(items[before], "actor_prepositions");
}

/** Item before the noun phrase of a name: determiners, quotes and owners belong to it. */
function phraseStart(items: readonly Item[], at: number, from: number): number {
  let before = at - 1;
  let determined = false;
  while (before >= from && isFiller(items, before)) {
    const item = items[before] as Item;
    // "in from Syria the Border Guard": a determiner opens the phrase, no owner stands before it.
    if (determined && item.kind === "mention") return from - 1;
    if (item.kind === "word") determined = true;
    before -= 1;
  }
  return before;
}

/** True where a preposition governs the phrase that ends at an item: `by a patrol`. */
function isGoverned(items: readonly Item[], end: number, from: number): boolean {
  for (let at = end; at >= Math.max(from, end - 3); at -= 1) {
    const item = items[at];
    if (item?.kind !== "word") return false;
    if (is(item, "agent_mark") || is(item, "actor_prepositions")) return true;
  }
  return false;
}

/** A nationality acts only with its forces, a state with `'s` only through the body it owns. */
function canAct(items: readonly Item[], at: number, book: RuleBook): boolean {
  const item = items[at];
  if (item?.kind !== "mention" || item.entity.role !== "country") return true;
  if (ownedBody(items, at, items.length, book) !== at) return true;
  if (wordAt(items, at + 1) === "'s") return false;
  if (item.mention.form !== "demonym") return true;
  const forces = book.nouns("stateForce");
  const units = book.nouns("unitNoun");
  for (let next = at + 1; next <= at + 4; next += 1) {
    const word = wordAt(items, next);
    if (forces.has(word) || units.has(word) || is(items[next], "state_forces")) return true;
    if (word === "" || is(items[next], "actor_prepositions") || items[next]?.kind === "mark")
      return false;
  }
  return false;
}

/** Determiners, quotes and owners stand between a preposition and what it governs. */
function isFiller(items: readonly Item[], at: number): boolean {
  const item = items[at] as Item;
  if (item.kind === "word") return is(item, "actor_determiners");
  if (item.kind === "quantity") return true;
  if (item.kind === "mention") {
    return item.entity.role === "country" || wordAt(items, at + 1) === "'s";
  }
  return item.word === '"' || item.word === "“" || item.word === "'s";
}
