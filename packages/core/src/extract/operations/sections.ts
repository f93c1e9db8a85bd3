import { type Item, wordAt } from "../stream/item.js";
import type { DocumentView } from "../view/document-view.js";
import type { SentenceView } from "../view/sentence-view.js";
import type { PlaceHit } from "./find-places.js";

/**
 * The section of each sentence view. A digest tells one action a section: its blocks open with a
 * bullet, a number, a date line or a place in capitals. A report without such blocks is one section.
 */
export function sectionsOf(view: DocumentView): number[] {
  const openers = new Set<number>();
  let last = -1;
  let introduced = false;
  for (const sentence of view.sentences) {
    const bullet = sentence.block.role === "bullet";
    if (sentence.block.index !== last) {
      last = sentence.block.index;
      introduced = introduced && bullet;
      if (!introduced && opensSection(view, sentence)) openers.add(last);
    }
    // `Seized were:` and what follows in bullets is one action.
    if (!bullet)
      introduced =
        wordAt(sentence.items, sentence.items.length - 1) === ":" &&
        sentence.syntax.clauses.length > 0 &&
        !tellsItself(view, sentence);
  }
  const digest = openers.size >= 2;
  let section = 0;
  let block = -1;
  return view.sentences.map((sentence) => {
    if (digest && sentence.block.index !== block && openers.has(sentence.block.index)) section += 1;
    block = sentence.block.index;
    return section;
  });
}

/** The bullets behind an introduction tell of actions of their own. */
function tellsItself({ sentences }: DocumentView, intro: SentenceView): boolean {
  const from = sentences.indexOf(intro) + 1;
  for (let at = from; at < sentences.length; at += 1) {
    const next = sentences[at];
    if (next?.block.role !== "bullet") return false;
    if (next.triggers.length > 0) return true;
  }
  return false;
}

const NUMBERED = /^\d{1,2}[.)]\s/;
const CAPITALS = /^[\p{Lu}\p{M}' -]{3,40}(?:, \p{Lu}[\p{L} ]+)?\s?[.:–—-]\s/u;
const PLACE_LINE = /^\p{Lu}[\p{L}' -]{2,30}(?:, \p{Lu}[\p{L}' -]{2,30})?\. [-–—] /u;
const DATE_LINE = /^\d{1,2} \p{Lu}{3,9} \d{4}[.:]/u;

function opensSection({ document }: DocumentView, { block }: SentenceView): boolean {
  if (block.role === "bullet") return true;
  const start = document.text.slice(block.start, block.start + 60);
  return (
    NUMBERED.test(start) || CAPITALS.test(start) || PLACE_LINE.test(start) || DATE_LINE.test(start)
  );
}

/** Places and states in the heading of the section that a sentence lies in, `ANBAR.` or `2. PERU.` */
export function sectionPlaces(
  view: DocumentView,
  sections: readonly number[],
  section: number,
): PlaceHit[] {
  const first = sections.indexOf(section);
  const head = view.sentences[first];
  if (section === 0 || head === undefined) return [];
  const hits: PlaceHit[] = [];
  const heading = isHeading(head.items);
  for (const [at, item] of head.items.entries()) {
    if (at > LONGEST_HEAD || (item.kind === "mark" && [":", "–", "—"].includes(item.word))) break;
    const stop =
      item.kind === "mark" && item.word === "." && head.items[at - 1]?.kind !== "quantity";
    if (stop) break;
    if (item.kind !== "mention") continue;
    if (item.entity.role !== "place" && item.entity.role !== "country") return [];
    const text = view.document.text.slice(item.start, item.end);
    if (heading || text === text.toUpperCase())
      hits.push({ entity: item.entity, sentence: first, item: at });
  }
  return hits;
}

const LONGEST_HEAD = 6;

/** True for a sentence of names and signs alone: `Van.`, `Yumurtalık, Adana.` */
const isHeading = (items: readonly Item[]): boolean =>
  items.length <= LONGEST_HEAD &&
  items.every((item) => item.kind === "mention" || item.kind === "mark");
