import { graphLines } from "../graph/graph-lines.js";
import { GraphLoader } from "../graph/graph-loader.js";
import type { ReadFiles, WriteFile } from "./graph-format.js";

/** The lines that a case itself keeps, in the form of Neo4j's apoc.export.json. */
export const writeJsonl: WriteFile = function* ({ graph }) {
  for (const line of graphLines(graph)) {
    yield line;
    yield "\n";
  }
};

export const readJsonl: ReadFiles = (files) => {
  const loader = new GraphLoader();
  for (const line of ([...files.values()][0] ?? "").split("\n")) loader.add(line);
  return { graph: loader.finish(), notes: [] };
};
