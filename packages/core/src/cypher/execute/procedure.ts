import type { FunctionContext } from "../functions/cypher-function.js";
import type { ProcedureSignature } from "../semantics/catalog.js";
import type { CypherValue } from "../values/cypher-value.js";

/** A procedure: its signature and its rows, values parallel to the outputs. */
export interface Procedure {
  readonly signature: ProcedureSignature;
  readonly call: (
    args: readonly CypherValue[],
    context: FunctionContext,
  ) => Iterable<readonly CypherValue[]>;
}
