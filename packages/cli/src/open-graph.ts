import type { PropertyGraph } from "@redthread/core/graph";
import type { TextsToRead } from "./case/check-texts.js";
import type { OpenCase } from "./case/read-case.js";
import { pathFrom } from "./case-option.js";
import type { Io } from "./io.js";

/** A case with its graph in memory. */
export interface CaseGraph {
  readonly opened: OpenCase;
  readonly graph: PropertyGraph;
}

/**
 * Reads the graph of a case line by line; every text is measured, and read in full where `texts` asks
 * for it.
 * @throws RedthreadError `CASE_NOT_FOUND`, `CASE_DAMAGED`, `CASE_BUSY`.
 */
export async function openCaseGraph(
  name: string,
  io: Io,
  texts: TextsToRead = new Set(),
): Promise<CaseGraph> {
  const [{ openCase, readCaseLines }, { checkTexts }, { GraphLoader }] = await Promise.all([
    import("./case/read-case.js"),
    import("./case/check-texts.js"),
    import("@redthread/core/graph"),
  ]);
  const opened = openCase(pathFrom(io, name), name);
  const loader = new GraphLoader();
  readCaseLines(opened, "graph.jsonl", (line) => loader.add(line));
  const graph = loader.finish();
  checkTexts(opened, graph, texts);
  return { opened, graph };
}
