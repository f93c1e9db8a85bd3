// What one report says, kept so that an unchanged report is not extracted again. The key names
// everything the result depends on; a stored result whose key, hash or quotes do not fit is worth
// nothing and is made anew.
import type { Claim } from "../model/claim.js";
import type { DocumentEntity } from "../model/document-entity.js";
import { type Evidence, restoreEvidence } from "../model/evidence.js";
import type { Extraction } from "../model/extraction.js";
import type { ReportDocument } from "../model/report-document.js";
import { sha256 } from "../text/sha256.js";
import { documentFacts } from "./document-lines.js";

/** What an extraction depends on beside the document. */
export interface ExtractionStamp {
  /** SHA-256 over all files of the pack. */
  readonly pack: string;
  /** Version of the program. */
  readonly version: string;
}

interface StoredExtraction {
  readonly key: string;
  readonly entities: readonly DocumentEntity[];
  readonly claims: readonly (Claim & { readonly evidence: readonly Evidence[] })[];
}

/** SHA-256 over text, layout and origin of a document, pack and version. */
function extractionKey(document: ReportDocument, stamp: ExtractionStamp): string {
  return sha256([stamp.version, stamp.pack, documentFacts(document)].join("\n"));
}

/** An extraction as one line of JSON, without a line end. */
export function encodeExtraction(extraction: Extraction, stamp: ExtractionStamp): string {
  const { document, entities, claims } = extraction;
  const stored: StoredExtraction = { key: extractionKey(document, stamp), entities, claims };
  return JSON.stringify(stored);
}

/** An extraction read back for its document, or null where it is none of this document and stamp. */
export function decodeExtraction(
  content: string,
  document: ReportDocument,
  stamp: ExtractionStamp,
): Extraction | null {
  const stored = parseStored(content);
  if (stored === null || stored.key !== extractionKey(document, stamp)) return null;
  try {
    const claims = stored.claims.map((claim) => ({
      ...claim,
      evidence: claim.evidence.map((one) => restoreEvidence(document, one)),
    }));
    // Every member was written by encodeExtraction, every quote was held against the text above.
    return { document, entities: stored.entities, claims: claims as unknown as readonly Claim[] };
  } catch {
    return null;
  }
}

function parseStored(content: string): StoredExtraction | null {
  try {
    const value: unknown = JSON.parse(content);
    if (typeof value !== "object" || value === null) return null;
    const { key, entities, claims } = value as Readonly<Record<string, unknown>>;
    const isStored = typeof key === "string" && Array.isArray(entities) && Array.isArray(claims);
    return isStored ? (value as StoredExtraction) : null;
  } catch {
    return null;
  }
}
