import type { CypherError } from "./cypher-error.js";
import { excerpt, positionOf } from "./excerpt.js";

/**
 * The error as people read it: kind, code and sentence, then place and excerpt when the error knows
 * its place. `sourceName` is the file the query came from.
 */
export function formatCypherError(
  error: CypherError,
  source: string,
  sourceName: string = "query",
): string {
  const headline = `${error.kind} (${error.detail}): ${error.message}`;
  if (error.span === null) {
    return headline;
  }
  const { line, column } = positionOf(source, error.span.start);
  return `${headline}\n  ${sourceName}:${line}:${column}\n${excerpt(source, error.span)}`;
}
