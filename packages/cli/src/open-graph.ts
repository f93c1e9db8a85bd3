import type { PropertyGraph } from "@redthread/core/graph";
import type { OpenCase } from "./case/read-case.js";
import { pathFrom } from "./case-option.js";
import type { Io } from "./io.js";

/** A case with its graph in memory. */
export interface CaseGraph {
  readonly opened: OpenCase;
  readonly graph: PropertyGraph;
}

/**
 * Reads the graph of a case line by line.
 * @throws RedthreadError `CASE_NOT_FOUND`, `CASE_DAMAGED`, `CASE_BUSY`.
 */
export async function openCaseGraph(name: string, io: Io): Promise<CaseGraph> {
  const [{ openCase, readCaseLines }, { GraphLoader }] = await Promise.all([
    import("./case/read-case.js"),
    import("@redthread/core/graph"),
  ]);
  const opened = openCase(pathFrom(io, name), name);
  const loader = new GraphLoader();
  readCaseLines(opened, "graph.jsonl", (line) => loader.add(line));
  return { opened, graph: loader.finish() };
}
