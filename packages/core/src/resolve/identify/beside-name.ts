// The words just before and behind a name in its sentence: what a report says of a thing in passing.
import type { DocumentEntity } from "../../model/document-entity.js";
import type { Extraction } from "../../model/extraction.js";
import { foldName } from "../../text/fold.js";

/** Folded words beside one mention, in the order of the text. */
export interface BesideName {
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Words in capitals that go on where the name ends: `Red Reed Vieja Guardia`. Empty where none do. */
  readonly further: string;
}

/** Words read on either side, and letters that hold them as a rule. */
const WORDS = 8;
const LETTERS = 80;
/** Mentions read at most: what a report tells of a thing it tells early. */
const MENTIONS = 12;

/** Words of a name go on with a capital and small letters, or a short one in capitals, behind a blank. */
const FURTHER = /^(?: \p{Lu}(?:\p{Ll}[\p{L}\p{M}'’-]*|\p{Lu}{0,2}(?![\p{L}\d])))+/u;

/** Reads what stands beside the names of document entities. */
export function createBesideName(
  extractions: readonly Extraction[],
): (entity: DocumentEntity) => readonly BesideName[] {
  const documents = new Map(extractions.map(({ document }) => [document.id, document]));
  return ({ document: id, mentions }) => {
    const document = documents.get(id);
    if (document === undefined) return [];
    return mentions.slice(0, MENTIONS).map(({ start, end, sentence }) => {
      const bounds = document.sentences[sentence];
      const from = Math.max(bounds?.start ?? 0, start - LETTERS);
      const to = Math.min(bounds?.end ?? end, end + LETTERS);
      return {
        before: wordsOf(document.text.slice(from, start)).slice(-WORDS),
        after: wordsOf(document.text.slice(end, to)).slice(0, WORDS),
        further: foldName(FURTHER.exec(document.text.slice(end, to))?.[0] ?? ""),
      };
    });
  };
}

/** Words before and behind a name that are said of it, more often than not. */
const CLOSE = { before: 4, after: 5 };

/** The words so close to a name that they are said of it. */
export const saidOf = ({ before, after }: BesideName): readonly string[] => [
  ...before.slice(-CLOSE.before),
  "|",
  ...after.slice(0, CLOSE.after),
];

const wordsOf = (text: string): readonly string[] =>
  foldName(text.replaceAll(/[’']s\b/g, " s "))
    .split(" ")
    .filter((word) => word !== "");
