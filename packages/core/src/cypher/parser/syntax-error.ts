import { didYouMean } from "../../text/did-you-mean.js";
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
    span: { start: span.start, end: span.end },
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

const CLAUSE_WORDS = (
  "CALL CREATE DELETE DETACH FOREACH LIMIT MATCH MERGE OPTIONAL ORDER REMOVE RETURN SET SKIP UNION UNWIND " +
  "WHERE WITH YIELD"
).split(" ");

/** What to write instead of a mistyped keyword or of an operator from another language. */
export function hintAt(token: Token, previous: Token, next: Token): string | null {
  if (token.kind === "word") {
    const near = didYouMean(token.keyword, CLAUSE_WORDS);
    return near === null ? null : `Did you mean \`${near}\`?`;
  }
  switch (token.kind === "symbol" ? token.text : "") {
    case "!=":
      return "Cypher writes `<>` for unequal.";
    case "=":
      return previous.text === "=" ? "Cypher writes one `=` for equal." : null;
    case "&":
      return next.text === "&" ? "Cypher writes `AND`." : null;
    case "!":
      return "Cypher writes `NOT`.";
    case "+=":
      return "`+=` adds a map to all properties; write `n.total = n.total + 1` for one.";
    default:
      return null;
  }
}
