import { basename, dirname, join } from "node:path";

/** Files of a case that a build writes. Everything else in the folder belongs to people and is kept. */
export const CASE_FILES = {
  graph: "graph.jsonl",
  claims: "claims.jsonl",
  documents: "documents.jsonl",
  candidates: "candidates.jsonl",
  schema: "schema.json",
  manifest: "manifest.json",
  texts: "texts",
} as const;

/** Human decisions: written by people, read by a build, never overwritten. */
export const JUDGEMENTS_FILE = "judgements.jsonl";

/** Names beside a case folder, hidden, that exist only while a build writes or after one was killed. */
export interface CaseSiblings {
  readonly parent: string;
  readonly lock: string;
  /** The case before, from the moment it makes room until the new one stands. */
  readonly previous: string;
  /** Start of the name under which a process writes the new case. */
  readonly nextPrefix: string;
  /** Start of the name of folders that are only left to be deleted. */
  readonly trashPrefix: string;
}

export function siblingsOf(folder: string): CaseSiblings {
  const parent = dirname(folder);
  const name = basename(folder);
  return {
    parent,
    lock: join(parent, `.${name}.lock`),
    previous: join(parent, `.${name}.previous`),
    nextPrefix: `.${name}.next-`,
    trashPrefix: `.${name}.trash-`,
  };
}

export function textFile(sha256: string): string {
  return `${CASE_FILES.texts}/${sha256}.txt`;
}
