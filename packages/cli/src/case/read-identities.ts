import { decodeIdentity } from "@redthread/core/build";
import type { IdentityLine } from "@redthread/core/model";
import type { IdentityRecord } from "@redthread/core/trace";
import { CASE_FILES } from "./case-layout.js";
import { recordOf } from "./manifest.js";
import { type OpenCase, readCaseLines } from "./read-case.js";
import { readOpenPairs } from "./read-open-pairs.js";

/**
 * What a case has written down of who is who; nothing where it was built before that was written.
 * @throws RedthreadError `CASE_DAMAGED`, `CASE_BUSY`.
 */
export function readIdentities(opened: OpenCase): IdentityRecord {
  const lines: IdentityLine[] = [];
  if (recordOf(opened.manifest, CASE_FILES.identities) !== null)
    readCaseLines(opened, CASE_FILES.identities, (line) => void lines.push(decodeIdentity(line)));
  return { lines, open: readOpenPairs(opened) };
}
