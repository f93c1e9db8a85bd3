import { createHash } from "node:crypto";
import { join } from "node:path";
import { type DocumentSource, decodeDocument, type StoredDocument } from "@redthread/core/build";
import type { ReportDocument } from "@redthread/core/model";
import { diskFiles } from "./case-files.js";
import { CASE_FILES, textFile } from "./case-layout.js";
import { notAsBuilt, type OpenCase, readCaseLines } from "./read-case.js";

/** Documents as they were read when the case was built, and the files they were read from. */
export interface StoredDocuments {
  /** One an input path, as reading the inputs gave them. */
  readonly documents: readonly ReportDocument[];
  readonly sources: readonly DocumentSource[];
}

/**
 * All documents of a case out of its evidence, each text held against its hash.
 * @throws RedthreadError `CASE_DAMAGED` naming the file that is not as it was built.
 */
export function readStoredDocuments(opened: OpenCase): StoredDocuments {
  const stored = readDocumentLines(opened);
  return {
    documents: stored.flatMap((one) => {
      const document = one.withText(readText(opened, one.sha256));
      return one.sources.map(({ path }) => ({ ...document, path }));
    }),
    sources: stored.flatMap(({ sources }) => sources),
  };
}

/** The documents of a case without their texts. */
export function readDocumentLines(opened: OpenCase): readonly StoredDocument[] {
  const stored: StoredDocument[] = [];
  readCaseLines(opened, CASE_FILES.documents, (line) => {
    stored.push(decodeDocument(line, stored.length + 1));
  });
  return stored;
}

function readText(opened: OpenCase, sha256: string): string {
  const file = textFile(sha256);
  const text = diskFiles.read(join(opened.folder, file));
  if (text === null) throw notAsBuilt(opened, file, "is missing");
  if (createHash("sha256").update(text).digest("hex") === sha256) return text;
  throw notAsBuilt(opened, file, "was changed after the build");
}
