import { createHash } from "node:crypto";
import { join } from "node:path";
import { type CaseFiles, diskFiles } from "./case-files.js";
import { PEOPLES_FILES, type PeoplesFile } from "./case-layout.js";
import type { ListedFile } from "./manifest.js";

/** What people wrote into a case folder, as a build read it once. */
export interface PeoplesWords {
  /** Texts by file; a file that is not there is missing. */
  readonly texts: ReadonlyMap<PeoplesFile, string>;
  /** The same files as the manifest lists them. */
  readonly records: Readonly<Record<string, ListedFile>>;
}

/** Reads the files of people in a case folder. */
export function readPeoplesFiles(folder: string, files: CaseFiles = diskFiles): PeoplesWords {
  const texts = new Map<PeoplesFile, string>();
  const records: Record<string, ListedFile> = {};
  for (const name of Object.values(PEOPLES_FILES).sort()) {
    const text = files.read(join(folder, name));
    if (text === null) continue;
    texts.set(name, text);
    const sha256 = createHash("sha256").update(text).digest("hex");
    records[name] = { kind: "people", bytes: Buffer.byteLength(text), sha256 };
  }
  return { texts, records };
}

/** Names of the files that differ between two readings. */
export function changedBetween(before: PeoplesWords, after: PeoplesWords): readonly string[] {
  return Object.values(PEOPLES_FILES)
    .filter((name) => before.records[name]?.sha256 !== after.records[name]?.sha256)
    .sort();
}
