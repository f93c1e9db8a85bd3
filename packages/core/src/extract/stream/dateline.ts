import type { Item } from "./item.js";

/** Longest dateline, in items. */
const LONGEST = 18;
const DASHES: ReadonlySet<string> = new Set(["-", "–", "—"]);

/**
 * First item behind the dateline that opens a sentence, `HOMS, 9 July (Levant Wire) -`, or 0. A
 * dateline holds names, dates, capitals and signs only, and ends in a dash with a blank behind it.
 */
export function datelineEnd(items: readonly Item[]): number {
  let dated = false;
  for (let at = 0; at < Math.min(items.length, LONGEST); at += 1) {
    const item = items[at] as Item;
    const next = items[at + 1];
    if (at > 0 && item.kind === "mark" && DASHES.has(item.word)) {
      const parted = (items[at - 1]?.end ?? 0) < item.start || item.word !== "-";
      if (parted && next !== undefined && next.start > item.end) return at + 1;
    }
    if (item.kind === "date") dated = true;
    if (item.kind === "quantity" || (item.kind === "word" && !item.capital)) return 0;
    if (item.kind === "mark" && item.word === ":" && !dated) return 0;
  }
  return 0;
}
