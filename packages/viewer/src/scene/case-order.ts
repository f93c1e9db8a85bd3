import type { GraphReader } from "@redthread/core/graph";
import { compareText } from "@redthread/core/text";
import type { Trace } from "@redthread/core/trace";
import { readText } from "./property-reading.js";

/** A case in the order in which everything of the scene is numbered, so that no order of input shows. */
export interface OrderedCase {
  readonly trace: Trace;
  readonly reader: GraphReader;
  /** Slots of the reports, by date, then id. */
  readonly documents: readonly number[];
  readonly documentIds: readonly string[];
}

/** Nodes and links have the order of the trace; reports are told in the order of their dates. */
export function orderCase(trace: Trace): OrderedCase {
  const { graph, reader, nodeSlots } = trace;
  const isReport = new Set(graph.documents);
  const reports = graph.nodes.flatMap(({ id }, at) => {
    const slot = nodeSlots[at];
    if (slot === undefined || !isReport.has(id)) return [];
    const date = readText(reader.nodeProperty(slot, "date")) ?? "9999";
    return [{ slot, id, key: `${date} ${id}` }];
  });
  reports.sort((a, b) => compareText(a.key, b.key));
  return {
    trace,
    reader,
    documents: reports.map(({ slot }) => slot),
    documentIds: reports.map(({ id }) => id),
  };
}
