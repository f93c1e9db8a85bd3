import type { GraphReader } from "../graph/graph-reader.js";
import type { PropertyGraph } from "../graph/property-graph.js";
import type { Schema } from "../model/schema.js";

/** What is written: a graph, what its types mean, and what to call it. */
export interface FormatSource {
  readonly graph: GraphReader;
  readonly schema: Schema;
  readonly title: string;
}

/** One file of a format that is a folder; its path is relative, with `/`. */
interface FormatFile {
  readonly path: string;
  readonly chunks: Iterable<string>;
}

/** Pieces of the one file, in order. */
export type WriteFile = (source: FormatSource) => Iterable<string>;
export type WriteFolder = (source: FormatSource) => Iterable<FormatFile>;

/** A graph read from a file, and what of the file it does not hold, a sentence each. */
export interface ReadGraph {
  readonly graph: PropertyGraph;
  readonly notes: readonly string[];
}

/** The text of a file of the format, by path; formats of one file get it under any name. */
export type ReadFiles = (files: ReadonlyMap<string, string>) => ReadGraph;

interface FormatEntry {
  /** What `--format` calls it. */
  readonly name: string;
  /** What the file then is, in a few words. */
  readonly what: string;
  /** What of a graph is not in the file; null for nothing. */
  readonly loses: string | null;
  /** @throws RedthreadError `GRAPH_INVALID` for a file that is none of the format; null where it is not read. */
  readonly read: (() => Promise<ReadFiles>) | null;
}

/** A format of one file, known by the end of its name, in lower case, first the one to write. */
interface FileFormat extends FormatEntry {
  readonly endings: readonly [string, ...string[]];
  readonly write: () => Promise<WriteFile>;
}

/** A format of several files in a folder of any name. */
export interface FolderFormat extends FormatEntry {
  readonly endings: null;
  /** Files by which such a folder is known. */
  readonly holds: readonly string[];
  readonly writeFolder: () => Promise<WriteFolder>;
}

export type GraphFormat = FileFormat | FolderFormat;
