import type { DocumentEntity } from "../../model/document-entity.js";
import type { TextSpan } from "../../model/text-span.js";
import { isSubject } from "../operations/actor-phrase.js";
import { findPlaces } from "../operations/find-places.js";
import { type DocumentView, stateOf } from "../view/document-view.js";
import { clauseStart, type SentenceView } from "../view/sentence-view.js";
import { is } from "../words/read-tokens.js";

/** How many sentences back a period still counts. */
const PERIOD_REACH = 8;

/**
 * The wording of the period a figure is counted over: the date that follows it before the next
 * figure, else one of its sentence or of those before it in the paragraph.
 */
export function periodOf(view: DocumentView, sentence: number, item: number): string | null {
  const block = view.sentences[sentence]?.block.index;
  const own = view.sentences[sentence]?.items ?? [];
  for (const next of own.slice(item + 1)) {
    if (next.kind === "quantity") break;
    if (
      next.kind === "date" &&
      (next.date.kind === "period" || next.date.date?.value?.length === 4)
    )
      return wordingOf(view, next);
  }
  for (let at = sentence; at >= Math.max(0, sentence - PERIOD_REACH); at -= 1) {
    if (view.sentences[at]?.block.index !== block) return null;
    const dates = view.sentences[at]?.dates ?? [];
    const date =
      dates.find((one) => one.kind === "period") ??
      dates.find((one) => one.date?.value?.length === 4);
    if (date !== undefined) return wordingOf(view, date);
  }
  return null;
}

const wordingOf = (view: DocumentView, span: TextSpan): string =>
  view.document.text.slice(span.start, span.end).replace(/\s+/gu, " ");

/**
 * Where a figure holds: the place named in its clause, else the state of who acts in the clause,
 * else the nearest place of the sentence, else the state that the report is about.
 */
export function scopeOf(
  view: DocumentView,
  sentence: number,
  item: number,
  home: DocumentEntity | undefined,
): DocumentEntity | null {
  const own = view.sentences[sentence];
  if (own === undefined) return null;
  const hits = findPlaces(own, sentence, { from: 0, to: own.items.length }, view.book);
  const inClause = hits.some((hit) => own.clauses[hit.item] === own.clauses[item]);
  const acting = inClause ? null : actingState(view, own, item);
  if (acting !== null) return acting;
  const near = hits.toSorted(
    (a, b) => Math.abs(a.item - item) - Math.abs(b.item - item) || a.item - b.item,
  )[0];
  return near?.entity ?? home ?? null;
}

/** The state of the body, or the state, named last before a figure in its clause. */
function actingState(view: DocumentView, own: SentenceView, item: number): DocumentEntity | null {
  for (let at = item - 1; at >= clauseStart(own.clauses, item); at -= 1) {
    const one = own.items[at];
    if (one?.kind !== "mention" || !ACTING.has(one.entity.role)) continue;
    const state = stateOf(view, one.entity);
    if (state !== undefined) return state;
  }
  return null;
}

const ACTING: ReadonlySet<string> = new Set(["body", "country"]);

/** True where a verb of speech has a figure as its object: `B reported 41`. */
function reportsFigure(own: SentenceView, from: number): boolean {
  for (let at = from; at < Math.min(own.items.length, from + 4); at += 1) {
    if (own.items[at]?.kind === "quantity") return true;
    if (own.items[at]?.kind === "mark" || is(own.items[at], "that_word")) return false;
  }
  return false;
}

/** Who gives the figure: the subject of a verb of speech, here or in the sentence before. */
export function reporterOf(
  view: DocumentView,
  sentence: number,
  figure: number,
): DocumentEntity | null {
  const block = view.sentences[sentence]?.block.index;
  for (let at = sentence; at >= Math.max(0, sentence - 2); at -= 1) {
    const own = view.sentences[at];
    if (own === undefined || own.block.index !== block) return null;
    for (const hit of own.speech) {
      const before = at === sentence && figure < hit.from;
      if ((before || at < sentence) && reportsFigure(own, hit.to)) continue;
      for (let place = hit.from - 1; place >= Math.max(0, hit.from - 8); place -= 1) {
        const item = own.items[place];
        if (
          item?.kind === "mention" &&
          isReporter(item.entity) &&
          isSubject(own.items, place, 0, view.book)
        )
          return item.entity;
      }
      for (let place = hit.to; place < Math.min(own.items.length, hit.to + 5); place += 1) {
        const item = own.items[place];
        if (item?.kind === "mention" && isReporter(item.entity)) return item.entity;
      }
    }
  }
  return null;
}

const isReporter = (entity: DocumentEntity): boolean =>
  entity.role === "body" || entity.role === "official";
