import type { TableWords } from "../../packs/table-schemas.js";

/** A piece of a sentence: words, or the column whose cell stands there. */
export type SaidPiece = string | { readonly column: string };

const PART = /\{([a-z]+)\}|\[((?:[^[\]]|\[[^[\]]*\])*)\]/g;

/**
 * The pieces of a sentence of the pack for a row that fills some columns; null where a column outside
 * brackets is not filled. Brackets nest once.
 */
function saySentence(
  pattern: string,
  isFilled: (column: string) => boolean,
): readonly SaidPiece[] | null {
  const pieces: SaidPiece[] = [];
  let from = 0;
  for (const { index, 0: part, 1: column, 2: inner } of pattern.matchAll(PART)) {
    pieces.push(pattern.slice(from, index));
    from = index + part.length;
    if (column !== undefined) {
      if (!isFilled(column)) return null;
      pieces.push({ column });
    } else pieces.push(...(saySentence(inner ?? "", isFilled) ?? []));
  }
  pieces.push(pattern.slice(from));
  return pieces.filter((piece) => piece !== "");
}

/** The sentence for rows that fill some columns of a table about something, or null where none fits. */
export function chooseSentence(
  { rows }: TableWords,
  isFilled: (column: string) => boolean,
  isAbout: (word: string) => boolean,
): readonly SaidPiece[] | null {
  for (const { needs, about, say } of rows) {
    if (!needs.every(isFilled) || (about.length > 0 && !about.some(isAbout))) continue;
    const said = saySentence(say, isFilled);
    if (said !== null) return said;
  }
  return null;
}
