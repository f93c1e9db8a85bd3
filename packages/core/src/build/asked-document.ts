import { unreadFor } from "../extract/view/document-view.js";
import type { Extraction } from "../model/extraction.js";
import type { TextSpan } from "../model/text-span.js";

/** A document as it is shown to a program outside: one line of JSON. */
export interface AskedDocument {
  readonly document: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly date: string | null;
  readonly language: string | null;
  readonly text: string;
  /** The sentences that may be quoted, literally and in text order. */
  readonly sentences: readonly string[];
  /** The things that the program itself found named. */
  readonly entities: readonly AskedEntity[];
}

interface AskedEntity {
  readonly type: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

/** What a program outside is shown of a document. */
export function askedDocument({ document, entities }: Extraction): AskedDocument {
  const { id, title, publisher, date, language, text, blocks, sentences } = document;
  const read = sentences.filter((sentence) => {
    const block = blocks[sentence.block];
    return block !== undefined && unreadFor(block, sentence) === null;
  });
  return {
    document: id,
    title,
    publisher,
    date: date?.value ?? null,
    language,
    text,
    sentences: read.map((span) => cut(text, span)),
    entities: entities
      .filter(({ mentions }) => mentions.length > 0)
      .map(({ type, name, aliases }) => ({ type, name, aliases })),
  };
}

const cut = (text: string, { start, end }: TextSpan): string => text.slice(start, end).trim();
