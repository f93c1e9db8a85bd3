import { CypherError } from "../../source/cypher-error.js";
import type { SourceSpan } from "../../source/source-span.js";

/** A compile-time SyntaxError with the TCK's code: what nearly every broken rule of the language is. */
export function semanticError(
  detail: string,
  message: string,
  span: SourceSpan,
  hint: string | null = null,
): CypherError {
  return new CypherError({
    kind: "SyntaxError",
    phase: "compile time",
    detail,
    message,
    span,
    hint,
  });
}
