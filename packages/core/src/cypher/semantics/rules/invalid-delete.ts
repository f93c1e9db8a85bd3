import type { LabelPredicate } from "../../ast/expression.js";
import type { CypherError } from "../../source/cypher-error.js";
import { semanticError } from "./semantic-error.js";

/** The error for `DELETE n:Label`. */
export function invalidDelete(target: LabelPredicate): CypherError {
  return semanticError(
    "InvalidDelete",
    "DELETE takes nodes, relationships and paths, not labels or types.",
    target.span,
    "Use `REMOVE n:Label` to take a label away.",
  );
}
