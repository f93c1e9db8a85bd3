import type { PhraseSlot } from "../../packs/word-slots.js";
import type { Item } from "../stream/item.js";
import { wordAt } from "../stream/item.js";
import type { RuleBook } from "../view/rule-book.js";
import type { SentenceView } from "../view/sentence-view.js";

/** What may stand between a name and the cue that ties it, as it was found. */
export interface Between {
  /** `which`, `who`: what follows tells of the name right before. */
  readonly relative: boolean;
  /** A form of `to be` or another verb that needs a subject. */
  readonly predicate: boolean;
  /** A comma opened a description of the name. */
  readonly comma: boolean;
}

export const NOTHING_BETWEEN: Between = { relative: false, predicate: false, comma: false };

const RELATIVES: ReadonlySet<string> = new Set(["who", "which", "that"]);
const COPULAS: ReadonlySet<string> = new Set("is was are were be been being remains".split(" "));

/** A step over one small word or phrase: the item behind it and what was learnt, or null. */
export function stepOver(
  view: SentenceView,
  at: number,
  seen: Between,
  book: RuleBook,
  verb: boolean,
): { readonly to: number; readonly seen: Between } | null {
  const { items } = view;
  const item = items[at];
  if (item === undefined) return null;
  if (item.word === ",") return { to: at + 1, seen: { ...seen, comma: true } };
  if (RELATIVES.has(item.word)) {
    const opens = !seen.predicate && !seen.relative;
    return opens ? { to: at + 1, seen: { ...seen, relative: true } } : null;
  }
  const link =
    phraseEnd(view, at, book, "tieLink") ?? (verb ? phraseEnd(view, at, book, "tieAux") : null);
  if (link !== null) {
    const told = view.items.slice(at, link).some((one) => COPULAS.has(one.word));
    return { to: link, seen: { ...seen, predicate: seen.predicate || told } };
  }
  if (verb) return asideEnd(items, at, seen);
  const opened = seen.comma || seen.predicate || seen.relative;
  if (opened && isModifier(items, at, book)) return { to: at + 1, seen };
  return asideEnd(items, at, seen);
}

/** Item behind the phrase of a list that starts here, or null. */
function phraseEnd(
  view: SentenceView,
  at: number,
  book: RuleBook,
  list: PhraseSlot,
): number | null {
  const item = view.items[at];
  if (item?.kind !== "word") return null;
  const hit = book.phrases(list).at(view.tokens, item.token);
  if (hit === undefined) return null;
  const end = view.items.findIndex((one) => one.token >= hit.to);
  return end < 0 ? view.items.length : end;
}

const ALIAS: ReadonlySet<string> = new Set(["alias", "aka", "nicknamed"]);
const LONGEST_ALIAS = 6;

/** Past what a comma sets off: `34`, `34-year-old`, `alias "Topo"`. */
function asideEnd(
  items: readonly Item[],
  at: number,
  seen: Between,
): { readonly to: number; readonly seen: Between } | null {
  if (!seen.comma) return null;
  if (ALIAS.has(wordAt(items, at))) {
    for (let to = at + 1; to <= at + LONGEST_ALIAS; to += 1) {
      if (wordAt(items, to) === ",") return { to, seen };
    }
  }
  if (items[at]?.kind !== "quantity") return null;
  let to = at + 1;
  while (["-", "old"].includes(wordAt(items, to))) to += 1;
  return { to, seen };
}

/** Determiners, `notorious`, a nationality: words that only describe the name behind them. */
export function isModifier(items: readonly Item[], at: number, book: RuleBook): boolean {
  const item = items[at];
  if (item?.kind === "mention") return item.mention.form === "demonym";
  return item?.kind === "word" && book.nouns("tieModifier").has(item.word);
}

/** `Colonel`, `kingpin`: what a person is called in front of the name. */
export const isCalled = (word: string, book: RuleBook): boolean =>
  !JOINING.has(word) &&
  (["rank", "titleHead", "titlePart", "memberNoun"] as const).some((list) =>
    book.nouns(list).has(word),
  );

/** Parts of long titles that join them to a body: `minister of`. */
const JOINING: ReadonlySet<string> = new Set(["of", "for", "and", "to"]);
