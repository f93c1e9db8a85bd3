import type { PatternPredicate } from "../../ast/expression.js";
import type { CypherError } from "../../source/cypher-error.js";
import { semanticError } from "./semantic-error.js";

/** The error for a bare pattern where a value is expected. */
export function unexpectedPattern(expression: PatternPredicate, source: string): CypherError {
  const pattern = source.slice(expression.span.start, expression.span.end);
  return semanticError(
    "UnexpectedSyntax",
    "A bare pattern can only stand where a condition is expected.",
    expression.span,
    `Write \`EXISTS { ${pattern} }\` for whether it matches, \`COUNT { ${pattern} }\` for how often.`,
  );
}
