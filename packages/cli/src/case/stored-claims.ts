import { decodeClaims, decodeOrigins, type StoredOrigins } from "@redthread/core/build";
import type { Claim, ReportDocument } from "@redthread/core/model";
import { CASE_FILES } from "./case-layout.js";
import { type OpenCase, readCaseLines } from "./read-case.js";
import { readStoredDocuments } from "./stored-documents.js";

/** The documents of a case by id, each with its text; of copies of one file the first path. */
export function readDocuments(opened: OpenCase): ReadonlyMap<string, ReportDocument> {
  const documents = new Map<string, ReportDocument>();
  for (const document of readStoredDocuments(opened).documents)
    if (!documents.has(document.id)) documents.set(document.id, document);
  return documents;
}

/**
 * Every single claim of a case, its quotes held against the texts.
 * @throws RedthreadError `CASE_DAMAGED`, `EVIDENCE_NOT_IN_TEXT`.
 */
export function readClaims(
  opened: OpenCase,
  documents: ReadonlyMap<string, ReportDocument>,
): readonly Claim[] {
  const lines: string[] = [];
  readCaseLines(opened, CASE_FILES.claims, (line) => void lines.push(line));
  return decodeClaims(lines.join("\n"), (id) => documents.get(id));
}

/** What the reports of a case lean on and take back. */
export function readOrigins(opened: OpenCase): StoredOrigins {
  const lines: string[] = [];
  readCaseLines(opened, CASE_FILES.origins, (line) => void lines.push(line));
  return decodeOrigins(lines);
}
