import { createHash } from "node:crypto";
import {
  closeSync,
  copyFileSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";

/** What was written, as the manifest records it. */
export interface FileRecord {
  readonly bytes: number;
  /** 64 lower-case hexadecimal digits. */
  readonly sha256: string;
}

/**
 * The steps a build takes on disk. All of them wait for the disk, so that the moment between two of
 * them is the only place where a build can be killed; a test takes this port and kills it at each.
 */
export interface CaseFiles {
  createFolder(path: string, mode: number): void;
  /** Writes a new file, in full and down to the disk. Fails when it exists. */
  writeFile(path: string, chunks: Iterable<string>): FileRecord;
  rename(from: string, to: string): void;
  /** A second name for a file, or a copy of it where the file system has no second names. */
  linkOrCopy(from: string, to: string): void;
  /** Removes a file or folder with all it holds; nothing happens when there is none. */
  remove(path: string): void;
  /** Brings the names in a folder down to the disk. */
  syncFolder(path: string): void;
  /** Names in a folder, sorted; null when there is no such folder. */
  list(path: string): readonly string[] | null;
  /** The whole of a small file; null when there is none. */
  read(path: string): string | null;
  exists(path: string): boolean;
  /** Time of the last change in nanoseconds and the identity of a file; null when there is none. */
  stamp(path: string): { readonly changed: bigint; readonly identity: string } | null;
}

const CHUNK_CHARACTERS = 1_048_576;

/** The real file system. */
export const diskFiles: CaseFiles = {
  createFolder: (path, mode) => void mkdirSync(path, { mode }),
  writeFile: writeWhole,
  rename: renameSync,
  linkOrCopy(from, to) {
    try {
      linkSync(from, to);
    } catch {
      copyFileSync(from, to);
    }
  },
  remove: (path) => rmSync(path, { recursive: true, force: true }),
  syncFolder,
  list: (path) => unlessMissing(() => readdirSync(path).sort()),
  read: (path) => unlessMissing(() => readFileSync(path, "utf8")),
  exists: (path) => unlessMissing(() => lstatSync(path)) !== null,
  stamp: (path) =>
    unlessMissing(() => {
      const { mtimeNs, dev, ino } = statSync(path, { bigint: true });
      return { changed: mtimeNs, identity: `${dev}:${ino}` };
    }),
};

/** No such name, or one below a file that is no folder. */
const NOT_THERE: ReadonlySet<unknown> = new Set(["ENOENT", "ENOTDIR"]);

function unlessMissing<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof Error && "code" in error && NOT_THERE.has(error.code)) return null;
    throw error;
  }
}

function writeWhole(path: string, chunks: Iterable<string>): FileRecord {
  const hash = createHash("sha256");
  const file = openSync(path, "wx");
  let bytes = 0;
  const put = (text: string) => {
    const buffer = Buffer.from(text, "utf8");
    hash.update(buffer);
    // A full disk may take a part without complaint; only the loop finds out.
    for (let at = 0; at < buffer.length; ) at += writeSync(file, buffer, at);
    bytes += buffer.length;
  };
  try {
    let pending = "";
    for (const chunk of chunks) {
      pending += chunk;
      if (pending.length >= CHUNK_CHARACTERS) {
        put(pending);
        pending = "";
      }
    }
    put(pending);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  return { bytes, sha256: hash.digest("hex") };
}

function syncFolder(path: string): void {
  // Windows opens no folders; there a rename is on disk when it returns.
  if (process.platform === "win32") return;
  const folder = openSync(path, "r");
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
