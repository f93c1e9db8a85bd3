import type { Block } from "../model/report-document.js";
import type { DomainPack } from "../packs/domain-pack.js";

/** Blocks of a text: one a line that is not blank. */
export function splitBlocks(text: string, _pack: DomainPack): Block[] {
  const blocks: Block[] = [];
  let start = 0;
  let paragraph = 0;
  for (const line of text.split("\n")) {
    if (line.trim() !== "") {
      const from = start + line.length - line.trimStart().length;
      const to = start + line.trimEnd().length;
      paragraph += 1;
      blocks.push({ index: blocks.length, role: "paragraph", paragraph, start: from, end: to });
    }
    start += line.length + 1;
  }
  return blocks;
}
