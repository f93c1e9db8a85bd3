/*
 * The snapshot of a graph as one file: a fixed head, a directory as JSON, then the sections, each on a
 * border of eight bytes and with a checksum, so that any of them can be read alone. It is made from a graph
 * that was read from lines and belongs to them by their hash; the same lines give the same bytes.
 *
 *   0   8 bytes   "rdthsnap"
 *   8   uint32    version of this layout; numbers are little-endian, and so is the machine that reads it
 *   12  uint32    length of the directory in bytes
 *   16  uint32    checksum of the directory
 */
import { PropertyGraph } from "../property-graph.js";
import { crc32 } from "./checksum.js";
import { SectionReader, SectionWriter } from "./sections.js";
import { NotStorableError } from "./stored-value.js";

const MAGIC = "rdthsnap";
/** Raised with every change of what a section holds: other versions are not read. */
const VERSION = 1;
/** Bytes before the directory. */
export const SNAPSHOT_HEAD = 24;
const BORDER = 8;

/** Where a section lies. */
export interface SnapshotSection {
  readonly offset: number;
  readonly length: number;
  readonly sum: number;
}

/** What a snapshot holds, and of what. */
export interface SnapshotDirectory {
  /** Hash of the lines that the graph was read from. */
  readonly key: string;
  readonly sections: ReadonlyMap<string, SnapshotSection>;
}

interface WrittenDirectory {
  readonly key: string;
  /** Name, length and checksum, in the order in which they lie. */
  readonly sections: readonly (readonly [string, number, number])[];
}

/** CRC-32 of bytes. */
export type Checksum = (bytes: Uint8Array) => number;

/**
 * The snapshot of a graph that was just read from lines with this hash; null where none can be made.
 * `checksum`: a faster one, where the host has it.
 */
export function encodeSnapshot(
  graph: PropertyGraph,
  key: string,
  checksum: Checksum = crc32,
): Uint8Array | null {
  const writer = new SectionWriter();
  if (!isSaved(graph, writer)) {
    return null;
  }
  const written: WrittenDirectory = {
    key,
    sections: writer.sections.map(([name, bytes]) => [name, bytes.length, checksum(bytes)]),
  };
  const directory = new TextEncoder().encode(JSON.stringify(written));
  const { sections, end } = placed(written, SNAPSHOT_HEAD + directory.length);
  const file = new Uint8Array(end);
  file.set(new TextEncoder().encode(MAGIC));
  const head = new DataView(file.buffer);
  head.setUint32(8, VERSION, true);
  head.setUint32(12, directory.length, true);
  head.setUint32(16, checksum(directory), true);
  file.set(directory, SNAPSHOT_HEAD);
  for (const [name, bytes] of writer.sections) {
    file.set(bytes, sections.get(name)?.offset ?? 0);
  }
  return file;
}

function isSaved(graph: PropertyGraph, writer: SectionWriter): boolean {
  try {
    return isLittleEndian() && graph.save(writer);
  } catch (error) {
    if (error instanceof NotStorableError) return false;
    throw error;
  }
}

/** Bytes that one array can have on every machine that this runs on. */
const LONGEST_SECTION = 2 ** 31 - 1;

/** Length of the directory behind a head; null where the head is none of this version. */
export function directoryLength(head: Uint8Array): number | null {
  const isOurs =
    head.length >= SNAPSHOT_HEAD &&
    isLittleEndian() &&
    new TextDecoder("latin1").decode(head.subarray(0, MAGIC.length)) === MAGIC &&
    uint32At(head, 8) === VERSION;
  return isOurs ? uint32At(head, 12) : null;
}

/** The directory of a snapshot; null where it is damaged. */
export function readDirectory(head: Uint8Array, bytes: Uint8Array): SnapshotDirectory | null {
  if (bytes.length !== directoryLength(head) || crc32(bytes) !== uint32At(head, 16)) {
    return null;
  }
  const written = parseDirectory(bytes);
  return (
    written && {
      key: written.key,
      sections: placed(written, SNAPSHOT_HEAD + bytes.length).sections,
    }
  );
}

/** A checksum is no proof of who wrote it: what has not the shape of a directory is none. */
function parseDirectory(bytes: Uint8Array): WrittenDirectory | null {
  try {
    const { key, sections } = JSON.parse(new TextDecoder().decode(bytes)) as {
      readonly key?: unknown;
      readonly sections?: unknown;
    };
    if (typeof key !== "string" || !Array.isArray(sections) || !sections.every(isSection))
      return null;
    return { key, sections };
  } catch {
    return null;
  }
}

function isSection(one: unknown): one is WrittenDirectory["sections"][number] {
  if (!Array.isArray(one)) return false;
  const [name, length, sum] = one;
  return (
    typeof name === "string" &&
    Number.isInteger(length) &&
    length >= 0 &&
    length <= LONGEST_SECTION &&
    Number.isInteger(sum)
  );
}

/** The section whole and as it was written; null where its bytes are others. */
export function intactSection<T extends Uint8Array>(
  bytes: T,
  section: SnapshotSection,
  checksum: Checksum = crc32,
): T | null {
  return bytes.length === section.length && checksum(bytes) === section.sum ? bytes : null;
}

/**
 * The graph of a snapshot. `read` gives the bytes of a section in a buffer of their own, and is called when
 * a query first needs them.
 */
export function openSnapshot(read: (name: string) => Uint8Array<ArrayBuffer>): PropertyGraph {
  return PropertyGraph.restored(new SectionReader(read));
}

function placed({ sections }: WrittenDirectory, directoryEnd: number) {
  const places = new Map<string, SnapshotSection>();
  let end = directoryEnd;
  for (const [name, length, sum] of sections) {
    const offset = Math.ceil(end / BORDER) * BORDER;
    places.set(name, { offset, length, sum });
    end = offset + length;
  }
  return { sections: places, end };
}

function uint32At(bytes: Uint8Array, offset: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(offset, true);
}

function isLittleEndian(): boolean {
  return new Uint8Array(new Uint32Array([1]).buffer)[0] === 1;
}
