// Where the lines of a page came to stand in the text: pages and rows that a reader can be sent to, and
// the ranges that the sentences of table rows are made of.
import type { Block, DocumentPlace, SpokenRow } from "../model/report-document.js";
import type { LaidLine } from "./tables/lay-out-tables.js";

/** Start of each line in the text that was joined from the lines. */
function startsOf(text: string): readonly number[] {
  const starts: number[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    starts.push(start);
    start += line.length + 1;
  }
  return starts;
}

/** The places of a text by its lines; neighbours of one name are one place. */
export function findPlaces(text: string, lines: readonly LaidLine[]): readonly DocumentPlace[] {
  const starts = startsOf(text);
  const places: DocumentPlace[] = [];
  for (const [at, start] of starts.entries()) {
    const name = lines[at]?.place;
    if (name === undefined) continue;
    const end = (starts[at + 1] ?? text.length + 1) - 1;
    if (end <= start) continue;
    const last = places.at(-1);
    if (last?.name === name) places[places.length - 1] = { ...last, end };
    else places.push({ name, start, end });
  }
  return places;
}

/** The sentences of rows in ranges of the text, by block. */
export function placeRows(
  text: string,
  lines: readonly LaidLine[],
  blocks: readonly Block[],
): readonly SpokenRow[] {
  const starts = startsOf(text);
  const byStart = new Map(blocks.flatMap((one) => (one.role === "row" ? [[one.start, one]] : [])));
  return starts.flatMap((start, at): SpokenRow[] => {
    const line = lines[at];
    if (line?.pieces === undefined) return [];
    // A block begins with the first letter of its line; an empty first cell leaves blanks in front.
    const blanks = line.text.length - line.text.trimStart().length;
    const block = byStart.get(start + blanks);
    if (block === undefined) return [];
    const pieces = line.pieces.map((piece) =>
      typeof piece === "string" ? piece : ([start + piece[0], start + piece[1]] as const),
    );
    return [{ block: block.index, pieces }];
  });
}
