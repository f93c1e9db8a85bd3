// A table row is read as the sentence that its cells make. The words between the cells stand in no file:
// what is found is told in offsets of the cells, a quote of several as the row from the first to the last.
import type { ReportDocument, SpokenRow } from "../model/report-document.js";
import { firstFrom } from "../text/first-from.js";
import type { FoldedText } from "../text/invisible.js";

/** Text taken over as it stands, by where it begins in the spoken and in the whole text. */
interface Copied {
  readonly at: number;
  readonly from: number;
  readonly length: number;
}

/** A row, or the text between two rows. */
interface Stretch {
  readonly isRow: boolean;
  /** In the whole text. */
  readonly start: number;
  readonly end: number;
  /** In the spoken text. */
  readonly saidStart: number;
  readonly saidEnd: number;
}

/** A report with its rows said, and the way back; null for one without rows that are read. */
export function speakRows({ text, blocks, rows = [] }: ReportDocument): FoldedText | null {
  if (rows.length === 0) return null;
  const parts: string[] = [];
  const copied: Copied[] = [];
  const stretches: Stretch[] = [];
  let said = 0;
  let from = 0;
  const copy = (start: number, end: number): void => {
    const piece = text.slice(start, end);
    if (piece === "") return;
    copied.push({ at: said, from: start, length: piece.length });
    parts.push(piece);
    said += piece.length;
  };
  const stretch = (isRow: boolean, start: number, end: number, write: () => void): void => {
    const saidStart = said;
    write();
    stretches.push({ isRow, start, end, saidStart, saidEnd: said });
    from = end;
  };
  const say = ({ pieces }: SpokenRow): void => {
    for (const piece of pieces) {
      if (typeof piece !== "string") copy(...piece);
      else {
        parts.push(piece);
        said += piece.length;
      }
    }
  };
  for (const row of rows) {
    const block = blocks[row.block];
    if (block === undefined || block.start < from) continue;
    const { start, end } = block;
    stretch(false, from, start, () => copy(from, start));
    stretch(true, start, end, () => say(row));
  }
  stretch(false, from, text.length, () => copy(from, text.length));
  return { text: parts.join(""), ...waysBack(copied, stretches) };
}

function waysBack(
  copied: readonly Copied[],
  stretches: readonly Stretch[],
): Pick<FoldedText, "whole" | "folded"> {
  const foldedOf = (offset: number, isEnd: boolean): number => {
    const next = firstFrom(stretches, ({ start }) => (isEnd ? start >= offset : start > offset));
    const one = stretches[Math.max(0, next - 1)];
    if (one === undefined) return offset;
    if (!one.isRow) return one.saidStart + (offset - one.start);
    return isEnd ? one.saidEnd : one.saidStart;
  };
  return {
    whole: (span) => wholeOf(span, copied) ?? rowOf(span.start, stretches),
    folded: ({ start, end }) => ({
      start: foldedOf(start, false),
      end: end > start ? foldedOf(end, true) : foldedOf(start, false),
    }),
  };
}

/** From the first to the last letter of the cells and texts that a stretch touches, or null. */
function wholeOf(
  { start, end }: { readonly start: number; readonly end: number },
  copied: readonly Copied[],
): { start: number; end: number } | null {
  let first = Number.POSITIVE_INFINITY;
  let last = -1;
  for (
    let at = firstFrom(copied, (one) => one.at + one.length > start);
    at < copied.length;
    at += 1
  ) {
    const one = copied[at];
    if (one === undefined || one.at >= Math.max(end, start + 1)) break;
    first = Math.min(first, one.from + Math.max(0, start - one.at));
    last = Math.max(last, one.from + Math.min(one.length, end - one.at));
  }
  return last < first ? null : { start: first, end: last };
}

/** The row in whose words a stretch lies. */
function rowOf(offset: number, stretches: readonly Stretch[]): { start: number; end: number } {
  const one = stretches[firstFrom(stretches, ({ saidEnd }) => saidEnd > offset)];
  return one === undefined ? { start: 0, end: 0 } : { start: one.start, end: one.end };
}
