import type { GraphSchema } from "../../graph/graph-schema.js";
import type { FunctionContext } from "../functions/cypher-function.js";
import type { ProcedureSignature } from "../semantics/catalog.js";
import type { CypherValue } from "../values/cypher-value.js";

/** What a procedure may look at besides its arguments. */
export interface ProcedureContext extends FunctionContext {
  /** The graph's indexes and rules. */
  readonly schema: GraphSchema;
  /**
   * Counts one step of the procedure's own work, such as a relationship followed; call it in every loop.
   * @throws RedthreadError `QUERY_LIMIT` when the query has reached its time limit or was cancelled
   */
  readonly step: () => void;
}

/**
 * A procedure: its signature and its rows, values parallel to the outputs. It gets a value for every
 * input, null for one that was left out. Rows are taken one at a time, so a generator does no more
 * work than the query asks for.
 */
export interface Procedure {
  readonly signature: ProcedureSignature;
  readonly call: (
    args: readonly CypherValue[],
    context: ProcedureContext,
  ) => Iterable<readonly CypherValue[]>;
}
