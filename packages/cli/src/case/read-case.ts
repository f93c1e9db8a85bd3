import { join } from "node:path";
import { RedthreadError } from "@redthread/core/errors";
import { diskFiles, type FileRecord } from "./case-files.js";
import { CASE_FILES, type LinesFile } from "./case-layout.js";
import { type CaseManifest, parseManifest, recordOf } from "./manifest.js";
import { readLines } from "./read-lines.js";
import { wholeCaseFolder } from "./settle-case.js";

/** A case on disk, opened for reading. Its files are read, and held against the manifest, on demand. */
export interface OpenCase {
  /** The case as the user named it, for messages. */
  readonly name: string;
  /** Where its files lie. */
  readonly folder: string;
  readonly manifest: CaseManifest;
}

/**
 * Opens a case; reads nothing but its manifest.
 * @throws RedthreadError `CASE_NOT_FOUND`, `CASE_DAMAGED`, `CASE_OUTDATED`.
 */
export function openCase(path: string, name: string): OpenCase {
  const folder = wholeCaseFolder(path, diskFiles);
  const text = folder === null ? null : diskFiles.read(join(folder, CASE_FILES.manifest));
  if (folder === null || text === null) throw notFound(path, name);
  return { name, folder, manifest: parseManifest(text, name) };
}

function notFound(path: string, name: string): RedthreadError {
  const found = diskFiles.exists(path)
    ? `\`${name}\` is no case: it has no manifest.json.`
    : `There is no case \`${name}\`.`;
  return new RedthreadError(
    "CASE_NOT_FOUND",
    `${found} Build one with \`redthread build <reports> -o ${name}\`, or name another with \`-c\`.`,
  );
}

/**
 * Hands each line of a case file to `take`.
 * @throws RedthreadError `CASE_DAMAGED` at the end when the file is not the one that was built;
 *   `CASE_BUSY` when a build replaced the case meanwhile. What `take` made is then worth nothing.
 */
export function readCaseLines(
  opened: OpenCase,
  file: LinesFile,
  take: (line: string) => void,
): void {
  const lines = readLines(join(opened.folder, file));
  try {
    let next = lines.next();
    for (; !next.done; next = lines.next()) take(next.value);
    if (isAsBuilt(opened, file, next.value)) return;
  } catch (error) {
    // A line of half an old file and half a new one may fail in any way; say why rather than how.
    const problem = fileProblem(opened, file, recordOf(opened.manifest, file) ?? {});
    if (problem !== null) throw notAsBuilt(opened, file, problem);
    throw error;
  }
  throw notAsBuilt(opened, file, "was changed after the build");
}

/** Why a file of a case cannot be used: a build replaced the case, or the file was damaged. */
export function notAsBuilt(
  opened: OpenCase,
  file: string,
  problem: string,
  document: string | null = null,
): RedthreadError {
  if (wasReplaced(opened)) {
    return new RedthreadError(
      "CASE_BUSY",
      `\`${opened.name}\` was rebuilt while it was being read. Run the command again.`,
    );
  }
  if (recordOf(opened.manifest, file)?.kind === "derived") {
    return new RedthreadError(
      "CASE_DAMAGED",
      `\`${opened.name}/${file}\` ${problem}. It follows from the rest of the case: \`redthread rebuild -c ${opened.name}\` makes it again.`,
    );
  }
  const what = document === null ? "" : `, the text of \`${document}\`,`;
  return new RedthreadError(
    "CASE_DAMAGED",
    `\`${opened.name}/${file}\`${what} ${problem}. Run \`redthread verify -c ${opened.name}\` to see what is affected, then build the case again from its reports, or restore the file.`,
  );
}

/** Why a file of the case is not what was built, or null when it is. Reads all of it. */
export function fileProblem(
  opened: OpenCase,
  file: string,
  expected: Partial<FileRecord>,
): string | null {
  let found: FileRecord;
  try {
    const lines = readLines(join(opened.folder, file));
    let next = lines.next();
    while (!next.done) next = lines.next();
    found = next.value;
  } catch (error) {
    if (isMissing(error)) return "is missing";
    throw error;
  }
  return found.sha256 === expected.sha256 ? null : "was changed after the build";
}

function isAsBuilt(opened: OpenCase, file: string, found: FileRecord): boolean {
  return recordOf(opened.manifest, file)?.sha256 === found.sha256;
}

function wasReplaced(opened: OpenCase): boolean {
  const text = diskFiles.read(join(opened.folder, CASE_FILES.manifest));
  if (text === null) return true;
  const now = recordOf(parseManifest(text, opened.name), CASE_FILES.graph);
  return now?.sha256 !== recordOf(opened.manifest, CASE_FILES.graph)?.sha256;
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
