import { RedthreadError } from "@redthread/core/errors";
import type { OpenPair } from "@redthread/core/trace";
import { CASE_FILES } from "../case/case-layout.js";
import { type OpenCase, readCaseLines } from "../case/read-case.js";

/**
 * The pairs of a case that wait for a person.
 * @throws RedthreadError `CASE_DAMAGED`, `CASE_BUSY`.
 */
export function readOpenPairs(opened: OpenCase): readonly OpenPair[] {
  const pairs: OpenPair[] = [];
  readCaseLines(opened, CASE_FILES.candidates, (line) => {
    if (line.trim() !== "") pairs.push(parsePair(line, opened.name));
  });
  return pairs;
}

/** A build wrote it, so its shape is known once it is JSON. */
function parsePair(line: string, name: string): OpenPair {
  try {
    return JSON.parse(line) as OpenPair;
  } catch {
    throw new RedthreadError(
      "CASE_DAMAGED",
      `\`${name}/${CASE_FILES.candidates}\` has a line that is no JSON. Build the case again from its reports.`,
    );
  }
}
