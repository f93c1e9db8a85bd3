import { join } from "node:path";
import { type DocumentSource, decodeClaims, verifyCase } from "@redthread/core/build";
import { RedthreadError } from "@redthread/core/errors";
import { GraphLoader, PropertyGraph } from "@redthread/core/graph";
import type { Claim } from "@redthread/core/model";
import { diskFiles } from "./case/case-files.js";
import { CASE_FILES, textFile } from "./case/case-layout.js";
import { isForgedSnapshot } from "./case/graph-snapshot.js";
import { measuredFiles, recordOf } from "./case/manifest.js";
import { changedBetween, readPeoplesFiles } from "./case/peoples-files.js";
import { fileProblem, type OpenCase, openCase } from "./case/read-case.js";
import { readLines } from "./case/read-lines.js";
import { readDocumentLines } from "./case/stored-documents.js";
import { pathFrom } from "./case-option.js";
import type { Io } from "./io.js";
import { type DerivedDifference, verifyDerived } from "./verify-derived.js";
import { type SourceCheck, verifySources } from "./verify-sources.js";

/** Something in a case folder that no longer proves what it says. */
interface FolderProblem {
  readonly kind: string;
  /** Path of the report it concerns, or the file of the case where it is no single report. */
  readonly document: string;
  /** Id of the document, node, relationship or claim, or the name of a file of the case. */
  readonly id: string;
  readonly reason: string;
}

export interface FolderVerification {
  /** True for a case of a graph file, whose quotes stand in reports that it does not have. */
  readonly isImported: boolean;
  readonly documents: number;
  readonly quotes: number;
  readonly problems: readonly FolderProblem[];
  readonly sources: SourceCheck;
  /** Files of people that say something else than when the case was built. */
  readonly peoplesChanged: readonly string[];
  /** False where it cannot be told whether derived files hold what follows from the evidence. */
  readonly isDerivedChecked: boolean;
  /** True where nothing is wrong that a rebuild from the case's own evidence would not mend. */
  readonly canRebuild: boolean;
}

interface StoredDocument {
  readonly id: string;
  readonly path: string;
  readonly sha256: string;
}

/**
 * Reads all of a case: every file against the manifest, every stored text against its hash, every
 * quote against its text, and every derived file against what follows from the evidence. What is
 * damaged is listed once, with the quotes that suffer, and the rest is checked all the same.
 * @throws RedthreadError `CASE_NOT_FOUND`, or `CASE_DAMAGED` where not even the manifest can be read.
 */
export async function verifyFolder(
  name: string,
  pack: string | undefined,
  io: Io,
): Promise<FolderVerification> {
  const opened = openCase(pathFrom(io, name), name);
  const graph = readTolerantly(opened);
  // What an imported graph quotes stands in reports that the case does not have.
  const isImported = opened.manifest.imported !== undefined;
  const quoting = isImported ? new PropertyGraph() : graph.value;
  const documents = quoting === null ? recordedTexts(opened) : documentsOf(quoting);
  const texts = readTexts(opened, documents);
  const claims = readClaims(opened, texts);
  const found = verifyCase({
    graph: quoting ?? new PropertyGraph(),
    texts,
    claims: claims.read,
  });
  const pathById = new Map(documents.map(({ id, path }) => [id, path]));
  const claimIds = new Set(claims.read.map((claim) => claim.id));
  const told = found.problems.map(({ kind, id, reason }) => {
    const file = claimIds.has(id) ? CASE_FILES.claims : CASE_FILES.graph;
    const document = pathById.get(id) ?? quotedPath(reason, pathById) ?? file;
    return { kind, document, id, reason };
  });
  const toldIds = new Set(told.map(({ id }) => id));
  const toldFiles = documents.filter(({ id }) => toldIds.has(id)).map(textOf);
  const isTextDamaged = documents.some(
    (one) => toldIds.has(one.id) || fileProblem(opened, textOf(one), one) !== null,
  );
  const consequences = new Map([
    [CASE_FILES.graph, graph.problem],
    [CASE_FILES.claims, claimsProblem(opened, claims.unread, isTextDamaged)],
  ] as const);
  const problems = fileProblems(opened, {
    reported: new Set(toldFiles),
    paths: new Map(documents.map((document) => [textOf(document), document.path])),
    consequences,
  });
  const sources = verifySources(opened, sourcesOf(opened));
  const derived = await checkDerived(opened, pack, io);
  const listed = new Set(problems.map(({ id }) => id));
  return {
    isImported,
    documents: documents.length,
    quotes: found.quotes,
    problems: [
      ...problems,
      ...told,
      ...forgedSnapshot(opened, graph.value),
      ...(derived ?? []).filter(({ file }) => !listed.has(file)).map(tellUnderived),
      ...sources.changed.map(tellSource),
    ],
    sources,
    peoplesChanged: peoplesChanged(opened),
    isDerivedChecked: derived !== null,
    canRebuild: isEvidenceWhole(opened),
  };
}

/**
 * Derived files that do not follow; null where that cannot be told, because the evidence is damaged
 * or other judgements and claims give another graph, as they should.
 */
async function checkDerived(
  opened: OpenCase,
  pack: string | undefined,
  io: Io,
): Promise<readonly DerivedDifference[] | null> {
  if (!isEvidenceWhole(opened)) return null;
  const differences = await verifyDerived(opened, pack, io);
  return differences.length > 0 && peoplesChanged(opened).length > 0 ? null : differences;
}

function forgedSnapshot(opened: OpenCase, graph: PropertyGraph | null): FolderProblem[] {
  const file = CASE_FILES.snapshot;
  return graph === null || !isForgedSnapshot(opened, graph)
    ? []
    : [tellUnderived({ file, reason: "says something else than graph.jsonl; delete it" })];
}

function tellUnderived({ file, reason }: DerivedDifference): FolderProblem {
  return { kind: "not-derived", document: file, id: file, reason };
}

function tellSource({ path, reason }: SourceCheck["changed"][number]): FolderProblem {
  return { kind: "source-changed", document: path, id: path, reason };
}

/** The files behind the documents, as far as their list can be read. */
function sourcesOf(opened: OpenCase): readonly DocumentSource[] {
  try {
    return readDocumentLines(opened).flatMap(({ sources }) => sources);
  } catch (error) {
    if (error instanceof RedthreadError) return [];
    throw error;
  }
}

function peoplesChanged(opened: OpenCase): readonly string[] {
  const listed = measuredFiles(opened.manifest).filter(([, { kind }]) => kind === "people");
  return changedBetween({ records: Object.fromEntries(listed) }, readPeoplesFiles(opened.folder));
}

const isEvidenceWhole = (opened: OpenCase): boolean =>
  measuredFiles(opened.manifest).every(
    ([file, record]) => record.kind !== "evidence" || fileProblem(opened, file, record) === null,
  );

interface FileNotes {
  /** Texts whose document was told of already. */
  readonly reported: ReadonlySet<string>;
  /** Path of the report by file of its text. */
  readonly paths: ReadonlyMap<string, string>;
  /** What could not be checked because of a file. */
  readonly consequences: ReadonlyMap<string, string | null>;
}

function fileProblems(opened: OpenCase, notes: FileNotes): FolderProblem[] {
  return measuredFiles(opened.manifest).flatMap(([file, record]) => {
    if (notes.reported.has(file) || record.kind === "people") return [];
    const problem = fileProblem(opened, file, record);
    const consequence = notes.consequences.get(file) ?? null;
    if (problem === null && consequence === null) return [];
    const kind = problem === "is missing" ? "file-missing" : "file-changed";
    const reason = [problem, consequence].filter((part) => part !== null).join("; ");
    return [{ kind, document: notes.paths.get(file) ?? file, id: file, reason }];
  });
}

/** The graph, or what keeps it from being read. */
function readTolerantly(opened: OpenCase): {
  readonly value: PropertyGraph | null;
  readonly problem: string | null;
} {
  const unchecked = "its nodes and relationships cannot be checked";
  try {
    return { value: readGraph(opened), problem: null };
  } catch (error) {
    if (error instanceof RedthreadError) {
      return { value: null, problem: `${unchecked}: ${error.message}` };
    }
    if (error instanceof Error && "code" in error) return { value: null, problem: unchecked };
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

/** Documents as far as the manifest knows them, for a case whose graph cannot be read. */
function recordedTexts({ manifest }: OpenCase): readonly StoredDocument[] {
  return Object.keys(manifest.files).flatMap((file) => {
    const sha256 = /^texts\/([0-9a-f]{64})\.txt$/.exec(file)?.[1];
    return sha256 === undefined ? [] : [{ id: `doc:${sha256.slice(0, 16)}`, path: file, sha256 }];
  });
}

const textOf = ({ sha256 }: StoredDocument): string => textFile(sha256);

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

/** The claims whose quotes stand, and the number of lines that hold none. */
function readClaims(
  opened: OpenCase,
  texts: ReadonlyMap<string, string>,
): { readonly read: readonly Claim[]; readonly unread: number } {
  const textById = (id: string) => {
    const text = texts.get(id);
    return text === undefined ? undefined : { id, text };
  };
  const read: Claim[] = [];
  let unread = 0;
  try {
    for (const line of readLines(join(opened.folder, CASE_FILES.claims))) {
      try {
        read.push(...decodeClaims(line, textById));
      } catch (error) {
        if (!(error instanceof RedthreadError)) throw error;
        unread += 1;
      }
    }
  } catch (error) {
    if (error instanceof Error && "code" in error) return { read, unread };
    throw error;
  }
  return { read, unread };
}

/**
 * What is wrong with the claims. A quote of a damaged text is the fault of that text: the graph,
 * which holds the same quotes, tells how many suffer.
 */
function claimsProblem(opened: OpenCase, unread: number, isTextDamaged: boolean): string | null {
  if (unread === 0) return null;
  const record = recordOf(opened.manifest, CASE_FILES.claims) ?? {};
  if (isTextDamaged && fileProblem(opened, CASE_FILES.claims, record) === null) return null;
  const lines = unread === 1 ? "1 line is" : `${unread} lines are`;
  return `${lines} no claim whose quotes stand`;
}

/** A problem with a quote names its span, which begins with the document. */
function quotedPath(reason: string, pathById: ReadonlyMap<string, string>): string | null {
  const span = /`(doc:[0-9a-f]+):\d+-\d+`/.exec(reason);
  return pathById.get(span?.[1] ?? "") ?? null;
}
