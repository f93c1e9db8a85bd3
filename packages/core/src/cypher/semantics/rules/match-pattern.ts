import type { Variable } from "../../ast/expression.js";
import type { PatternPart } from "../../ast/pattern.js";
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

/** @throws CypherError `UnexpectedSyntax` unless a shortest path has two nodes and one relationship */
export function shortestPathShape(part: PatternPart): void {
  if (part.element.relationships.length !== 1) {
    throw semanticError(
      "UnexpectedSyntax",
      `${part.shortest === "all" ? "`allShortestPaths`" : "`shortestPath`"} takes two nodes with one relationship between them.`,
      part.element.span,
      "Write for example `shortestPath((a)-[:KNOWS*]-(b))`.",
    );
  }
}
