import { type Item, wordAt } from "../stream/item.js";
import type { RuleBook } from "../view/rule-book.js";
import type { SentenceView } from "../view/sentence-view.js";
import type { ItemRange } from "./voice.js";

/**
 * True where a stretch of a sentence tells a total over a period or of many actions, not one
 * action: a period of time, a word of sum, a comparison with another period.
 */
export function isTotal(view: SentenceView, range: ItemRange, book: RuleBook): boolean {
  const { items, tokens } = view;
  const words = book.phrases("total");
  const within = items.slice(range.from, range.to);
  // The month in which a ministry spoke is no part of the three years it speaks of.
  if (within.some((item) => item.kind === "date" && item.date.kind === "period"))
    return !hasDay(view, range, DAY);
  for (let at = range.from; at < range.to; at += 1) {
    const item = items[at] as Item;
    if (isMass(items, at, book)) {
      return !hasDay(view, range, MONTH) && !hasScene(items, range, book);
    }
    if (item.kind === "date" && isWholeYear(items, at)) {
      return !hasDay(view, range, MONTH) && !hasScene(items, range, book);
    }
    if (item.kind === "word" && words.at(tokens, item.token) !== undefined) return true;
  }
  return false;
}

/**
 * Which sentences tell totals. A total reaches on to the end of its paragraph, or to the first
 * sentence with a day or a scene of its own.
 */
export function totalsOf(sentences: readonly SentenceView[], book: RuleBook): boolean[] {
  const totals: boolean[] = [];
  for (const [at, view] of sentences.entries()) {
    const whole = { from: view.body, to: view.items.length };
    const carried = totals[at - 1] === true && sentences[at - 1]?.block.index === view.block.index;
    const own = isTotal(view, whole, book);
    totals.push(
      own || (carried && !hasDay(view, whole, MONTH) && !hasScene(view.items, whole, book)),
    );
  }
  return totals;
}

/** Lengths of ISO dates as precise as a month and a day. */
const MONTH = 7;
const DAY = 10;
const MASS = 100;
const MANY = 1000;

/** Hundreds of networks, cases or sentences, thousands of people: no single action. */
function isMass(items: readonly Item[], at: number, book: RuleBook): boolean {
  const item = items[at];
  if (item?.kind !== "quantity" || item.quantity.unitClass !== null) return false;
  const value = item.quantity.value ?? 0;
  if (value < MASS) return false;
  const metrics = book.nouns("massNoun");
  const persons = book.nouns("person");
  for (let next = at + 1; next <= at + 5; next += 1) {
    const word = items[next]?.word ?? "";
    if (metrics.has(word)) return true;
    if (persons.has(word)) return value >= MANY;
    if (items[next]?.kind === "mark" && word !== "-") return false;
  }
  return false;
}

/** A date at least as precise as `least` that is no day of a statement. */
function hasDay(view: SentenceView, range: ItemRange, least: number): boolean {
  for (let at = range.from; at < range.to; at += 1) {
    const item = view.items[at];
    if (item?.kind !== "date" || item.date.kind !== "point" || !item.date.telling) continue;
    const told = view.speech.some((hit) => hit.to <= at && at - hit.to <= 3);
    // `on Monday` in an undated report is a day all the same, `in late November` is none.
    const open = item.date.monthly ? MONTH : DAY;
    const length = item.date.date === null ? open : (item.date.date.value?.length ?? 0);
    if (!told && length >= least) return true;
  }
  return false;
}

function isWholeYear(items: readonly Item[], at: number): boolean {
  const item = items[at];
  if (item?.kind !== "date" || item.date.kind !== "point") return false;
  return item.date.date?.value?.length === 4;
}

/** A town, a vessel, a vehicle or a named suspect: what a year's total does not tell of. */
function hasScene(items: readonly Item[], range: ItemRange, book: RuleBook): boolean {
  const scenes = book.nouns("scene");
  const besides = book.nouns("besidePlace");
  for (let at = range.from; at < range.to; at += 1) {
    const item = items[at] as Item;
    if (item.kind === "word" && scenes.has(item.word)) return true;
    // `X and two friends were arrested in 2018`
    if (item.kind === "mention" && item.entity.role === "person") return true;
    const place = item.kind === "mention" && item.entity.role === "place";
    if (place && besides.has(wordAt(items, at - 1))) return true;
  }
  return false;
}
