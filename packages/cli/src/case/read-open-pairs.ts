import type { OpenPair } from "@redthread/core/trace";
import { CASE_FILES } from "./case-layout.js";
import { type OpenCase, readCaseLines } from "./read-case.js";

/**
 * The pairs of a case that wait for a person, in the order of its file.
 * @throws RedthreadError `CASE_DAMAGED`, `CASE_BUSY`.
 */
export function readOpenPairs(opened: OpenCase): readonly OpenPair[] {
  const pairs: OpenPair[] = [];
  readCaseLines(opened, CASE_FILES.candidates, (line) => {
    // A build wrote it, and its hash is compared when all lines were read.
    if (line !== "") pairs.push(JSON.parse(line) as OpenPair);
  });
  return pairs;
}
