import { RedthreadError } from "@redthread/core/errors";
import { type Entry, fromBuffer, type ZipFile } from "yauzl";

/** One entry of a ZIP file, before its bytes are read. */
export interface ZipEntry {
  /** As the file writes it, not to be trusted. */
  readonly name: string;
  readonly size: number;
  readonly isFolder: boolean;
  readonly isLocked: boolean;
  /** @throws RedthreadError `INPUT_UNREADABLE`, `INPUT_TOO_LARGE`. */
  readonly read: () => Promise<Uint8Array>;
}

/** Entries of one file that are looked at, and bytes that come out of it. */
const MOST_ENTRIES = 10_000;
const MOST_BYTES = 100 * 1024 * 1024;
/** From so many bytes on an entry that shrank by more than this is packed to do harm. */
const SUSPECT_FROM = 10 * 1024 * 1024;
const SUSPECT_RATIO = 100;

/**
 * The entries of a ZIP file in its own order.
 * @throws RedthreadError `INPUT_UNREADABLE` for a file that is damaged, `INPUT_TOO_LARGE`.
 */
export async function openZip(path: string, bytes: Uint8Array): Promise<readonly ZipEntry[]> {
  const zip = await openBuffer(path, bytes);
  const left = { bytes: MOST_BYTES };
  const entries: ZipEntry[] = [];
  return await new Promise((done, fail) => {
    zip.on("error", (cause: unknown) => fail(damaged(path, cause)));
    zip.on("end", () => done(entries));
    zip.on("entry", (entry: Entry) => {
      if (entries.length >= MOST_ENTRIES) {
        fail(tooMuch(path, `holds more than ${MOST_ENTRIES} files`));
        return;
      }
      const name = entryName(entry);
      entries.push({
        name,
        size: entry.uncompressedSize,
        isFolder: name.endsWith("/"),
        isLocked: (entry.generalPurposeBitFlag & 1) !== 0,
        read: () => readEntry(path, zip, entry, left),
      });
      zip.readEntry();
    });
    zip.readEntry();
  });
}

const openBuffer = (path: string, bytes: Uint8Array): Promise<ZipFile> =>
  new Promise((done, fail) => {
    const options = { lazyEntries: true, decodeStrings: false, autoClose: false };
    fromBuffer(Buffer.from(bytes), options, (cause, zip) => {
      if (cause === null) done(zip);
      else fail(damaged(path, cause));
    });
  });

const UTF8_NAMES = 0x800;

/** Names are in UTF-8 where the entry says so or they are; else in the old letters of DOS. */
function entryName({ fileName, generalPurposeBitFlag }: Entry): string {
  // Without `decodeStrings` the name is a buffer, which the types leave out.
  const raw = fileName as unknown as Buffer;
  if ((generalPurposeBitFlag & UTF8_NAMES) === 0 && !isUtf8(raw)) return raw.toString("latin1");
  return raw.toString("utf8");
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes) !== null;
  } catch {
    return false;
  }
}

function readEntry(
  path: string,
  zip: ZipFile,
  entry: Entry,
  left: { bytes: number },
): Promise<Uint8Array> {
  const { uncompressedSize: size, compressedSize: packed } = entry;
  if (size > left.bytes) throw tooMuch(path, `unpacks to more than ${MOST_BYTES / 1024 ** 2} MB`);
  if (size > SUSPECT_FROM && size > packed * SUSPECT_RATIO)
    throw tooMuch(path, `holds a part that swells more than ${SUSPECT_RATIO} times`);
  return new Promise((done, fail) => {
    zip.openReadStream(entry, (cause, stream) => {
      if (cause !== null) {
        fail(damaged(path, cause));
        return;
      }
      const chunks: Uint8Array[] = [];
      stream.on("data", (chunk: Uint8Array) => {
        left.bytes -= chunk.length;
        chunks.push(chunk);
      });
      stream.on("error", (error) => fail(damaged(path, error)));
      stream.on("end", () => done(Buffer.concat(chunks)));
    });
  });
}

const damaged = (path: string, cause: unknown): RedthreadError =>
  new RedthreadError(
    "INPUT_UNREADABLE",
    `\`${path}\` is damaged: it cannot be unpacked. Get the file again.`,
    { cause },
  );

const tooMuch = (path: string, what: string): RedthreadError =>
  new RedthreadError(
    "INPUT_TOO_LARGE",
    `\`${path}\` ${what}, which is the limit; it was not read. Unpack it by hand if you trust it.`,
  );
