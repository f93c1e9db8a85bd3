import { statSync } from "node:fs";
import { join } from "node:path";
import type { PropertyGraph } from "@redthread/core/graph";
import type { FileRecord } from "./case-files.js";
import { CASE_FILES, textFile } from "./case-layout.js";
import { measuredFiles } from "./manifest.js";
import { fileProblem, notAsBuilt, type OpenCase } from "./read-case.js";

/** Which texts are read in full; `all`, or the documents of these ids. The others are measured. */
export type TextsToRead = "all" | ReadonlySet<string>;

/**
 * Checks that the texts the quotes of a case come from are those that were built: the size of every
 * one, and the hash of those asked for.
 * @throws RedthreadError `CASE_DAMAGED` naming the document, `CASE_BUSY` when a build replaced the
 *   case meanwhile.
 */
export function checkTexts(opened: OpenCase, graph: PropertyGraph, toRead: TextsToRead): void {
  for (const [file, record] of measuredFiles(opened.manifest)) {
    if (!file.startsWith(`${CASE_FILES.texts}/`)) continue;
    const problem =
      sizeProblem(opened, file, record) ??
      (isAskedFor(graph, file, toRead) ? fileProblem(opened, file, record) : null);
    if (problem !== null) throw notAsBuilt(opened, file, problem, documentOf(graph, file).path);
  }
}

function isAskedFor(graph: PropertyGraph, file: string, toRead: TextsToRead): boolean {
  if (toRead === "all" || toRead.size === 0) return toRead === "all";
  const { id } = documentOf(graph, file);
  return id !== null && toRead.has(id);
}

interface NamedDocument {
  readonly id: string | null;
  readonly path: string | null;
}

/** The document whose text a file holds, as far as the graph tells of it. */
function documentOf(graph: PropertyGraph, file: string): NamedDocument {
  const sha256 = file.slice(textFile("").length - ".txt".length, -".txt".length);
  const [node] = graph.findNodes("Document", "sha256", sha256);
  const read = (key: string): string | null => {
    const value = node === undefined ? undefined : graph.nodeProperty(node, key);
    return typeof value === "string" ? value : null;
  };
  return { id: read("id"), path: read("path") };
}

function sizeProblem(opened: OpenCase, file: string, { bytes }: FileRecord): string | null {
  const found = statSync(join(opened.folder, file), { throwIfNoEntry: false });
  if (found === undefined) return "is missing";
  return found.size === bytes ? null : "was changed after the build";
}
