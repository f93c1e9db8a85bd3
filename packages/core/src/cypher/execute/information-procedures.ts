import type { ProcedureField } from "../semantics/catalog.js";
import type { CypherValue } from "../values/cypher-value.js";
import type { Procedure } from "./procedure.js";

/** What clients ask a server about itself before they ask anything else. */
export const INFORMATION_PROCEDURES: readonly Procedure[] = [
  telling(
    "dbms.components",
    [
      { name: "name", type: "STRING" },
      { name: "versions", type: "LIST<STRING>" },
      { name: "edition", type: "STRING" },
    ],
    ["Redthread", ["5.26"], "community"],
    "The name of the engine, and the version of Neo4j whose language it speaks.",
  ),
  telling(
    "db.info",
    [
      { name: "id", type: "STRING" },
      { name: "name", type: "STRING" },
      { name: "creationDate", type: "STRING" },
    ],
    ["", "redthread", ""],
    "The name of the graph; in memory it has no id and no date.",
  ),
  telling("db.ping", [{ name: "success", type: "BOOLEAN" }], [true], "Always true."),
  doingNothing("db.awaitIndexes", [{ name: "timeOutSeconds", type: "INTEGER", optional: true }]),
  doingNothing("db.awaitIndex", [
    { name: "indexName", type: "STRING" },
    { name: "timeOutSeconds", type: "INTEGER", optional: true },
  ]),
  doingNothing("db.resampleIndex", [{ name: "indexName", type: "STRING" }]),
  doingNothing("db.resampleOutdatedIndexes", []),
  doingNothing("db.prepareForReplanning", [
    { name: "timeOutSeconds", type: "INTEGER", optional: true },
  ]),
];

function telling(
  name: string,
  outputs: readonly ProcedureField[],
  row: readonly CypherValue[],
  summary: string,
): Procedure {
  return { signature: { name, inputs: [], outputs, summary }, call: () => [row] };
}

function doingNothing(name: string, inputs: readonly ProcedureField[]): Procedure {
  const summary = "Indexes in memory are always ready, so there is nothing to wait for.";
  return { signature: { name, inputs, outputs: [], summary }, call: () => [] };
}
