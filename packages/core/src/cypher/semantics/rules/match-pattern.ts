import type { Variable } from "../../ast/expression.js";
import type { Pattern, PatternElement } from "../../ast/pattern.js";
import type { CypherError } from "../../source/cypher-error.js";
import { freeVariables } from "../free-variables.js";
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
 * Paths are chosen between the ends of one pattern, which others in the same clause would change.
 * @throws CypherError `UnexpectedSyntax`
 */
export function assertSelectedAlone({ parts }: Pattern): void {
  const selected = parts.find(({ selector }) => selector !== null);
  if (selected !== undefined && parts.length > 1) {
    throw semanticError(
      "UnexpectedSyntax",
      "A pattern from which paths are chosen stands with others in one MATCH.",
      selected.span,
      "Give it a MATCH of its own.",
    );
  }
}

/**
 * Inside `p = (… WHERE …)` the path is not there yet.
 * @throws CypherError `UndefinedVariable`
 */
export function assertPathUnknownInside(path: Variable | null, { where }: PatternElement): void {
  if (path !== null && where !== null && freeVariables(where).has(path.name)) {
    throw semanticError(
      "UndefinedVariable",
      `The path \`${path.name}\` is not known inside its own parentheses.`,
      where.span,
      "Ask for its nodes or relationships by their variables, or test it behind the pattern.",
    );
  }
}

/**
 * A shortest path has two nodes and one relationship, and starts at length 0 or 1.
 * @throws CypherError `UnexpectedSyntax`
 */
export function assertShortestShape(element: PatternElement, all: boolean): void {
  const name = all ? "`allShortestPaths`" : "`shortestPath`";
  const [relationship, more] = element.relationships;
  if (relationship === undefined || more !== undefined || relationship.body !== null) {
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
