import type { PageLine } from "@redthread/core/build";

/** Cells of one row that are read; what is further right is no table. */
const MOST_CELLS = 200;

/** Rows of one table as lines, each with its name; empty ones part tables. */
export function rowLines(
  rows: Iterable<{ readonly cells: readonly string[]; readonly place: string }>,
): PageLine[] {
  const lines: PageLine[] = [];
  for (const { cells, place } of rows) {
    const filled = cells.slice(0, MOST_CELLS).map((cell) => cell.replace(/\s+/g, " ").trim());
    while (filled.at(-1) === "") filled.pop();
    if (filled.every((cell) => cell === "")) {
      if (lines.length > 0) lines.push({ text: "" });
    } else lines.push({ text: "", cells: filled, place });
  }
  return lines;
}
