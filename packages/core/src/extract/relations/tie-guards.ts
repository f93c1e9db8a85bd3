import { type Item, wordAt } from "../stream/item.js";
import type { RuleBook } from "../view/rule-book.js";
import type { SentenceView } from "../view/sentence-view.js";
import type { Referent } from "./referents.js";
import { isCalled, isModifier } from "./small-words.js";

/** First item of a name with the determiners, ranks and descriptions in front of it. */
export function phraseStart(items: readonly Item[], from: number, book: RuleBook): number {
  const name = items[from];
  const person = name?.kind === "mention" && name.entity.role !== "group";
  let at = from;
  while (
    at > 0 &&
    (isModifier(items, at - 1, book) || (person && isCalled(wordAt(items, at - 1), book)))
  )
    at -= 1;
  return at;
}

const BEFORE_SUBJECT: ReadonlySet<string> = new Set(
  ', ; : ( " “ ” ‘ ’ — – that but while whereas because when where after before if whether since although though so as'.split(
    " ",
  ),
);

/** True where a name is what its clause is about, and nothing's member, owner or target. */
export function isSubject(view: SentenceView, from: number, book: RuleBook): boolean {
  const { items } = view;
  const start = phraseStart(items, from, book);
  if (start <= view.body) return true;
  const before = items[start - 1] as Item;
  const word = before.word;
  if (word === "and") return isJoinedSubject(view, start - 1, book);
  if (word === "as" && wordAt(items, start - 2) === "such") return false;
  if (word === "," && items[start - 2]?.kind === "mention" && isListed(items, start, start - 2))
    return isSubject(view, start - 2, book);
  if (before.kind === "date" || BEFORE_SUBJECT.has(word)) return true;
  return view.speech.some((hit) => hit.to === start);
}

/** Names of one type with only a comma between are a list. */
function isListed(items: readonly Item[], start: number, other: number): boolean {
  const types = [items[start], items[other]].map((item) =>
    item?.kind === "mention" ? item.entity.type : "",
  );
  return types[0] === types[1];
}

function isJoinedSubject(view: SentenceView, and: number, book: RuleBook): boolean {
  const { items, clauses } = view;
  const before = items[and - 1];
  if (before?.kind === "mention") return isSubject(view, and - 1, book);
  return before?.word === "," || clauses[and] !== clauses[and - 1];
}

/**
 * True where `which is led by X` or `, led by X` behind a name can only tell of that name: what
 * stands in front is no action against it and no person whose kin or lawyer it is.
 */
export function isNearestNoun(items: readonly Item[], from: number, book: RuleBook): boolean {
  const start = phraseStart(items, from, book);
  const before = wordAt(items, start - 1);
  if (["against", "on", "into", "over", "with", "and", "about"].includes(before)) return false;
  if (before !== "of" && before !== "for" && before !== "to") return true;
  const head = wordAt(items, start - 2);
  return !(["tieAction", "tieKin", "operation", "person"] as const).some((list) =>
    book.nouns(list).has(head),
  );
}

const CLOSING_MARKS: ReadonlySet<string> = new Set(', . ; : ) ! " ” ’ — –'.split(" "));

/** True where a phrase ends behind a name: it is no part of a longer one, such as `X's brother`. */
export function isClosed(items: readonly Item[], to: number, book: RuleBook): boolean {
  const next = items[to];
  if (next === undefined || next.kind === "date") return true;
  if (next.kind === "mark") return CLOSING_MARKS.has(next.word);
  return next.kind === "word" && book.nouns("tieFollow").has(next.word);
}

/** True where a description set off by commas ends behind a name, and no list goes on. */
export function isSetOff(items: readonly Item[], to: number): boolean {
  const next = items[to];
  if (next === undefined || next.kind === "date") return true;
  return next.kind === "mark" && [",", ".", ";", ")", "!"].includes(next.word);
}

/** The referent that starts at an item, determiners and descriptions aside, or null. */
export function referentFrom(
  items: readonly Item[],
  at: number,
  referents: readonly Referent[],
  book: RuleBook,
): Referent | null {
  let start = at;
  for (; start < at + 4; start += 1) {
    const found = referents.find((one) => one.from === start);
    if (found !== undefined) return found.owner ? null : found;
    const item = items[start];
    // `one Ole Lund`: a person nobody knows more of.
    const one = item?.kind === "quantity" && item.quantity.value === 1;
    if (!one && !isModifier(items, start, book) && !isCalled(wordAt(items, start), book))
      return null;
  }
  return null;
}
