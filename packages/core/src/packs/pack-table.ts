import type { z } from "zod";
import { RedthreadError } from "../errors/redthread-error.js";

/** Cells of a list column are parted by this sign. */
const LIST_SEPARATOR = "|";

/** The parts of a list cell, blanks trimmed, empty ones left out. */
export function listCell(cell: string): string[] {
  return cell
    .split(LIST_SEPARATOR)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/**
 * Rows of a tab-separated pack file. Lines that start with `#` and blank lines are notes; the first
 * other line names the columns; missing cells at the end of a line are empty.
 * @throws RedthreadError `PACK_INVALID` naming file and line.
 */
export function parseTable<T>(file: string, content: string, schema: z.ZodType<T>): T[] {
  const rows: T[] = [];
  let columns: readonly string[] | undefined;
  for (const [index, line] of content.split("\n").entries()) {
    const text = line.replace(/\r$/, "");
    if (text === "" || text.startsWith("#")) continue;
    const cells = text.split("\t");
    if (columns === undefined) {
      columns = cells;
      continue;
    }
    rows.push(parseRow(file, index + 1, columns, cells, schema));
  }
  return rows;
}

function parseRow<T>(
  file: string,
  line: number,
  columns: readonly string[],
  cells: readonly string[],
  schema: z.ZodType<T>,
): T {
  if (cells.length > columns.length) {
    throw packInvalid(
      file,
      line,
      `has ${cells.length} cells, but the header names ${columns.length} columns`,
    );
  }
  const row = Object.fromEntries(columns.map((column, at) => [column, cells[at]?.trim() ?? ""]));
  const parsed = schema.safeParse(row);
  if (parsed.success) return parsed.data;
  throw packInvalid(file, line, describeIssue(parsed.error));
}

/** The first fault of a validation in words, with the path to it. */
export function describeIssue(error: z.ZodError): string {
  const issue = error.issues[0];
  if (issue === undefined) return "does not have the expected shape";
  const path = issue.path.map(String).join(".");
  return path === "" ? issue.message : `has a fault at \`${path}\`: ${issue.message}`;
}

/** The error of a pack file, with file and line where one is known. */
export function packInvalid(file: string, line: number | null, fault: string): RedthreadError {
  const where = line === null ? `\`${file}\`` : `\`${file}\` line ${line}`;
  return new RedthreadError(
    "PACK_INVALID",
    `Domain pack: ${where} ${fault}. Correct the file; its form is described in packs/README.md.`,
  );
}

/** The error of a file that every pack of its layer has. */
export const packMissing = (file: string): RedthreadError =>
  new RedthreadError(
    "PACK_INVALID",
    `Domain pack: \`${file}\` is missing. Write it; packs/README.md says what it holds.`,
  );
