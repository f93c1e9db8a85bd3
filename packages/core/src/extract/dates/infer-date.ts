import type { ReportDate, ReportDocument } from "../../model/report-document.js";
import type { WordLists } from "../../packs/word-lists.js";
import { readTokens } from "../words/read-tokens.js";
import { resolveDate } from "./resolve-date.js";
import { spotCalendar } from "./spot-calendar.js";

/** Blocks at the top of a report where a full date is taken for the day it is about. */
const TOP_BLOCKS = 4;

/**
 * The day that an undated report's weekdays and months are read against: a full date in a caption
 * or at its top, or the only full date it holds; null where there is neither.
 */
export function inferDate(document: ReportDocument, words: WordLists): ReportDate | null {
  const top = fullDates(
    document,
    words,
    (block) => block.role === "caption" || block.index < TOP_BLOCKS,
  );
  const first = top[0];
  return first === undefined ? null : { value: first, basis: "text" };
}

function fullDates(
  document: ReportDocument,
  words: WordLists,
  wanted: (block: ReportDocument["blocks"][number]) => boolean,
): string[] {
  const found: string[] = [];
  for (const block of document.blocks) {
    if (block.role === "boilerplate" || block.role === "duplicate" || !wanted(block)) continue;
    const tokens = readTokens(words, document.text, block.start, block.end);
    for (let at = 0; at < tokens.length; at += 1) {
      const spotted = spotCalendar(tokens, at);
      if (spotted === null) continue;
      const { expression } = spotted;
      const full =
        (expression.type === "day" && expression.year !== null) || expression.type === "numeric";
      const date = full
        ? resolveDate(expression, { report: null, order: document.dateOrder, told: null })
        : null;
      if (date?.value != null) found.push(date.value);
      at = spotted.next - 1;
    }
  }
  return found;
}
