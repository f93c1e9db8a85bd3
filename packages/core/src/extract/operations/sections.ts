import type { DocumentView } from "../stream/document-view.js";
import type { SentenceView } from "../stream/sentence-view.js";

/**
 * The section of each sentence view. A digest tells one action a section: its blocks open with a
 * bullet, a number, a date line or a place in capitals. A report without such blocks is one section.
 */
export function sectionsOf(view: DocumentView): number[] {
  const openers = new Set<number>();
  let last = -1;
  for (const sentence of view.sentences) {
    if (sentence.block.index === last) continue;
    last = sentence.block.index;
    if (opensSection(view, sentence)) openers.add(last);
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

const NUMBERED = /^\d{1,2}[.)]\s/;
const CAPITALS = /^[\p{Lu}\p{M}' -]{3,40}(?:, \p{Lu}[\p{L} ]+)?\s?[.:–—-]\s/u;
const DATE_LINE = /^\d{1,2} \p{Lu}{3,9} \d{4}[.:]/u;

function opensSection({ document }: DocumentView, { block }: SentenceView): boolean {
  if (block.role === "bullet") return true;
  const start = document.text.slice(block.start, block.start + 60);
  return NUMBERED.test(start) || CAPITALS.test(start) || DATE_LINE.test(start);
}
