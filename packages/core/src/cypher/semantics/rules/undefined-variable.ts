import { didYouMean } from "../../../text/did-you-mean.js";
import type { Variable } from "../../ast/expression.js";
import type { CypherError } from "../../source/cypher-error.js";
import type { Scope } from "../scope.js";
import type { StaticType } from "../static-type.js";
import { semanticError } from "./semantic-error.js";

/** The type of a variable in scope. @throws CypherError `UndefinedVariable` */
export function resolveVariable(variable: Variable, scope: Scope): StaticType {
  const type = scope.find(variable.name);
  if (type === undefined) {
    throw undefinedVariable(variable, scope);
  }
  return type;
}

/** The error for a name that is not in scope. */
function undefinedVariable(variable: Variable, scope: Scope): CypherError {
  const near = didYouMean(variable.name, scope.names());
  return semanticError(
    "UndefinedVariable",
    `Variable \`${variable.name}\` is not defined.`,
    variable.span,
    near === null ? null : `Did you mean \`${near}\`?`,
  );
}
