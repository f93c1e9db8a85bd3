import type { GraphReader } from "../../graph/graph-reader.js";
import type { Trace } from "../graph/trace-graph.js";

/** Gives the trace of a graph as it is now. */
export type TraceOf = (graph: GraphReader) => Trace;
