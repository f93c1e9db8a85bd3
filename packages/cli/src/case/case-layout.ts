import { basename, dirname, join } from "node:path";

/** What a file of a case is for, and so what may be done with it. */
export type FileKind =
  /** What was read. Nothing can make it again but the inputs. */
  | "evidence"
  /** Follows from evidence, people's files and pack: may be deleted, `rebuild` makes the same bytes. */
  | "derived"
  /** Written by people or other programs, read by a build, never overwritten. */
  | "people"
  /** How the case came about; says nothing about what it holds. */
  | "log";

/** Files of a case that a build writes. Everything else in the folder belongs to people and is kept. */
export const CASE_FILES = {
  graph: "graph.jsonl",
  claims: "claims.jsonl",
  documents: "documents.jsonl",
  candidates: "candidates.jsonl",
  identities: "identities.jsonl",
  origins: "origins.jsonl",
  machineClaims: "claims.machine.jsonl",
  refusedClaims: "claims.refused.jsonl",
  judged: "judged.jsonl",
  anchors: "judgements.anchors.jsonl",
  schema: "schema.json",
  log: "log.jsonl",
  manifest: "manifest.json",
  /** A cache of `graph.jsonl`, in no manifest: see graph-snapshot.ts. */
  snapshot: "graph.snapshot",
  texts: "texts",
  extractions: "extractions",
} as const;

/** Files that people keep in a case and a build goes by. */
export const PEOPLES_FILES = {
  judgements: "judgements.jsonl",
  externalClaims: "claims.external.jsonl",
  sources: "sources.yaml",
} as const;

/** Folder of a case in which each person keeps a file of judgements of their own. */
export const JUDGEMENTS_FOLDER = "judgements";

/** Whether a name in that folder is a person's file; anything else there is theirs and not read. */
export const isJudgementFile = (name: string): boolean =>
  name.endsWith(".jsonl") && !name.startsWith(".");

/** Files of lines that a build writes, with what each is for. */
export const LINES_FILES = {
  "candidates.jsonl": "derived",
  "claims.jsonl": "derived",
  "claims.machine.jsonl": "evidence",
  "claims.refused.jsonl": "derived",
  "documents.jsonl": "evidence",
  "graph.jsonl": "derived",
  "identities.jsonl": "derived",
  "judged.jsonl": "derived",
  "judgements.anchors.jsonl": "evidence",
  "origins.jsonl": "derived",
  "schema.json": "derived",
} as const satisfies Readonly<Record<string, FileKind>>;

/** A file of a case that is read line by line. */
export type LinesFile = keyof typeof LINES_FILES;

/** Files that a case has only where programs outside were asked, or people judged. */
type OptionalFile =
  | "claims.machine.jsonl"
  | "claims.refused.jsonl"
  | "judged.jsonl"
  | "judgements.anchors.jsonl";

/** Something for every file of lines that a case has. */
export type ByLinesFile<T> = Readonly<
  Record<Exclude<LinesFile, OptionalFile>, T> & Partial<Record<OptionalFile, T>>
>;

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

export function extractionFile(sha256: string): string {
  return `${CASE_FILES.extractions}/${sha256}.json`;
}
