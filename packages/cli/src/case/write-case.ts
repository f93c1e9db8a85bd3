import { createHash } from "node:crypto";
import { existsSync, readdirSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { RedthreadError } from "@redthread/core/errors";
import { type CaseFiles, diskFiles, type FileRecord } from "./case-files.js";
import { CASE_FILES, JUDGEMENTS_FILE, siblingsOf, textFile } from "./case-layout.js";
import type { CaseLock } from "./case-lock.js";
import { CASE_FORMAT, type CaseManifest, manifestText } from "./manifest.js";
import type { LinesFile } from "./read-case.js";
import { finishReplacing, settleCase } from "./settle-case.js";

/** A case as a build hands it over; lines carry no line break of their own. */
export interface CaseContents {
  readonly texts: Iterable<{ readonly sha256: string; readonly text: string }>;
  /** By name of the file. */
  readonly lines: Readonly<Record<LinesFile, Iterable<string>>>;
  readonly about: Omit<CaseManifest, "format" | "files">;
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
    (existsSync(join(folder, CASE_FILES.manifest)) || holdsOnlyJudgements(folder));
  if (isCase) return folder;
  throw new RedthreadError(
    "USAGE",
    `\`${name}\` exists and is no case, so it is left alone. Give \`-o\` a new folder or an existing case.`,
  );
}

/** An empty folder, or one that waits with judgements for its first build. */
function holdsOnlyJudgements(folder: string): boolean {
  return readdirSync(folder).every((name) => name === JUDGEMENTS_FILE);
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
  files.createFolder(join(next, CASE_FILES.texts), 0o777);
  const records: Record<string, FileRecord> = {};
  for (const [name, source] of Object.entries(contents.lines).sort(byName)) {
    records[name] = files.writeFile(join(next, name), lines(source));
  }
  for (const { sha256, text } of sorted(contents.texts)) {
    records[textFile(sha256)] = files.writeFile(join(next, textFile(sha256)), [text]);
  }
  const manifest: CaseManifest = { format: CASE_FORMAT, ...contents.about, files: records };
  files.writeFile(join(next, CASE_FILES.manifest), [manifestText(manifest)]);
  files.syncFolder(join(next, CASE_FILES.texts));
  files.syncFolder(next);
  return manifest;
}

function replace(folder: string, next: string, files: CaseFiles): void {
  const { parent, previous } = siblingsOf(folder);
  const judgements = join(folder, JUDGEMENTS_FILE);
  if (files.exists(judgements)) files.linkOrCopy(judgements, join(next, JUDGEMENTS_FILE));
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

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

function* lines(source: Iterable<string>): Generator<string> {
  for (const line of source) {
    yield line;
    yield "\n";
  }
}

/** One text a hash, in the order of hashes: two reports with the same text share a file. */
function sorted(texts: CaseContents["texts"]): CaseContents["texts"] {
  const byHash = new Map([...texts].map((entry) => [entry.sha256, entry]));
  return [...byHash.values()].sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1));
}

/** SHA-256 of the judgements beside a case, or null where there are none. */
export function judgementsDigest(folder: string, files: CaseFiles = diskFiles): string | null {
  const text = files.read(join(folder, JUDGEMENTS_FILE));
  return text === null ? null : createHash("sha256").update(text).digest("hex");
}
