import { decodeDocument } from "@redthread/core/build";
import type { ReportDocument } from "@redthread/core/model";
import { CASE_FILES } from "./case-layout.js";
import { type OpenCase, readCaseLines } from "./read-case.js";

/**
 * Tells where an offset of a document stands: the name of a page or row where its format has such places,
 * else the number of its paragraph; null where it stands in none.
 */
export function readParagraphs(
  opened: OpenCase,
): (document: string, offset: number) => number | string | null {
  const byDocument = new Map<string, Pick<ReportDocument, "blocks" | "places">>();
  let number = 0;
  readCaseLines(opened, CASE_FILES.documents, (line) => {
    number += 1;
    const { id, blocks, places = [] } = decodeDocument(line, number).withText("");
    byDocument.set(id, { blocks, places });
  });
  return (document, offset) => {
    const holds = ({ start, end }: { readonly start: number; readonly end: number }): boolean =>
      start <= offset && offset < end;
    const found = byDocument.get(document);
    return found?.places?.find(holds)?.name ?? found?.blocks.find(holds)?.paragraph ?? null;
  };
}
