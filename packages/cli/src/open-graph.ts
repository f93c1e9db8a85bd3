import { RedthreadError } from "@redthread/core/errors";
import type { PropertyGraph } from "@redthread/core/graph";
import type { Schema, SchemaData } from "@redthread/core/model";
import type { TextsToRead } from "./case/check-texts.js";
import type { OpenCase } from "./case/read-case.js";
import { pathFrom } from "./case-option.js";
import type { Io } from "./io.js";

/** A case with its graph in memory. */
export interface CaseGraph {
  readonly opened: OpenCase;
  readonly graph: PropertyGraph;
  /** The types the case was built with, else those its graph shows. */
  readonly schema: Schema;
}

/** A case with its graph, of which nobody asks what its types mean. */
type BareCaseGraph = Pick<CaseGraph, "opened" | "graph">;

/**
 * Opens the graph of a case, from its snapshot or line by line; every text is measured, and read in full
 * where `texts` asks for it.
 * @throws RedthreadError `CASE_NOT_FOUND`, `CASE_DAMAGED`, `CASE_BUSY`.
 */
export async function openBareGraph(
  name: string,
  io: Io,
  texts: TextsToRead = new Set(),
): Promise<BareCaseGraph> {
  const [{ openCase }, { checkTexts }, { graphOfCase }] = await Promise.all([
    import("./case/read-case.js"),
    import("./case/check-texts.js"),
    import("./case/graph-snapshot.js"),
  ]);
  const opened = openCase(pathFrom(io, name), name);
  const graph = graphOfCase(opened);
  checkTexts(opened, graph, texts);
  return { opened, graph };
}

/** {@link openBareGraph} with the types of the case. */
export async function openCaseGraph(
  name: string,
  io: Io,
  texts: TextsToRead = new Set(),
): Promise<CaseGraph> {
  const [{ readCaseLines }, { createSchema }, trace] = await Promise.all([
    import("./case/read-case.js"),
    import("@redthread/core/model"),
    import("@redthread/core/trace"),
  ]);
  const { opened, graph } = await openBareGraph(name, io, texts);
  const lines: string[] = [];
  readCaseLines(opened, "schema.json", (line) => lines.push(line));
  // A case that was made without a pack brings no types of its own.
  const data = lines.length === 0 ? null : parseSchema(lines.join("\n"), name);
  return { opened, graph, schema: data === null ? trace.plainSchema(graph) : createSchema(data) };
}

/** A build wrote it and the manifest's hash held, so its shape is that of {@link SchemaData}. */
function parseSchema(text: string, name: string): SchemaData {
  try {
    return JSON.parse(text) as SchemaData;
  } catch {
    throw new RedthreadError(
      "CASE_DAMAGED",
      `\`${name}/schema.json\` is no JSON. Build the case again from its reports.`,
    );
  }
}
