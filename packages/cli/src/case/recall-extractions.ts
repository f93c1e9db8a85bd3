import { createHash } from "node:crypto";
import { join } from "node:path";
import { decodeExtraction, type ExtractionStamp } from "@redthread/core/build";
import { RedthreadError } from "@redthread/core/errors";
import type { Extraction, ReportDocument } from "@redthread/core/model";
import { diskFiles } from "./case-files.js";
import { extractionFile } from "./case-layout.js";
import { readLog } from "./input-log.js";
import { recordOf } from "./manifest.js";
import { type OpenCase, openCase } from "./read-case.js";

/**
 * What the build before extracted, by document. A result counts only when it is byte for byte the one
 * that was written, by this very program, from this very document, with this very pack.
 */
export function recallExtractions(
  folder: string,
  stamp: ExtractionStamp,
  program: string,
): (document: ReportDocument) => Extraction | null {
  const opened = caseBefore(folder);
  if (opened === null || readLog(opened.folder).program !== program) return () => null;
  return (document) => {
    const file = extractionFile(document.sha256);
    const text = diskFiles.read(join(opened.folder, file));
    if (text === null) return null;
    const found = createHash("sha256").update(text).digest("hex");
    if (recordOf(opened.manifest, file)?.sha256 !== found) return null;
    return decodeExtraction(text, document, stamp);
  };
}

/** The case that stands in the folder, unless it is none that can be read. */
function caseBefore(folder: string): OpenCase | null {
  try {
    return openCase(folder, folder);
  } catch (error) {
    if (error instanceof RedthreadError) return null;
    throw error;
  }
}
