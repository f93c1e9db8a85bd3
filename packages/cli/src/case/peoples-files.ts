import { createHash } from "node:crypto";
import { join } from "node:path";
import { type CaseFiles, diskFiles } from "./case-files.js";
import { isJudgementFile, JUDGEMENTS_FOLDER, PEOPLES_FILES } from "./case-layout.js";
import type { ListedFile } from "./manifest.js";

/** What people wrote into a case folder, as a build read it once. */
export interface PeoplesWords {
  /** Texts by name inside the case, sorted; a file that is not there is missing. */
  readonly texts: ReadonlyMap<string, string>;
  /** The same files as the manifest lists them. */
  readonly records: Readonly<Record<string, ListedFile>>;
}

/** Reads the files of people in a case folder. */
export function readPeoplesFiles(folder: string, files: CaseFiles = diskFiles): PeoplesWords {
  const texts = new Map<string, string>();
  const records: Record<string, ListedFile> = {};
  for (const name of namesOfPeoplesFiles(folder, files)) {
    const text = readFile(join(folder, name), files);
    if (text === null) continue;
    texts.set(name, text);
    const sha256 = createHash("sha256").update(text).digest("hex");
    records[name] = { kind: "people", bytes: Buffer.byteLength(text), sha256 };
  }
  return { texts, records };
}

/** Names of people's files inside a case, sorted; those that are not there may be among them. */
export function namesOfPeoplesFiles(folder: string, files: CaseFiles): readonly string[] {
  const inFolder = (files.list(join(folder, JUDGEMENTS_FOLDER)) ?? [])
    .filter(isJudgementFile)
    .map((name) => `${JUDGEMENTS_FOLDER}/${name}`);
  return [...Object.values(PEOPLES_FILES), ...inFolder].sort();
}

/** The files of judgements among those that were read, in order of name. */
export function judgementTexts({ texts }: PeoplesWords): readonly {
  readonly file: string;
  readonly content: string;
}[] {
  return [...texts]
    .filter(([name]) => name !== PEOPLES_FILES.externalClaims)
    .map(([file, content]) => ({ file, content }));
}

/** Names of the files that differ between two readings. */
export function changedBetween(
  before: Pick<PeoplesWords, "records">,
  after: Pick<PeoplesWords, "records">,
): readonly string[] {
  const names = new Set([...Object.keys(before.records), ...Object.keys(after.records)]);
  return [...names]
    .filter((name) => before.records[name]?.sha256 !== after.records[name]?.sha256)
    .sort();
}

/** A folder under the name of a file is none. */
function readFile(path: string, files: CaseFiles): string | null {
  try {
    return files.read(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EISDIR") return null;
    throw error;
  }
}
