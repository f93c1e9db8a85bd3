import type { DocumentEntity } from "../../model/document-entity.js";
import { isSubject } from "../operations/actor-phrase.js";
import { findPlaces } from "../operations/find-places.js";
import type { DocumentView } from "../stream/document-view.js";

/** How many sentences back a period still counts. */
const PERIOD_REACH = 8;

/** The wording of the period a figure is counted over, from its sentence or those before it in the paragraph. */
export function periodOf(view: DocumentView, sentence: number): string | null {
  const block = view.sentences[sentence]?.block.index;
  for (let at = sentence; at >= Math.max(0, sentence - PERIOD_REACH); at -= 1) {
    if (view.sentences[at]?.block.index !== block) return null;
    const dates = view.sentences[at]?.dates ?? [];
    const date =
      dates.find((one) => one.kind === "period") ??
      dates.find((one) => one.date?.value?.length === 4);
    if (date !== undefined)
      return view.document.text.slice(date.start, date.end).replace(/\s+/gu, " ");
  }
  return null;
}

/** Where a figure holds: the place named nearest, else the state that the report is about. */
export function scopeOf(
  view: DocumentView,
  sentence: number,
  item: number,
  home: DocumentEntity | undefined,
): string | null {
  const own = view.sentences[sentence];
  if (own === undefined) return null;
  const hits = findPlaces(own, sentence, { from: 0, to: own.items.length }, view.book);
  const near = hits.toSorted(
    (a, b) => Math.abs(a.item - item) - Math.abs(b.item - item) || a.item - b.item,
  )[0];
  return near?.entity.name ?? home?.name ?? null;
}

/** Who gives the figure: the subject of a verb of speech, here or in the sentence before. */
export function reporterOf(view: DocumentView, sentence: number): DocumentEntity | null {
  const block = view.sentences[sentence]?.block.index;
  for (let at = sentence; at >= Math.max(0, sentence - 2); at -= 1) {
    const own = view.sentences[at];
    if (own === undefined || own.block.index !== block) return null;
    for (const hit of own.speech) {
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
  entity.type === "Agency" || entity.type === "Official";
