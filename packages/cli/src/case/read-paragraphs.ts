import { CASE_FILES } from "./case-layout.js";
import { type OpenCase, readCaseLines } from "./read-case.js";

/** A document as a line of `documents.jsonl`: what its graph node does not hold. */
export interface DocumentLine {
  readonly id: string;
  /** Half-open ranges of the stored text, in order, with the number a reader would count to. */
  readonly paragraphs: readonly (readonly [start: number, end: number, number: number])[];
}

/** Tells which paragraph of a document an offset stands in, or null where it stands in none. */
export function readParagraphs(
  opened: OpenCase,
): (document: string, offset: number) => number | null {
  const byDocument = new Map<string, DocumentLine["paragraphs"]>();
  readCaseLines(opened, CASE_FILES.documents, (line) => {
    // Written by a build and held against the manifest's hash at the end of the file.
    const { id, paragraphs } = JSON.parse(line) as DocumentLine;
    byDocument.set(id, paragraphs);
  });
  return (document, offset) => {
    const found = byDocument.get(document)?.find(([start, end]) => start <= offset && offset < end);
    return found?.[2] ?? null;
  };
}
