import { CypherError } from "../../source/cypher-error.js";

/** A regular expression that cannot be run. */
export function regexError(message: string): CypherError {
  return new CypherError({
    kind: "SemanticError",
    phase: "runtime",
    detail: "InvalidArgumentValue",
    message,
  });
}
