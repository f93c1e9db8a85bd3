import type { DocumentEntity } from "../../model/document-entity.js";
import { findPartners } from "../operations/find-actors.js";
import type { Told } from "../operations/operation-frame.js";
import type { Item } from "../stream/item.js";
import type { DocumentView } from "../view/document-view.js";
import { clauseStart, type SentenceView } from "../view/sentence-view.js";
import { helpersIn } from "./find-helpers.js";
import { fellowsIn } from "./speaker-body.js";

/** A body that a sentence names as partner of another, with its item. */
export interface NamedPartner {
  readonly entity: DocumentEntity;
  readonly item: number;
}

/** Partners by cue, verb or a phrase of help, in text order. */
export function partnersOf(view: DocumentView, sentence: SentenceView, at: number): NamedPartner[] {
  const { items } = sentence;
  const cued = findPartners(sentence, at, { from: 0, to: items.length }, view.book);
  const helped = [...helpersIn(items), ...fellowsIn(items, view.book)].map((item) => ({
    entity: item.entity,
    item: items.indexOf(item),
  }));
  const all = [...cued, ...helped.filter((one) => !cued.some((other) => other.item === one.item))];
  return withoutSubject(
    items,
    all.sort((a, b) => a.item - b.item),
  );
}

/** Leaves out the subject that a comma alone sets behind them: `on a tip from A, B raided`. */
function withoutSubject(items: readonly Item[], partners: readonly NamedPartner[]): NamedPartner[] {
  const last = partners.at(-1);
  const before = partners.at(-2);
  if (last === undefined || before === undefined) return [...partners];
  const between = items.slice(before.item + 1, last.item).map((item) => item.word);
  const subject = between.includes(",") && !between.includes("and") && !between.includes("or");
  return subject ? partners.slice(0, -1) : [...partners];
}

/** True where a partner cue or a preposition of help stands before a partner in its clause. */
export function hasCueBefore(view: DocumentView, sentence: SentenceView, partner: number): boolean {
  const { items, tokens, clauses } = sentence;
  const cues = view.book.phrases("partnerBefore");
  if (
    [...helpersIn(items), ...fellowsIn(items, view.book)].some(
      (item) => items.indexOf(item) === partner,
    )
  )
    return true;
  for (let at = partner - 1; at >= clauseStart(clauses, partner); at -= 1) {
    const item = items[at];
    if (item?.kind === "word" && cues.at(tokens, item.token) !== undefined) return true;
  }
  return false;
}

/** True where the sentence that tells the lead names it as a partner of another. */
export function onlyHelps(
  view: DocumentView,
  { value, sentence: at }: Told<DocumentEntity>,
): boolean {
  const sentence = view.sentences[at];
  if (sentence === undefined) return false;
  const places = sentence.items.flatMap((item, place) =>
    item.kind === "mention" && item.entity === value ? [place] : [],
  );
  const helping = partnersOf(view, sentence, at).filter(({ item }) =>
    hasCueBefore(view, sentence, item),
  );
  return places.length > 0 && places.every((place) => helping.some(({ item }) => item === place));
}
