import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { RedthreadError } from "@redthread/core/errors";
import { docxReader } from "./docx.js";
import { isLitter, safeName } from "./entry-names.js";
import {
  type ForeignFile,
  type ForeignReader,
  type ReadFile,
  type ReadPart,
  startsWith,
  type UnreadPart,
} from "./foreign-reader.js";
import { odtReader } from "./odt.js";
import { xlsxReader } from "./xlsx.js";
import { openZip, type ZipEntry } from "./zip-file.js";

const LARGEST = 100 * 1024 * 1024;

/** ZIP archives, each file in them a document of its own. */
export const zipReader: ForeignReader = {
  name: "ZIP",
  extensions: ["zip"],
  largestBytes: LARGEST,
  sniff: ({ bytes }) =>
    startsWith(bytes, "PK\u0003\u0004") || startsWith(bytes, "PK\u0005\u0006") ? "content" : null,
  read: readZip,
};

/** Formats that are archives inside and say by one entry what they are. */
const OFFICE: readonly (readonly [string, ForeignReader | string])[] = [
  ["word/document.xml", docxReader],
  ["xl/workbook.xml", xlsxReader],
  ["ppt/presentation.xml", "a PowerPoint file"],
  ["META-INF/container.xml", "an e-book"],
];

async function readZip(file: ForeignFile): Promise<ReadFile> {
  const { path, bytes } = file;
  const entries = await openZip(path, bytes);
  const office = OFFICE.find(([name]) => entries.some((entry) => entry.name === name))?.[1];
  if (typeof office === "object") return office.read(file);
  if (office !== undefined) throw notYet(path, office);
  if (entries.some(({ name }) => name === "content.xml") && entries[0]?.name === "mimetype")
    return odtReader.read(file);
  const parts: ReadPart[] = [];
  const unread: UnreadPart[] = [];
  const skipped: UnreadPart[] = [];
  for (const entry of entries) {
    const name = safeName(entry.name);
    if (entry.isFolder) continue;
    if (isLitter(entry.name)) skipped.push({ name, reason: "litter of an archive, no report" });
    else await takeEntry(entry, name, parts, unread);
  }
  if (parts.length + unread.length === 0) throw empty(path);
  return { page: null, parts, unread, skipped };
}

async function takeEntry(
  entry: ZipEntry,
  name: string,
  parts: ReadPart[],
  unread: UnreadPart[],
): Promise<void> {
  if (entry.isLocked) {
    unread.push({ name, reason: "needs a password. Unpack it by hand." });
    return;
  }
  try {
    parts.push({ name, bytes: await entry.read() });
  } catch (error) {
    unread.push({ name, reason: reasonOf(error) });
  }
}

/** What went wrong with a part of an archive, without the archive's own name in front. */
const reasonOf = (error: unknown): string =>
  error instanceof RedthreadError ? error.message.replace(/^`[^`]*` /, "") : "is damaged.";

const notYet = (path: string, what: string): RedthreadError =>
  new RedthreadError("INPUT_UNSUPPORTED", `\`${path}\` is not read yet: ${what}.`);

const empty = (path: string): RedthreadError =>
  new RedthreadError("INPUT_EMPTY", `\`${path}\` is empty. There is nothing to read.`);

/** Files that were packed with gzip, a TAR archive among them. */
export const gzipReader: ForeignReader = {
  name: "TAR.GZ",
  extensions: ["tgz", "gz"],
  largestBytes: LARGEST,
  sniff: ({ bytes }) => (startsWith(bytes, "\u001f\u008b") ? "content" : null),
  async read({ path, bytes }) {
    const inner = await inflate(path, bytes);
    if (isTar(inner)) return readTar(path, inner);
    const name = path.split("/").at(-1) ?? path;
    return {
      page: null,
      parts: [{ name: name.replace(/\.gz$/i, "") || "unnamed", bytes: inner }],
      unread: [],
    };
  },
};

/** TAR archives. */
export const tarReader: ForeignReader = {
  name: "TAR",
  extensions: ["tar"],
  largestBytes: LARGEST,
  sniff: ({ bytes }) => (isTar(bytes) ? "content" : null),
  read: ({ path, bytes }) => readTar(path, bytes),
};

const isTar = (bytes: Uint8Array): boolean => startsWith(bytes.subarray(257), "ustar");

async function inflate(path: string, bytes: Uint8Array): Promise<Uint8Array> {
  try {
    return await promisify(gunzip)(bytes, { maxOutputLength: LARGEST });
  } catch (cause) {
    const isBig =
      cause instanceof Error && "code" in cause && cause.code === "ERR_BUFFER_TOO_LARGE";
    const sentence = isBig
      ? `\`${path}\` unpacks to more than ${LARGEST / 1024 ** 2} MB, which is the limit; it was not read. Unpack it by hand if you trust it.`
      : `\`${path}\` is damaged: it cannot be unpacked. Get the file again.`;
    throw new RedthreadError(isBig ? "INPUT_TOO_LARGE" : "INPUT_UNREADABLE", sentence, { cause });
  }
}

async function readTar(path: string, bytes: Uint8Array): Promise<ReadFile> {
  const { parseTar } = await import("nanotar");
  const parts: ReadPart[] = [];
  const unread: UnreadPart[] = [];
  const skipped: UnreadPart[] = [];
  for (const { name: written, type, data, size } of parseTar(Uint8Array.from(bytes))) {
    const name = safeName(written);
    if (isLitter(written)) skipped.push({ name, reason: "litter of an archive, no report" });
    else if (type === "symbolicLink" || type === "hardLink")
      skipped.push({ name, reason: "a link; links are not followed" });
    else if (type !== "file" && type !== "contiguousFile") continue;
    else if (data === undefined || data.length < (size ?? 0))
      unread.push({ name, reason: "is damaged: the archive ends in the middle of it." });
    else parts.push({ name, bytes: data });
  }
  if (parts.length + unread.length === 0) throw empty(path);
  return { page: null, parts, unread, skipped };
}
