import { RedthreadError } from "@redthread/core/errors";
import type { FileRecord } from "./case-files.js";
import { CASE_FILES, type FileKind } from "./case-layout.js";

/** Raised when a later version could not read the files as they are; older programs refuse newer ones. */
export const CASE_FORMAT = 2;

/** A file of a case as the manifest lists it. */
export interface ListedFile extends FileRecord {
  readonly kind: Exclude<FileKind, "log">;
}

/** Says where the inputs lay, which differs from one run to the next: listed, not measured. */
interface ListedLog {
  readonly kind: "log";
}

/** The domain pack a case was built with. */
export interface PackRecord {
  readonly name: string;
  readonly version: string;
  /** SHA-256 over all files of its layers. */
  readonly sha256: string;
  /** Where it lay, as the user gave it; absent for a pack that comes with the program. */
  readonly folder?: string;
}

/** The files of another program that a case was made of. */
export interface ImportRecord {
  /** Name of their format. */
  readonly format: string;
  readonly files: readonly { readonly path: string; readonly sha256: string }[];
}

/** What a case is made of and by what. Same reports, people's files, pack and version: same bytes. */
export interface CaseManifest {
  readonly format: number;
  /** Version of the program that wrote it. */
  readonly redthread: string;
  readonly pack: PackRecord;
  readonly documents: number;
  readonly nodes: number;
  readonly relationships: number;
  readonly claims: number;
  /** Pairs in `candidates.jsonl` that may be one and wait for a person. */
  readonly reviews: number;
  /** Only in a case that was made of a graph file rather than of reports. */
  readonly imported?: ImportRecord;
  /** By path inside the case folder, sorted; people's files as the build found them. */
  readonly files: Readonly<Record<string, ListedFile | ListedLog>>;
}

/** The files of a case that were measured when it was written, by path. */
export function measuredFiles({ files }: CaseManifest): readonly (readonly [string, ListedFile])[] {
  return Object.entries(files).flatMap(([name, file]) =>
    file.kind === "log" ? [] : [[name, file] as const],
  );
}

/** What a file was when the case was written, or null for one that was not measured. */
export function recordOf({ files }: CaseManifest, name: string): ListedFile | null {
  const file = files[name];
  return file === undefined || file.kind === "log" ? null : file;
}

/** Whether a text is the manifest of a case, of whatever format. */
export function isCaseManifest(text: string): boolean {
  const value = parseJson(text);
  return isRecord(value) && hasFormat(value) && isRecord(value["pack"]);
}

export function manifestText(manifest: CaseManifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/**
 * A manifest read back.
 * @throws RedthreadError `CASE_DAMAGED` when the text is no manifest or of a later format;
 *   `CASE_OUTDATED` for a case of an earlier one.
 */
export function parseManifest(text: string, folder: string): CaseManifest {
  const value = parseJson(text);
  if (!isRecord(value) || !hasFormat(value)) throw notAManifest(folder);
  const { format, redthread } = value;
  if (format > CASE_FORMAT) {
    throw new RedthreadError(
      "CASE_DAMAGED",
      `\`${folder}\` was written by Redthread ${redthread} in format ${format}; this version reads format ${CASE_FORMAT}. Use the newer version, or build the case again.`,
    );
  }
  if (format < CASE_FORMAT) {
    throw new RedthreadError(
      "CASE_OUTDATED",
      `\`${folder}\` was written by Redthread ${redthread} in format ${format}, which lacks what this version reads (format ${CASE_FORMAT}). Build it again with \`redthread build <reports> -o ${folder}\`; judgements in it are kept.`,
    );
  }
  if (!isManifest(value)) throw notAManifest(folder);
  return value;
}

function notAManifest(folder: string): RedthreadError {
  return new RedthreadError(
    "CASE_DAMAGED",
    `\`${folder}/${CASE_FILES.manifest}\` is not the manifest of a case. Build the case again from its reports.`,
  );
}

type Fields = Readonly<Record<string, unknown>>;

function hasFormat(
  value: Fields,
): value is Fields & { readonly format: number; readonly redthread: string } {
  return typeof value["format"] === "number" && typeof value["redthread"] === "string";
}

/** The pack that a manifest of any format names, or null where the text names none. */
export function recordedPack(text: string): PackRecord | null {
  const value = parseJson(text);
  const pack = isRecord(value) ? value["pack"] : null;
  if (!isRecord(pack) || typeof pack["name"] !== "string") return null;
  const { name, folder } = pack;
  const [version, sha256] = [pack["version"], pack["sha256"]].map((word) => String(word ?? ""));
  return {
    name,
    version: version ?? "",
    sha256: sha256 ?? "",
    ...(typeof folder === "string" ? { folder } : {}),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isManifest(value: unknown): value is CaseManifest {
  if (!isRecord(value) || !isRecord(value["files"]) || !isRecord(value["pack"])) return false;
  if (value["imported"] !== undefined && !isImport(value["imported"])) return false;
  return typeof value["documents"] === "number" && Object.values(value["files"]).every(isListed);
}

function isImport(value: unknown): boolean {
  if (!isRecord(value) || typeof value["format"] !== "string") return false;
  const { files } = value;
  const isFile = (file: unknown): boolean =>
    isRecord(file) &&
    typeof file["path"] === "string" &&
    /^[0-9a-f]{64}$/.test(String(file["sha256"]));
  return Array.isArray(files) && files.every(isFile);
}

const MEASURED: ReadonlySet<unknown> = new Set(["evidence", "derived", "people"]);

function isListed(file: unknown): boolean {
  if (!isRecord(file)) return false;
  if (file["kind"] === "log") return true;
  const { kind, bytes, sha256 } = file;
  return MEASURED.has(kind) && typeof bytes === "number" && typeof sha256 === "string";
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
