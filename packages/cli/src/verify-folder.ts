import { join } from "node:path";
import { decodeClaims, verifyCase } from "@redthread/core/build";
import { RedthreadError } from "@redthread/core/errors";
import { GraphLoader, PropertyGraph } from "@redthread/core/graph";
import type { Claim } from "@redthread/core/model";
import { diskFiles } from "./case/case-files.js";
import { CASE_FILES, textFile } from "./case/case-layout.js";
import { fileProblem, type OpenCase, openCase } from "./case/read-case.js";
import { readLines } from "./case/read-lines.js";
import { pathFrom } from "./case-option.js";
import type { Io } from "./io.js";

/** Something in a case folder that no longer proves what it says. */
interface FolderProblem {
  readonly kind: string;
  /** Path of the report it concerns, or null where it is no single one. */
  readonly document: string | null;
  /** Id of the document, node, relationship or claim, or the name of a file of the case. */
  readonly id: string;
  readonly reason: string;
}

export interface FolderVerification {
  readonly documents: number;
  readonly quotes: number;
  readonly problems: readonly FolderProblem[];
}

interface StoredDocument {
  readonly id: string;
  readonly path: string;
  readonly sha256: string;
}

/**
 * Reads all of a case: every file against the manifest, every stored text against its hash, every
 * quote against its text. What is damaged is listed, and the rest is checked all the same.
 * @throws RedthreadError `CASE_NOT_FOUND`, or `CASE_DAMAGED` where not even the manifest can be read.
 */
export function verifyFolder(name: string, io: Io): FolderVerification {
  const opened = openCase(pathFrom(io, name), name);
  const graph = tolerantly(() => readGraph(opened));
  const documents = graph.value === null ? [] : documentsOf(graph.value);
  const pathByFile = new Map(documents.map(({ sha256, path }) => [textFile(sha256), path]));
  const problems = fileProblems(opened, pathByFile);
  if (graph.problem !== null) problems.push(unreadable(CASE_FILES.graph, graph.problem));
  const texts = readTexts(opened, documents);
  const claims = tolerantly(() => readClaims(opened, texts));
  if (claims.problem !== null) problems.push(unreadable(CASE_FILES.claims, claims.problem));
  const found = verifyCase({
    graph: graph.value ?? new PropertyGraph(),
    texts,
    claims: claims.value ?? [],
  });
  const pathById = new Map(documents.map(({ id, path }) => [id, path]));
  for (const { kind, id, reason } of found.problems) {
    problems.push({ kind, document: pathById.get(id) ?? quotedPath(reason, pathById), id, reason });
  }
  return { documents: documents.length, quotes: found.quotes, problems };
}

function fileProblems(opened: OpenCase, pathByFile: ReadonlyMap<string, string>): FolderProblem[] {
  return Object.entries(opened.manifest.files).flatMap(([file, record]) => {
    const problem = fileProblem(opened, file, record);
    if (problem === null) return [];
    const kind = problem === "is missing" ? "file-missing" : "file-changed";
    return [{ kind, document: pathByFile.get(file) ?? null, id: file, reason: problem }];
  });
}

function unreadable(file: string, reason: string): FolderProblem {
  return { kind: "file-unreadable", document: null, id: file, reason };
}

/** The value, or the sentence of the failure that kept it. */
function tolerantly<T>(read: () => T): {
  readonly value: T | null;
  readonly problem: string | null;
} {
  try {
    return { value: read(), problem: null };
  } catch (error) {
    if (error instanceof RedthreadError) return { value: null, problem: error.message };
    if (error instanceof Error && "code" in error) return { value: null, problem: null };
    throw error;
  }
}

function readGraph(opened: OpenCase): PropertyGraph {
  const loader = new GraphLoader();
  for (const line of readLines(join(opened.folder, CASE_FILES.graph))) loader.add(line);
  return loader.finish();
}

function documentsOf(graph: PropertyGraph): readonly StoredDocument[] {
  const documents: StoredDocument[] = [];
  graph.forEachNode("Document", (node) => {
    const read = (key: string) => String(graph.nodeProperty(node, key) ?? "");
    documents.push({ id: read("id"), path: read("path"), sha256: read("sha256") });
    return undefined;
  });
  return documents;
}

function readTexts(
  opened: OpenCase,
  documents: readonly StoredDocument[],
): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const { id, sha256 } of documents) {
    // The name of a file comes from a graph that may have been changed.
    if (!/^[0-9a-f]{64}$/.test(sha256)) continue;
    const text = diskFiles.read(join(opened.folder, textFile(sha256)));
    if (text !== null) texts.set(id, text);
  }
  return texts;
}

function readClaims(opened: OpenCase, texts: ReadonlyMap<string, string>): readonly Claim[] {
  const textOf = (id: string) => {
    const text = texts.get(id);
    return text === undefined ? undefined : { id, text };
  };
  const claims: Claim[] = [];
  for (const line of readLines(join(opened.folder, CASE_FILES.claims))) {
    claims.push(...decodeClaims(line, textOf));
  }
  return claims;
}

/** A problem with a quote names its span, which begins with the document. */
function quotedPath(reason: string, pathById: ReadonlyMap<string, string>): string | null {
  const span = /`(doc:[0-9a-f]+):\d+-\d+`/.exec(reason);
  return pathById.get(span?.[1] ?? "") ?? null;
}
