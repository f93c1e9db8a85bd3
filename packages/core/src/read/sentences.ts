import type { Block, Sentence } from "../model/report-document.js";
import type { DomainPack } from "../packs/domain-pack.js";

/** Sentences of the blocks, in text order. */
export function splitSentences(
  text: string,
  blocks: readonly Block[],
  _pack: DomainPack,
): Sentence[] {
  const sentences: Sentence[] = [];
  for (const block of blocks) {
    let start = block.start;
    for (const match of text
      .slice(block.start, block.end)
      .matchAll(/[.!?]["”’)]? (?=["“‘(]?\p{Lu})/gu)) {
      const end = block.start + match.index + match[0].length - 1;
      sentences.push({ index: sentences.length, block: block.index, start, end });
      start = end + 1;
    }
    if (start < block.end)
      sentences.push({ index: sentences.length, block: block.index, start, end: block.end });
  }
  return sentences;
}
