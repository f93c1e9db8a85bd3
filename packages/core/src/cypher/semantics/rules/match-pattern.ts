import type { Variable } from "../../ast/expression.js";
import type { PatternElement } from "../../ast/pattern.js";
import type { CypherError } from "../../source/cypher-error.js";
import { semanticError } from "./semantic-error.js";

/** The error for one relationship variable at two places of a MATCH, which could never match. */
export function relationshipRepeated(variable: Variable): CypherError {
  return semanticError(
    "RelationshipUniquenessViolation",
    `The relationship \`${variable.name}\` stands twice in one MATCH.`,
    variable.span,
    "A MATCH uses each relationship once; use two variables, or two MATCH clauses.",
  );
}

/**
 * A shortest path has two nodes and one relationship, and starts at length 0 or 1.
 * @throws CypherError `UnexpectedSyntax`
 */
export function assertShortestShape(element: PatternElement, all: boolean): void {
  const name = all ? "`allShortestPaths`" : "`shortestPath`";
  const [relationship, more] = element.relationships;
  if (relationship === undefined || more !== undefined) {
    throw semanticError(
      "UnexpectedSyntax",
      `${name} takes two nodes with one relationship between them.`,
      element.span,
      "Write for example `shortestPath((a)-[:KNOWS*]-(b))`.",
    );
  }
  const least = relationship.length?.min ?? 1;
  if (least > 1) {
    throw semanticError(
      "UnexpectedSyntax",
      `${name} cannot have the minimal length ${least}, only 0 or 1.`,
      relationship.span,
      "Filter by `length(p)` afterwards, or match all paths of the length.",
    );
  }
}
