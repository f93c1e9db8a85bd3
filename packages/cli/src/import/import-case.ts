// A case out of a graph that another program wrote. The file is its evidence: the graph follows from
// the stored text, and from nothing else, so that it can be derived again and held against it.

import { join } from "node:path";
import { RedthreadError } from "@redthread/core/errors";
import { graphLines, type PropertyGraph } from "@redthread/core/graph";
import { diskFiles } from "../case/case-files.js";
import { CASE_FILES, textFile } from "../case/case-layout.js";
import type { CaseLock } from "../case/case-lock.js";
import { makeSnapshot } from "../case/graph-snapshot.js";
import { type LoggedInput, logLines, placeFrom, readLog } from "../case/input-log.js";
import type { ImportRecord } from "../case/manifest.js";
import { recordOf } from "../case/manifest.js";
import { readPeoplesFiles } from "../case/peoples-files.js";
import { fileProblem, notAsBuilt, type OpenCase, openCase } from "../case/read-case.js";
import { writeCase } from "../case/write-case.js";
import { VERSION } from "../version.js";
import { formatNamed, type GraphFile, readGraphTexts } from "./graph-file.js";

/** Writes the case of a graph file and puts it in place. */
export function importInto(lock: CaseLock, read: GraphFile): void {
  const inputs = read.files.map(({ path, file, sha256 }): LoggedInput => {
    return { event: "read", path, file: placeFrom(lock.folder, file), sha256 };
  });
  write(lock, read, inputs);
}

/**
 * Makes an imported case again out of its stored files.
 * @throws RedthreadError `CASE_DAMAGED`, `GRAPH_INVALID`.
 */
export async function reimportInto(lock: CaseLock, record: ImportRecord): Promise<PropertyGraph> {
  const opened = openCase(lock.folder, lock.name);
  const read = await importedGraph(opened, record);
  write(lock, read, readLog(lock.folder).inputs);
  return read.graph;
}

/** The graph that follows from the stored files of an imported case. */
export async function importedGraph(opened: OpenCase, { format, files }: ImportRecord) {
  const stored = files.map(({ path, sha256 }) => ({
    path,
    sha256,
    text: storedText(opened, sha256),
  }));
  return readGraphTexts(formatNamed(format), stored);
}

function storedText(opened: OpenCase, sha256: string): string {
  const file = textFile(sha256);
  const problem = fileProblem(opened, file, recordOf(opened.manifest, file) ?? {});
  const text = diskFiles.read(join(opened.folder, file));
  if (problem === null && text !== null) return text;
  throw notAsBuilt(opened, file, problem ?? "is missing");
}

type Written = Pick<GraphFile, "graph" | "format"> & {
  readonly files: readonly {
    readonly path: string;
    readonly sha256: string;
    readonly text: string;
  }[];
};

function write(
  lock: CaseLock,
  { graph, format, files }: Written,
  inputs: readonly LoggedInput[],
): void {
  writeCase(lock, {
    texts: files.map(({ sha256, text }) => ({ sha256, text })),
    extractions: [],
    log: logLines({ program: "", inputs }),
    people: readPeoplesFiles(lock.folder).records,
    lines: { ...importedLines(graph), [CASE_FILES.documents]: [] },
    about: {
      redthread: VERSION,
      pack: { name: "", version: "", sha256: "" },
      documents: 0,
      nodes: graph.nodeCount,
      relationships: graph.relationshipCount,
      claims: 0,
      reviews: 0,
      imported: { format, files: files.map(({ path, sha256 }) => ({ path, sha256 })) },
    },
  });
  makeSnapshot(openCase(lock.folder, lock.name));
}

/** Files that follow from an imported graph; it brings no types, so those it shows are taken. */
export const importedLines = (graph: PropertyGraph) => ({
  [CASE_FILES.graph]: graphLines(graph),
  [CASE_FILES.claims]: [],
  [CASE_FILES.candidates]: [],
  [CASE_FILES.identities]: [],
  [CASE_FILES.origins]: [],
  [CASE_FILES.schema]: [],
});

/** @throws RedthreadError `USAGE` where only reports can be built again. */
export function assertPlain(record: ImportRecord, option: string | undefined): void {
  if (option === undefined) return;
  throw new RedthreadError(
    "USAGE",
    `The case was imported from \`${record.files[0]?.path ?? ""}\`, which no pack has read. Leave \`--pack\` out.`,
  );
}
