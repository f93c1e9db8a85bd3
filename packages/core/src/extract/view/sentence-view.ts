import type { Block, Sentence } from "../../model/report-document.js";
import type { VerbForm } from "../../text/inflect.js";
import { splitClauses } from "../clauses/split-clauses.js";
import type { CueScope } from "../cues/read-cues.js";
import type { DateItem } from "../dates/date-expression.js";
import type { DateGround } from "../dates/resolve-date.js";
import { scanDates } from "../dates/scan-dates.js";
import type { ExtractListener } from "../listener.js";
import type { NumberStyle } from "../quantities/parse-digits.js";
import type { QuantityItem } from "../quantities/quantity-item.js";
import { scanQuantities } from "../quantities/scan-quantities.js";
import { buildItems, type PlacedMention } from "../stream/build-items.js";
import { datelineEnd } from "../stream/dateline.js";
import type { Item } from "../stream/item.js";
import type { PhraseSet } from "../stream/phrase-set.js";
import { parseSentence, type SentenceSyntax } from "../syntax/sentence-syntax.js";
import { is, type ReadToken, readTokens } from "../words/read-tokens.js";
import type { PredicateWord } from "./predicate-rules.js";
import type { RuleBook, TriggerWord } from "./rule-book.js";

/** A phrase on the item grid: items `from` up to but not including `to`. */
export interface ItemHit<T> {
  readonly from: number;
  readonly to: number;
  readonly value: T;
}

/** A cue with the items that say it. */
export interface SaidCue extends CueScope {
  readonly words: { readonly from: number; readonly to: number };
}

/** A sentence as rules see it. */
export interface SentenceView {
  readonly sentence: Sentence;
  readonly block: Block;
  readonly tokens: readonly ReadToken[];
  readonly items: readonly Item[];
  readonly dates: readonly DateItem[];
  /** First item behind a dateline, 0 where none opens the sentence. */
  readonly body: number;
  /** Clause number of each item. */
  readonly clauses: readonly number[];
  readonly cues: readonly SaidCue[];
  readonly triggers: readonly ItemHit<TriggerWord>[];
  readonly speech: readonly ItemHit<true>[];
  /** Words that may state a link by a verb, and those that may by a role noun. */
  readonly predicateVerbs: readonly ItemHit<readonly PredicateWord[]>[];
  readonly predicateNouns: readonly ItemHit<readonly PredicateWord[]>[];
  readonly syntax: SentenceSyntax;
  /** Hears what is read in it and rejected; null where nobody listens. */
  readonly listener: ExtractListener | null;
}

export interface ViewGround {
  readonly book: RuleBook;
  readonly style: NumberStyle;
  readonly dates: DateGround;
  readonly listener: ExtractListener | null;
}

/** Reads one sentence of a text. Linear in its length. */
export function viewSentence(
  text: string,
  sentence: Sentence,
  block: Block,
  mentions: readonly PlacedMention[],
  ground: ViewGround,
): SentenceView {
  const { book } = ground;
  const tokens = readTokens(book.words, text, sentence.start, sentence.end);
  const dates = scanDates(tokens, ground.dates);
  const quantities = scanQuantities(tokens, book.quantities, ground.style);
  const items = buildItems(tokens, mentions, dates, outside(quantities, dates, mentions));
  const place = itemOfToken(items, tokens.length);
  const on = <T>(set: PhraseSet<T>): ItemHit<T>[] => hitsOn(set, tokens, items, place);
  const speech = on(book.speech);
  const triggers = on(book.triggers).filter((hit) => items[hit.from]?.kind !== "quantity");
  const clauses = splitClauses(
    items,
    new Set(speech.map((hit) => hit.to - 1)),
    new Set([...triggers, ...speech].map((hit) => hit.from)),
  );
  const cues = on(book.cues).map(({ from, to, value }) => ({
    modality: value,
    words: { from, to },
    from: value === "void" ? 0 : from,
    to: value === "void" ? items.length : scopeEnd(items, clauses, from),
  }));
  const predicateNouns = on(book.predicates.nouns);
  const words = {
    verbs: verbForms(items, book),
    nouns: new Set(predicateNouns.map((hit) => hit.to - 1)),
  };
  return {
    sentence,
    block,
    tokens,
    items,
    dates,
    body: datelineEnd(items),
    clauses,
    cues,
    triggers,
    speech,
    predicateVerbs: on(book.predicates.verbs),
    predicateNouns,
    syntax: parseSentence(text, items, words, book.syntax),
    listener: ground.listener,
  };
}

/** The form of each item that is a word of a verb the pack knows. */
function verbForms(items: readonly Item[], book: RuleBook): ReadonlyMap<number, VerbForm> {
  return new Map(
    items.flatMap((item, at) => {
      const form = item.kind === "word" ? book.predicates.forms.get(item.word) : undefined;
      return form === undefined ? [] : [[at, form] as const];
    }),
  );
}

/** A cue reaches to the end of its clause; inside a relative clause to the comma that closes it. */
function scopeEnd(items: readonly Item[], clauses: readonly number[], from: number): number {
  const end = clauseEnd(clauses, from);
  const relative = [1, 2, 3].some((back) => is(items[from - back], "relatives"));
  if (!relative) return end;
  const comma = items.findIndex((item, at) => at > from && item.word === ",");
  return comma < 0 ? end : Math.min(end, comma);
}

/** Figures that are no part of a time or a name. */
function outside(
  quantities: readonly QuantityItem[],
  dates: readonly DateItem[],
  mentions: readonly PlacedMention[],
): QuantityItem[] {
  const spans = [...dates, ...mentions.map((placed) => placed.mention)].sort(
    (a, b) => a.start - b.start,
  );
  let at = 0;
  return quantities.filter((quantity) => {
    while ((spans[at]?.end ?? Number.POSITIVE_INFINITY) <= quantity.start) at += 1;
    const span = spans[at];
    return span === undefined || span.start >= quantity.end || span.start > quantity.start;
  });
}

/** The item that holds each token. */
function itemOfToken(items: readonly Item[], count: number): number[] {
  const place: number[] = [];
  for (const [at, item] of items.entries()) {
    const next = items[at + 1]?.token ?? count;
    for (let token = item.token; token < next; token += 1) place.push(at);
  }
  return place;
}

/** Phrase hits that lie on words; one that starts inside a name or a date is dropped. */
function hitsOn<T>(
  set: PhraseSet<T>,
  tokens: readonly ReadToken[],
  items: readonly Item[],
  place: readonly number[],
): ItemHit<T>[] {
  return set.hits(tokens).flatMap(({ from, to, value }) => {
    const first = place[from];
    const last = place[to - 1];
    if (first === undefined || last === undefined) return [];
    const item = items[first];
    return item?.kind === "mention" || item?.kind === "date"
      ? []
      : [{ from: first, to: last + 1, value }];
  });
}

/** First item after the clause of an item. */
export function clauseEnd(clauses: readonly number[], at: number): number {
  let end = at + 1;
  while (end < clauses.length && clauses[end] === clauses[at]) end += 1;
  return end;
}

/** First item of the clause of an item. */
export function clauseStart(clauses: readonly number[], at: number): number {
  let start = at;
  while (start > 0 && clauses[start - 1] === clauses[at]) start -= 1;
  return start;
}
