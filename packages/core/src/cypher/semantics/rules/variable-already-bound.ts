import type { Variable } from "../../ast/expression.js";
import type { CypherError } from "../../source/cypher-error.js";
import type { Scope } from "../scope.js";
import { semanticError } from "./semantic-error.js";

/** @throws CypherError `VariableAlreadyBound` when the name is in scope */
export function assertUnbound(variable: Variable, scope: Scope): void {
  if (scope.has(variable.name)) {
    throw variableAlreadyBound(variable);
  }
}

/** The error for binding a name twice. */
export function variableAlreadyBound(variable: Variable, hint: string | null = null): CypherError {
  return semanticError(
    "VariableAlreadyBound",
    `Variable \`${variable.name}\` is bound already.`,
    variable.span,
    hint ?? "Use another name.",
  );
}
