import type { PropertyGraph } from "@redthread/core/graph";
import type { Schema } from "@redthread/core/model";
import type { OpenCase } from "../case/read-case.js";

/** A case to be written, with what the user asked for. */
export interface ExportSource {
  readonly opened: OpenCase;
  readonly graph: PropertyGraph;
  /** The types the case was built with. */
  readonly schema: Schema;
  readonly title: string;
  /** Ids of the two ends of the chain to show first, and the names the user gave. */
  readonly chain: ExportChain | null;
}

export interface ExportChain {
  readonly from: { readonly id: string; readonly asked: string };
  readonly to: { readonly id: string; readonly asked: string };
}

/** Pieces of a file, in order. */
type Chunks = Iterable<string | Uint8Array>;

/** A file of a folder; its path is relative to the folder, with `/`. */
export interface ExportedFile {
  readonly path: string;
  readonly chunks: Chunks;
}

/** What is to be on the disk: one file, or a folder of several. */
export type Exported =
  | { readonly kind: "file"; readonly chunks: Chunks }
  | { readonly kind: "folder"; readonly files: Iterable<ExportedFile> };

/** @throws RedthreadError `EXPORT_FAILED`. */
export type Exporter = (source: ExportSource) => Exported | Promise<Exported>;
