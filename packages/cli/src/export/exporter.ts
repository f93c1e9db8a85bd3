import type { PropertyGraph } from "@redthread/core/graph";
import type { Schema } from "@redthread/core/model";
import type { OpenCase } from "../case/read-case.js";

/** A case to be written as one file, with what the user asked for. */
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

/**
 * The text of the file.
 * @throws RedthreadError `EXPORT_FAILED`.
 */
export type Exporter = (source: ExportSource) => string;
