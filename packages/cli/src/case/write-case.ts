import { existsSync, readdirSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { RedthreadError } from "@redthread/core/errors";
import { compareText } from "@redthread/core/text";
import { type CaseFiles, diskFiles } from "./case-files.js";
import {
  type ByLinesFile,
  CASE_FILES,
  extractionFile,
  JUDGEMENTS_FOLDER,
  LINES_FILES,
  type LinesFile,
  PEOPLES_FILES,
  siblingsOf,
  textFile,
} from "./case-layout.js";
import type { CaseLock } from "./case-lock.js";
import { CASE_FORMAT, type CaseManifest, type ListedFile, manifestText } from "./manifest.js";
import { namesOfPeoplesFiles, type PeoplesWords } from "./peoples-files.js";
import { finishReplacing, settleCase } from "./settle-case.js";

/** A case as a build hands it over; lines carry no line break of their own. */
export interface CaseContents {
  readonly texts: Iterable<HashedText>;
  /** What was read in each text, as one line of JSON under the hash of the text. */
  readonly extractions: Iterable<HashedText>;
  /** How the case came about; not measured. */
  readonly log: Iterable<string>;
  /** What people had written when the build began. */
  readonly people: PeoplesWords["records"];
  /** By name of the file. */
  readonly lines: ByLinesFile<Iterable<string>>;
  readonly about: Omit<CaseManifest, "format" | "files">;
}

interface HashedText {
  /** SHA-256 of the document's text. */
  readonly sha256: string;
  readonly text: string;
}

/** Only its owner looks into a new case; an existing folder keeps its rights. */
const NEW_FOLDER_MODE = 0o700;

/**
 * The folder that `-o` means: absolute, links resolved, so that a linked case is replaced where it lies.
 * @throws RedthreadError `USAGE` when something stands there that is no case, which is never replaced.
 */
export function caseTarget(path: string, name: string): string {
  if (!existsSync(path)) {
    const parent = dirname(path);
    return existsSync(parent) ? join(realpathSync(parent), basename(path)) : path;
  }
  const folder = realpathSync(path);
  const isCase =
    statSync(folder).isDirectory() &&
    (existsSync(join(folder, CASE_FILES.manifest)) || holdsOnlyPeoplesFiles(folder));
  if (isCase) return folder;
  throw new RedthreadError(
    "USAGE",
    `\`${name}\` exists and is no case, so it is left alone. Give \`-o\` a new folder or an existing case.`,
  );
}

/** An empty folder, or one that waits with judgements or claims for its first build. */
function holdsOnlyPeoplesFiles(folder: string): boolean {
  const peoples: ReadonlySet<string> = new Set([
    ...Object.values(PEOPLES_FILES),
    JUDGEMENTS_FOLDER,
  ]);
  return readdirSync(folder).every((name) => peoples.has(name));
}

/**
 * Writes a case and puts it in place of the one before in one step: whoever looks, and whenever the
 * process is killed, finds the old case or the new one. Judgements and other files that people keep in
 * the folder stay.
 * @throws RedthreadError `CASE_BUSY` when the case was changed by another process meanwhile.
 */
export function writeCase(
  lock: CaseLock,
  contents: CaseContents,
  files: CaseFiles = diskFiles,
): CaseManifest {
  const { folder } = lock;
  const { parent, nextPrefix } = siblingsOf(folder);
  settleCase(folder, files);
  const generation = files.read(join(folder, CASE_FILES.manifest));
  const next = join(parent, `${nextPrefix}${process.pid}`);
  const manifest = cleaningUp(next, files, () => writeNext(next, folder, contents, files));
  if (!lock.isHeld() || files.read(join(folder, CASE_FILES.manifest)) !== generation) {
    files.remove(next);
    throw new RedthreadError(
      "CASE_BUSY",
      `\`${lock.name}\` was changed by another process during the build, so nothing was written. Build again.`,
    );
  }
  replace(folder, next, files);
  return manifest;
}

/** A disk that is full or a wrong right leaves nothing behind, and the old case as it is. */
function cleaningUp<T>(folder: string, files: CaseFiles, write: () => T): T {
  try {
    return write();
  } catch (error) {
    files.remove(folder);
    throw error;
  }
}

function writeNext(
  next: string,
  folder: string,
  contents: CaseContents,
  files: CaseFiles,
): CaseManifest {
  files.createFolder(next, modeOf(folder));
  const records: Record<string, CaseManifest["files"][string]> = { ...contents.people };
  const put = (name: string, kind: ListedFile["kind"], chunks: Iterable<string>): void => {
    records[name] = { kind, ...files.writeFile(join(next, name), chunks) };
  };
  for (const name of LINES) {
    const found = contents.lines[name];
    if (found !== undefined) put(name, LINES_FILES[name], lines(found));
  }
  files.createFolder(join(next, CASE_FILES.texts), 0o777);
  for (const { sha256, text } of sorted(contents.texts)) put(textFile(sha256), "evidence", [text]);
  files.createFolder(join(next, CASE_FILES.extractions), 0o777);
  for (const { sha256, text } of sorted(contents.extractions)) {
    put(extractionFile(sha256), "derived", lines([text]));
  }
  files.writeFile(join(next, CASE_FILES.log), lines(contents.log));
  records[CASE_FILES.log] = { kind: "log" };
  const byName = Object.entries(records).sort(([a], [b]) => compareText(a, b));
  const listed = Object.fromEntries(byName);
  const manifest: CaseManifest = { format: CASE_FORMAT, ...contents.about, files: listed };
  files.writeFile(join(next, CASE_FILES.manifest), [manifestText(manifest)]);
  files.syncFolder(join(next, CASE_FILES.texts));
  files.syncFolder(join(next, CASE_FILES.extractions));
  files.syncFolder(next);
  return manifest;
}

const LINES = Object.keys(LINES_FILES).sort() as readonly LinesFile[];

function replace(folder: string, next: string, files: CaseFiles): void {
  const { parent, previous } = siblingsOf(folder);
  keepPeoplesFiles(folder, next, files);
  const isReplacing = files.exists(folder);
  try {
    if (isReplacing) files.rename(folder, previous);
    files.rename(next, folder);
  } catch (error) {
    throw cannotReplace(folder, error);
  }
  files.syncFolder(parent);
  if (isReplacing) finishReplacing(folder, files);
}

/** What else lies in the folder of judgements follows when the case before makes room for good. */
function keepPeoplesFiles(folder: string, next: string, files: CaseFiles): void {
  const judgements = join(folder, JUDGEMENTS_FOLDER);
  if (files.list(judgements) !== null) {
    files.createFolder(join(next, JUDGEMENTS_FOLDER), modeOf(judgements));
  }
  for (const name of namesOfPeoplesFiles(folder, files)) {
    const from = join(folder, name);
    if (files.exists(from) && files.list(from) === null) files.linkOrCopy(from, join(next, name));
  }
}

function cannotReplace(folder: string, error: unknown): unknown {
  const code = error instanceof Error && "code" in error ? error.code : "";
  if (code !== "EBUSY" && code !== "EXDEV") return error;
  return new RedthreadError(
    "EXPORT_FAILED",
    `\`${folder}\` cannot be replaced as a whole, since it is mounted from elsewhere. Give \`-o\` a folder inside it.`,
    { cause: error },
  );
}

function modeOf(folder: string): number {
  return existsSync(folder) ? statSync(folder).mode & 0o777 : NEW_FOLDER_MODE;
}

function* lines(source: Iterable<string>): Generator<string> {
  for (const line of source) {
    yield line;
    yield "\n";
  }
}

/** One text a hash, in the order of hashes: two reports with the same text share a file. */
function sorted(texts: Iterable<HashedText>): readonly HashedText[] {
  const byHash = new Map([...texts].map((entry) => [entry.sha256, entry]));
  return [...byHash.values()].sort((a, b) => compareText(a.sha256, b.sha256));
}
