import type { GraphReader } from "../../graph/graph-reader.js";
import type { CypherValue } from "../values/cypher-value.js";
import { INFORMATION_PROCEDURES } from "./information-procedures.js";
import type { Procedure } from "./procedure.js";
import { SCHEMA_PROCEDURES } from "./schema-procedures.js";

/** Procedures that every engine has. */
export const BUILT_IN_PROCEDURES: readonly Procedure[] = [
  listing("db.labels", "label", (graph) => graph.labels()),
  listing("db.relationshipTypes", "relationshipType", (graph) => graph.relationshipTypes()),
  listing("db.propertyKeys", "propertyKey", (graph) => graph.propertyKeys()),
  ...SCHEMA_PROCEDURES,
  ...INFORMATION_PROCEDURES,
];

function listing(
  name: string,
  output: string,
  list: (graph: GraphReader) => readonly string[],
): Procedure {
  return {
    signature: { name, inputs: [], outputs: [{ name: output, type: "STRING" }] },
    call: (_args, { graph }) => list(graph).map((text): readonly CypherValue[] => [text]),
  };
}
