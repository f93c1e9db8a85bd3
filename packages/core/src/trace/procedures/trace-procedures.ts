import type { Procedure } from "../../cypher/execute/procedure.js";
import type { GraphReader } from "../../graph/graph-reader.js";
import type { Schema } from "../../model/schema.js";
import { createTrace, type Trace } from "../graph/trace-graph.js";
import { createDossierProcedure } from "./dossier-procedure.js";
import { createPathsProcedure } from "./paths-procedure.js";
import type { TraceOf } from "./trace-of.js";

/** `redthread.paths` and `redthread.dossier`, for a case of the given types. */
export function traceProcedures(schema: Schema): readonly Procedure[] {
  const known = new WeakMap<GraphReader, { readonly version: number; readonly trace: Trace }>();
  const traceOf: TraceOf = (graph) => {
    const found = known.get(graph);
    if (found?.version === graph.version) return found.trace;
    const trace = createTrace(graph, schema);
    known.set(graph, { version: graph.version, trace });
    return trace;
  };
  return [createPathsProcedure(traceOf), createDossierProcedure(traceOf)];
}
