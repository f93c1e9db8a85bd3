import type { FunctionCall } from "../../ast/expression.js";
import type { ExpressionSite } from "../analysis-context.js";
import { semanticError } from "./semantic-error.js";

/** @throws CypherError `NestedAggregation` or `InvalidAggregation` where an aggregate may not stand */
export function assertAggregateAllowed(call: FunctionCall, site: ExpressionSite): void {
  if (site.aggregates === "inside") {
    throw semanticError(
      "NestedAggregation",
      `The aggregate \`${call.name}()\` stands inside another aggregate.`,
      call.span,
      "Aggregate in a WITH first.",
    );
  }
  if (site.aggregates === "forbidden") {
    throw semanticError(
      "InvalidAggregation",
      `The aggregate \`${call.name}()\` cannot stand here.`,
      call.span,
      "Aggregates stand in the items of WITH and RETURN; aggregate in a WITH first and use its alias here.",
    );
  }
}

/** @throws CypherError `InvalidAggregation` for an aggregate after a projection that does not compute it */
export function assertProjected(call: FunctionCall, site: ExpressionSite): void {
  if (site.aggregates === "projected") {
    throw semanticError(
      "InvalidAggregation",
      `The aggregate \`${call.name}()\` is not among the items above.`,
      call.span,
      "Make it an item and sort by its name.",
    );
  }
}
