import type { TableWords } from "../../packs/table-schemas.js";
import { foldName } from "../../text/fold.js";

/** What one column of a table is. */
export interface Column {
  /** Its name in the pack, or null for a heading that means nothing there. */
  readonly name: string | null;
  /** The unit that its heading states in brackets, or empty. */
  readonly unit: string;
}

/** Rows at the top among which the headings are sought: a sheet may open with a title. */
const TOP_ROWS = 10;
const UNIT = /^(.*?)[\s,]*[([]\s*([\p{L}%€$£]{1,12})\s*[)\]]\s*$/u;

/** The row that holds the headings, and what they say of each column. */
export interface Headings {
  readonly at: number;
  readonly columns: readonly Column[];
  /** Headings that were given again, of which the first counts. */
  readonly repeated: readonly string[];
}

/** The headings of a table, or null where no row of its top names two columns of the pack. */
export function findHeadings(
  rows: readonly (readonly string[])[],
  tables: TableWords,
): Headings | null {
  let best: Headings | null = null;
  let most = 1;
  for (const [at, row] of rows.slice(0, TOP_ROWS).entries()) {
    const found = readHeadings(row, tables);
    const known = found.columns.filter(({ name }) => name !== null).length;
    const isMore = known > most && known * 2 >= row.filter((cell) => cell.trim() !== "").length;
    if (isMore) {
      best = { ...found, at };
      most = known;
    }
  }
  return best;
}

/** Columns by their headings; each name goes to the first column that bears it. */
function readHeadings(row: readonly string[], tables: TableWords): Omit<Headings, "at"> {
  const taken = new Set<string>();
  const repeated: string[] = [];
  const columns = row.map((cell): Column => {
    const [, head = cell, unit = ""] = UNIT.exec(cell) ?? [];
    const folded = foldName(head.replaceAll("_", " "));
    const found = Object.entries(tables.columns).find(
      ([, words]) => folded !== "" && words.some((word) => foldName(word) === folded),
    );
    const name = found?.[0] ?? null;
    if (name !== null && taken.has(name)) {
      repeated.push(cell.trim());
      return { name: null, unit: "" };
    }
    if (name !== null) taken.add(name);
    return { name, unit };
  });
  return { columns, repeated };
}
