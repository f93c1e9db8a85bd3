import type { Projection } from "../../ast/query.js";
import type { CypherError } from "../../source/cypher-error.js";
import { semanticError } from "./semantic-error.js";

/** The error for `RETURN *` where nothing has a name. */
export function noVariablesInScope(projection: Projection): CypherError {
  return semanticError(
    "NoVariablesInScope",
    "`RETURN *` finds no variables to return.",
    projection.span,
    "Name what the pattern matches, as in `MATCH (n) RETURN *`.",
  );
}
