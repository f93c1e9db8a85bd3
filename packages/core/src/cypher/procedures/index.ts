import type { Procedure } from "../execute/procedure.js";
import type { ReadTextFile } from "./load-csv.js";

export type { ReadTextFile } from "./load-csv.js";

/** What procedures beyond those of every engine work with. */
export interface ProcedureOptions {
  /** Opens the files that LOAD CSV may read; without it there are none. */
  readonly readTextFile?: ReadTextFile;
}

const LISTS_ALL = /show\b[^;]*\bprocedures?\b/i;

/**
 * The procedures that a query may call and that not every engine has: LOAD CSV, full-text search, graph
 * algorithms and those of apoc. Each set, and the library behind it, is loaded where the text names it.
 */
export async function proceduresFor(
  query: string,
  { readTextFile }: ProcedureOptions = {},
): Promise<readonly Procedure[]> {
  const names = (pattern: RegExp): boolean => pattern.test(query) || LISTS_ALL.test(query);
  const sets = await Promise.all([
    names(/\bload\s+csv\b/i) &&
      import("./load-csv.js").then((set) => [set.loadCsv(readTextFile ?? null)]),
    names(/\bfulltext\b/i) && import("./fulltext.js").then((set) => set.FULLTEXT_PROCEDURES),
    names(/\bgds\b/i) && import("./gds.js").then((set) => set.gdsProcedures()),
    names(/\bapoc\b/i) && import("./apoc.js").then((set) => set.APOC_PROCEDURES),
  ]);
  return sets.flatMap((set) => (set === false ? [] : set));
}
