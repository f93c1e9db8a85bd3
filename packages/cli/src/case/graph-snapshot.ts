/*
 * `graph.snapshot` lies beside `graph.jsonl` and says the same in a form that is opened without being read: a
 * query reads the sections that it needs. It is a cache. It belongs to the lines by their hash, is no
 * evidence and in no manifest, and may be deleted at any time; where it is missing, damaged or of other
 * lines, the lines are read and it is made again.
 */
import {
  closeSync,
  fstatSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import {
  directoryLength,
  encodeSnapshot,
  GraphLoader,
  intactSection,
  openSnapshot,
  type PropertyGraph,
  readDirectory,
  SNAPSHOT_HEAD,
  type SnapshotDirectory,
} from "@redthread/core/graph";
import { CASE_FILES, siblingsOf } from "./case-layout.js";
import { recordOf } from "./manifest.js";
import { type OpenCase, readCaseLines } from "./read-case.js";

/** Graphs with fewer bytes of lines are read as fast as they are opened. */
const SMALL_GRAPH = 65_536;

/**
 * The graph of a case. Its lines are held against the manifest where they are read; a snapshot is used
 * only where the lines have the size the manifest says and were not written to since.
 * @throws RedthreadError `CASE_DAMAGED`, `CASE_BUSY`; with a damaged snapshot also while the graph is
 *   in use, when the lines are needed that it was made of
 */
export function graphOfCase(opened: OpenCase): PropertyGraph {
  const snapshot = openSnapshotOf(opened);
  if (snapshot !== null) {
    return openSnapshot((name) => snapshot.section(name));
  }
  const graph = readGraphLines(opened);
  keepSnapshot(opened, graph);
  return graph;
}

/** Makes the snapshot of a case that has just been built. */
export function makeSnapshot(opened: OpenCase): void {
  if (isWorthIt(opened)) {
    keepSnapshot(opened, readGraphLines(opened));
  }
}

function readGraphLines(opened: OpenCase): PropertyGraph {
  const loader = new GraphLoader();
  readCaseLines(opened, CASE_FILES.graph, (line) => loader.add(line));
  return loader.finish();
}

function isWorthIt({ manifest }: OpenCase): boolean {
  return (recordOf(manifest, CASE_FILES.graph)?.bytes ?? 0) >= SMALL_GRAPH;
}

/** Writes the snapshot beside the lines; a folder that cannot be written to goes without. */
function keepSnapshot(opened: OpenCase, graph: PropertyGraph): Uint8Array | null {
  const key = recordOf(opened.manifest, CASE_FILES.graph)?.sha256;
  const file = key === undefined || !isWorthIt(opened) ? null : encodeSnapshot(graph, key, crc32);
  if (file === null) return null;
  // Under a name that the next build removes, should this process be killed meanwhile.
  const unfinished = `${siblingsOf(opened.folder).nextPrefix}snapshot-${process.pid}`;
  const path = join(siblingsOf(opened.folder).parent, unfinished);
  try {
    // Whoever may write to the folder around the case could lay a link there first.
    rmSync(path, { force: true });
    writeFileSync(path, file, { mode: 0o600, flag: "wx" });
    renameSync(path, join(opened.folder, CASE_FILES.snapshot));
  } catch {
    rmSync(path, { force: true });
  }
  return file;
}

function openSnapshotOf(opened: OpenCase): SnapshotReader | null {
  const record = recordOf(opened.manifest, CASE_FILES.graph);
  const lines = statSync(join(opened.folder, CASE_FILES.graph), {
    throwIfNoEntry: false,
    bigint: true,
  });
  if (record === null || lines === undefined || Number(lines.size) !== record.bytes) return null;
  // One beside a small graph is nobody's of ours, and could not be made anew where it is damaged.
  if (!isWorthIt(opened)) return null;
  const file = openIfThere(join(opened.folder, CASE_FILES.snapshot));
  if (file === null) return null;
  const directory =
    fstatSync(file, { bigint: true }).mtimeNs >= lines.mtimeNs ? directoryOf(file) : null;
  if (directory?.key === record.sha256) return new SnapshotReader(opened, file, directory);
  closeSync(file);
  return null;
}

function openIfThere(path: string): number | null {
  try {
    return openSync(path, "r");
  } catch {
    return null;
  }
}

function directoryOf(file: number): SnapshotDirectory | null {
  const head = bytesAt(file, 0, SNAPSHOT_HEAD);
  const length = directoryLength(head);
  const { size } = fstatSync(file);
  if (length === null || length > size) return null;
  const directory = readDirectory(head, bytesAt(file, SNAPSHOT_HEAD, length));
  const isWhole = [...(directory?.sections.values() ?? [])].every(
    (section) => section.offset + section.length <= size,
  );
  return isWhole ? directory : null;
}

/** The bytes from there on, fewer where the file ends before. */
function bytesAt(file: number, offset: number, length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  let read = 0;
  while (read < length) {
    const more = readSync(file, bytes, read, length - read, offset + read);
    if (more === 0) return bytes.slice(0, read);
    read += more;
  }
  return bytes;
}

/**
 * Whether a query would believe something in the snapshot that the lines do not say: damage is found by
 * checksums, but whoever changes a section can change its checksum too. `graph`: as its lines give it.
 */
export function isForgedSnapshot(opened: OpenCase, graph: PropertyGraph): boolean {
  const key = recordOf(opened.manifest, CASE_FILES.graph)?.sha256;
  const file = openIfThere(join(opened.folder, CASE_FILES.snapshot));
  if (file === null) return false;
  try {
    const directory = directoryOf(file);
    const right = key === undefined ? null : encodeSnapshot(graph, key, crc32);
    return directory?.key === key && !isBelievedRightly(file, directory, right);
  } finally {
    closeSync(file);
  }
}

/** Whether each section that is intact holds what it holds in the right snapshot. */
function isBelievedRightly(
  file: number,
  directory: SnapshotDirectory | null,
  right: Uint8Array | null,
): boolean {
  const expected = right === null ? null : directoryIn(right);
  return [...(directory?.sections ?? [])].every(([name, place]) => {
    const found = intactSection(bytesAt(file, place.offset, place.length), place, crc32);
    const wanted = expected?.sections.get(name);
    const bytes =
      right === null || wanted === undefined
        ? null
        : right.subarray(wanted.offset, wanted.offset + wanted.length);
    return found === null || (bytes !== null && Buffer.compare(found, bytes) === 0);
  });
}

function directoryIn(snapshot: Uint8Array): SnapshotDirectory | null {
  const length = directoryLength(snapshot) ?? 0;
  return readDirectory(snapshot, snapshot.subarray(SNAPSHOT_HEAD, SNAPSHOT_HEAD + length));
}

/** Reads sections from an open file, which stays the same when a build replaces the case. */
class SnapshotReader {
  readonly #opened: OpenCase;
  readonly #file: number;
  readonly #directory: SnapshotDirectory;
  /** The snapshot made anew from the lines, once a section has turned out to be damaged. */
  #remade: Uint8Array | null = null;

  constructor(opened: OpenCase, file: number, directory: SnapshotDirectory) {
    this.#opened = opened;
    this.#file = file;
    this.#directory = directory;
  }

  section(name: string): Uint8Array<ArrayBuffer> {
    const place = this.#directory.sections.get(name);
    const found =
      place === undefined
        ? null
        : intactSection(bytesAt(this.#file, place.offset, place.length), place, crc32);
    return found ?? this.#sectionMadeAnew(name);
  }

  /** The same lines give the same bytes, so what was read of the damaged one fits what is read now. */
  #sectionMadeAnew(name: string): Uint8Array<ArrayBuffer> {
    this.#remade ??= keepSnapshot(this.#opened, readGraphLines(this.#opened));
    const remade = this.#remade;
    const place = remade === null ? undefined : directoryIn(remade)?.sections.get(name);
    if (remade === null || place === undefined) {
      throw new TypeError(`the lines of a graph give no section \`${name}\`, though they once did`);
    }
    return remade.slice(place.offset, place.offset + place.length) as Uint8Array<ArrayBuffer>;
  }
}
