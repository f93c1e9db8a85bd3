import type { Variable } from "../../ast/expression.js";
import type { Scope } from "../scope.js";
import { describeType, mayBe, type TypeKind } from "../static-type.js";
import { semanticError } from "./semantic-error.js";

/** @throws CypherError `VariableTypeConflict` when the name is bound to something of another kind */
export function assertKind(variable: Variable, scope: Scope, kind: TypeKind): void {
  const known = scope.find(variable.name);
  if (known !== undefined && !mayBe(known, kind)) {
    throw semanticError(
      "VariableTypeConflict",
      `Variable \`${variable.name}\` is ${describeType(known.kind)} and cannot be matched as ${describeType(kind)}.`,
      variable.span,
      "Use another name.",
    );
  }
}
