import type { Token } from "../lexer/token.js";
import { CypherError } from "../source/cypher-error.js";
import type { SourceSpan } from "../source/source-span.js";

/** A compile-time SyntaxError; `detail` is the TCK's code, `UnexpectedSyntax` where it has none. */
export function syntaxError(
  message: string,
  span: SourceSpan,
  options: { readonly detail?: string; readonly hint?: string | null } = {},
): CypherError {
  return new CypherError({
    kind: "SyntaxError",
    phase: "compile time",
    detail: options.detail ?? "UnexpectedSyntax",
    message,
    span,
    hint: options.hint ?? null,
  });
}

/** How a token is named in a message: its text in backticks, or `the end of the query`. */
export function describeToken(token: Token, source: string): string {
  if (token.kind === "end") {
    return "the end of the query";
  }
  const text = source.slice(token.start, token.end).replaceAll(/\s+/g, " ");
  const shown = text.length > 40 ? `${text.slice(0, 39)}…` : text;
  return shown.includes("`") ? shown : `\`${shown}\``;
}

/** `a`, `a or b`, `a, b or c`. */
export function oneOf(expected: readonly string[]): string {
  const last = expected.at(-1) ?? "";
  return expected.length < 2 ? last : `${expected.slice(0, -1).join(", ")} or ${last}`;
}

/** What to write instead of an operator that belongs to another language. */
export function hintAt(token: Token, next: Token): string | null {
  if (token.kind !== "symbol") {
    return null;
  }
  const doubled = next.kind === "symbol" && next.start === token.end && next.text === token.text;
  switch (token.text) {
    case "!=":
      return "Cypher writes `<>` for unequal.";
    case "=":
      return doubled || next.text === ">" ? "Cypher writes `=` for equal." : null;
    case "&":
      return doubled ? "Cypher writes `AND`." : null;
    case "!":
      return "Cypher writes `NOT`.";
    default:
      return null;
  }
}
