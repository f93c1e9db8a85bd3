import type { Projection } from "../../ast/query.js";
import { holdsAggregate } from "../aggregates.js";
import type { Catalog } from "../catalog.js";
import type { Scope } from "../scope.js";
import { semanticError } from "./semantic-error.js";
import { assertUnbound } from "./variable-already-bound.js";

/**
 * LET adds values to each row: it neither binds anew what is bound, nor sums up rows.
 * @throws CypherError `VariableAlreadyBound`, `InvalidAggregation`
 */
export function assertNewValues({ items }: Projection, scope: Scope, catalog: Catalog): void {
  for (const { alias, expression } of items) {
    if (alias !== null) {
      assertUnbound(alias, scope);
    }
    if (holdsAggregate(expression, catalog)) {
      throw semanticError(
        "InvalidAggregation",
        "LET is given an aggregate, and works on one row at a time.",
        expression.span,
        "Write `WITH …, count(x) AS n` in place of it.",
      );
    }
  }
}
