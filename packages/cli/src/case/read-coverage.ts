import { decodeDocument } from "@redthread/core/build";
import { type BlockRole, UNREAD_ROLES } from "@redthread/core/model";
import { compareText } from "@redthread/core/text";
import { CASE_FILES } from "./case-layout.js";
import { readLog } from "./input-log.js";
import { type OpenCase, readCaseLines } from "./read-case.js";

/** Why a character of a document is or is not read for what happened. */
export const COVERAGE_KINDS = [
  "read",
  "headings",
  "furniture",
  "table",
  "quotation",
  "struck",
  "repeated",
] as const;
type CoverageKind = (typeof COVERAGE_KINDS)[number];

/** What was read of one file. */
export interface FileCoverage {
  readonly path: string;
  /** Characters of its text without blanks between lines; 0 for a file that was not read. */
  readonly characters: number;
  /** How many of them are of each kind; they sum up to `characters`. */
  readonly kinds: Readonly<Record<CoverageKind, number>>;
  /** What was noted while it was read, or why it was not. */
  readonly notes: readonly string[];
  readonly event: "read" | "failed" | "skipped";
}

const KIND_OF: Partial<Readonly<Record<BlockRole, CoverageKind>>> = {
  headline: "headings",
  byline: "headings",
  dateline: "headings",
  caption: "headings",
  boilerplate: "furniture",
  cells: "table",
  quotation: "quotation",
  struck: "struck",
  duplicate: "repeated",
};

/** What was read of every file of a case, by path; files that were not read are there too. */
export function readCoverage(opened: OpenCase): readonly FileCoverage[] {
  const files = new Map<string, FileCoverage>();
  let number = 0;
  readCaseLines(opened, CASE_FILES.documents, (line) => {
    number += 1;
    const { sources, withText } = decodeDocument(line, number);
    const { blocks, notices } = withText("");
    const kinds = { ...NOTHING };
    for (const { role, start, end } of blocks) kinds[kindOf(role)] += end - start;
    const characters = blocks.reduce((sum, { start, end }) => sum + end - start, 0);
    for (const { path } of sources)
      files.set(path, { path, characters, kinds, notes: notices, event: "read" });
  });
  for (const { path, event, reason } of readLog(opened.folder).inputs) {
    if (files.has(path)) continue;
    const notes = reason === undefined ? ["a container; what it holds stands below"] : [reason];
    files.set(path, { path, characters: 0, kinds: NOTHING, notes, event });
  }
  return [...files.values()].sort((a, b) => compareText(a.path, b.path));
}

const NOTHING: Readonly<Record<CoverageKind, number>> = {
  read: 0,
  headings: 0,
  furniture: 0,
  table: 0,
  quotation: 0,
  struck: 0,
  repeated: 0,
};

const kindOf = (role: BlockRole): CoverageKind =>
  KIND_OF[role] ?? (UNREAD_ROLES.has(role) ? "furniture" : "read");
