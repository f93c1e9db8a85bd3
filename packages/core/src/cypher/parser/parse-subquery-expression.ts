import type { SubqueryExpression } from "../ast/expression.js";
import type { Query } from "../ast/query.js";
import type { TokenCursor } from "./token-cursor.js";

/** `EXISTS { … }`, `COUNT { … }` and `COLLECT { … }`; the keyword stands at the cursor. */
export function parseSubqueryExpression(cursor: TokenCursor): SubqueryExpression {
  const start = cursor.next();
  const form = formOf(start.keyword);
  cursor.expectSymbol("{");
  const body = cursor.nested(() =>
    startsWithPattern(cursor) ? parsePatternBody(cursor) : queryBody(cursor, form),
  );
  cursor.expectSymbol("}");
  return { kind: "SubqueryExpression", form, body, span: cursor.spanFrom(start) };
}

function formOf(keyword: string): SubqueryExpression["form"] {
  switch (keyword) {
    case "EXISTS":
      return "exists";
    case "COUNT":
      return "count";
    default:
      return "collect";
  }
}

function startsWithPattern(cursor: TokenCursor): boolean {
  return (
    cursor.isSymbol("(") ||
    (cursor.isName() && (cursor.isSymbol("=", 1) || startsShortestPath(cursor)))
  );
}

function startsShortestPath(cursor: TokenCursor): boolean {
  return cursor.isKeyword("SHORTESTPATH") || cursor.isKeyword("ALLSHORTESTPATHS");
}

function parsePatternBody(cursor: TokenCursor): SubqueryExpression["body"] {
  const pattern = cursor.grammar.pattern(cursor);
  const where = cursor.acceptKeywords("WHERE") ? cursor.grammar.expression(cursor) : null;
  return { kind: "pattern", pattern, where };
}

function queryBody(
  cursor: TokenCursor,
  form: SubqueryExpression["form"],
): SubqueryExpression["body"] {
  const query: Query = cursor.grammar.query(cursor);
  return (form === "collect" ? null : asPatternBody(query)) ?? { kind: "query", query };
}

/** A lone MATCH with its WHERE is the same as its pattern, which later stages answer without a subplan. */
function asPatternBody(query: Query): SubqueryExpression["body"] | null {
  const clauses = query.parts.length === 1 ? query.parts[0]?.clauses : undefined;
  const only = clauses?.length === 1 ? clauses[0] : undefined;
  return only?.kind === "MatchClause" && !only.optional
    ? { kind: "pattern", pattern: only.pattern, where: only.where }
    : null;
}
