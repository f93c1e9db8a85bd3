import type { Projection } from "../../ast/query.js";
import { semanticError } from "./semantic-error.js";

/** @throws CypherError `ColumnNameConflict` when two columns share a name */
export function assertDistinctNames(projection: Projection, starNames: readonly string[]): void {
  const seen = new Set(starNames);
  for (const { name, span } of projection.items) {
    if (seen.has(name)) {
      throw semanticError(
        "ColumnNameConflict",
        `Two columns are named \`${name}\`.`,
        span,
        "Rename one with AS.",
      );
    }
    seen.add(name);
  }
}

/** @throws CypherError `NoExpressionAlias` for an expression in WITH that is no variable and has no name */
export function assertAliases(projection: Projection): void {
  for (const { alias, expression, span } of projection.items) {
    if (alias === null && expression.kind !== "Variable") {
      throw semanticError(
        "NoExpressionAlias",
        "An expression in WITH has no name.",
        span,
        "Name it with AS.",
      );
    }
  }
}
