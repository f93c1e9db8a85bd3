import type { ReportDocument } from "../../model/report-document.js";
import { countInvisible } from "../../text/invisible.js";
import { tellsNoAction } from "../operations/merge-frames.js";
import { type Unread, unreadFor } from "../view/document-view.js";
import type { ReadCounts } from "./explanation.js";

type TextCounts = Pick<ReadCounts, "characters" | "read" | "headings" | "leftOut" | "invisible">;

/** How much of a report's text rules read, in the sentences of its blocks. */
export function countText({ text, blocks, sentences }: ReportDocument): TextCounts {
  const leftOut: Record<Unread, number> = {
    furniture: 0,
    repeated: 0,
    table: 0,
    quotation: 0,
    struck: 0,
    "too-long": 0,
  };
  let read = 0;
  let headings = 0;
  for (const sentence of sentences) {
    const block = blocks[sentence.block];
    const unread = block === undefined ? "furniture" : unreadFor(block, sentence);
    const length = sentence.end - sentence.start;
    if (unread !== null) leftOut[unread] += length;
    else if (block !== undefined && tellsNoAction(block.role)) headings += length;
    else read += length;
  }
  return {
    characters: text.length,
    read,
    headings,
    leftOut,
    invisible: countInvisible(text),
  };
}
