import { RedthreadError } from "@redthread/core/errors";
import type { FileRecord } from "./case-files.js";

/** Raised when a later version could not read the files as they are; older programs refuse newer ones. */
export const CASE_FORMAT = 1;

/** The domain pack a case was built with. */
export interface PackRecord {
  readonly name: string;
  readonly version: string;
  /** SHA-256 over all files of its layers. */
  readonly sha256: string;
  /** Where it lay, as the user gave it; absent for a pack that comes with the program. */
  readonly folder?: string;
}

/** What a case is made of and by what. Same reports, judgements, pack and version: same bytes. */
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
  /** SHA-256 of the judgements the build went by, or null where there were none. */
  readonly judgements: string | null;
  /** By path inside the case folder, sorted. */
  readonly files: Readonly<Record<string, FileRecord>>;
}

export function manifestText(manifest: CaseManifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/**
 * A manifest read back.
 * @throws RedthreadError `CASE_DAMAGED` when the text is no manifest or of a later format.
 */
export function parseManifest(text: string, folder: string): CaseManifest {
  const value = parseJson(text);
  if (!isManifest(value)) {
    throw new RedthreadError(
      "CASE_DAMAGED",
      `\`${folder}/manifest.json\` is not the manifest of a case. Build the case again from its reports.`,
    );
  }
  if (value.format > CASE_FORMAT) {
    throw new RedthreadError(
      "CASE_DAMAGED",
      `\`${folder}\` was written by Redthread ${value.redthread} in format ${value.format}; this version reads up to ${CASE_FORMAT}. Use the newer version, or build the case again.`,
    );
  }
  return value;
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
  return (
    typeof value["format"] === "number" &&
    typeof value["redthread"] === "string" &&
    typeof value["documents"] === "number" &&
    Object.values(value["files"]).every(
      (file) =>
        isRecord(file) && typeof file["bytes"] === "number" && typeof file["sha256"] === "string",
    )
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
