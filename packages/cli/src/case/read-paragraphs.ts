import { decodeDocument } from "@redthread/core/build";
import { CASE_FILES } from "./case-layout.js";
import { type OpenCase, readCaseLines } from "./read-case.js";

interface Paragraph {
  readonly start: number;
  readonly end: number;
  readonly paragraph?: number;
}

/** Tells which paragraph of a document an offset stands in, or null where it stands in none. */
export function readParagraphs(
  opened: OpenCase,
): (document: string, offset: number) => number | null {
  const byDocument = new Map<string, readonly Paragraph[]>();
  let number = 0;
  readCaseLines(opened, CASE_FILES.documents, (line) => {
    number += 1;
    const { id, blocks } = decodeDocument(line, number).withText("");
    byDocument.set(id, blocks);
  });
  return (document, offset) => {
    const found = byDocument
      .get(document)
      ?.find(({ start, end }) => start <= offset && offset < end);
    return found?.paragraph ?? null;
  };
}
