import type { Expression } from "../ast/expression.js";
import type { Token } from "../lexer/token.js";
import { parseBracketed } from "./parse-bracketed.js";
import { parseCase } from "./parse-case.js";
import { parseFunctionCall } from "./parse-function-call.js";
import { parseMap } from "./parse-map.js";
import { parseVariable } from "./parse-name.js";
import { parseNumber } from "./parse-number.js";
import { parseSubqueryExpression } from "./parse-subquery-expression.js";
import { startsPattern } from "./starts-pattern.js";
import type { TokenCursor } from "./token-cursor.js";

/** A literal, parameter, variable, call, or anything in brackets. */
export function parseAtom(cursor: TokenCursor): Expression {
  const token = cursor.current;
  switch (token.kind) {
    case "integer":
    case "float":
      return parseNumber(cursor);
    case "string":
      cursor.next();
      return { kind: "StringLiteral", value: token.text, span: cursor.spanFrom(token) };
    case "parameter":
      cursor.next();
      return { kind: "Parameter", name: token.text, span: cursor.spanFrom(token) };
    case "word":
    case "quoted-word":
      return parseNamed(cursor);
    case "symbol":
      return parseSymbolic(cursor);
    case "end":
      return cursor.fail(["an expression"]);
  }
}

function parseSymbolic(cursor: TokenCursor): Expression {
  if (cursor.isSymbol("[")) {
    return parseBracketed(cursor);
  }
  if (cursor.isSymbol("{")) {
    return cursor.nested(() => parseMap(cursor));
  }
  if (!cursor.isSymbol("(")) {
    return cursor.fail(["an expression"]);
  }
  if (startsPattern(cursor, cursor.index)) {
    const pattern = cursor.grammar.patternElement(cursor);
    return { kind: "PatternPredicate", pattern, span: pattern.span };
  }
  cursor.next();
  const inner = cursor.nested(() => cursor.grammar.expression(cursor));
  cursor.expectSymbol(")");
  return inner;
}

function parseNamed(cursor: TokenCursor): Expression {
  const token = cursor.current;
  const { keyword } = token;
  if (cursor.isSymbol("{", 1) && ["EXISTS", "COUNT", "COLLECT"].includes(keyword)) {
    return parseSubqueryExpression(cursor);
  }
  if (startsCall(cursor)) {
    return parseFunctionCall(cursor);
  }
  switch (keyword) {
    case "TRUE":
    case "FALSE":
      cursor.next();
      return { kind: "BooleanLiteral", value: keyword === "TRUE", span: cursor.spanFrom(token) };
    case "NULL":
      cursor.next();
      return { kind: "NullLiteral", span: cursor.spanFrom(token) };
    case "INF":
    case "INFINITY":
    case "NAN": {
      const value = keyword === "NAN" ? Number.NaN : Number.POSITIVE_INFINITY;
      cursor.next();
      return { kind: "FloatLiteral", value, span: cursor.spanFrom(token) };
    }
    case "CASE":
      return parseCase(cursor);
    case "NOT":
      return cursor.fail(["an expression"], "Put `NOT …` in parentheses here.");
    default:
      return startsNextClause(cursor) ? cursor.fail(["an expression"]) : parseVariable(cursor);
  }
}

/** `name(` or `namespace.name(`. */
function startsCall(cursor: TokenCursor): boolean {
  let offset = 1;
  while (cursor.isSymbol(".", offset) && cursor.isName(offset + 1)) {
    offset += 2;
  }
  const isKeyword = ["CASE", "NOT"].includes(cursor.current.keyword);
  return cursor.isSymbol("(", offset) && !isKeyword && !startsNextClause(cursor);
}

const CLAUSE_KEYWORDS = new Set(
  "MATCH OPTIONAL RETURN WITH UNWIND CREATE MERGE SET REMOVE DELETE DETACH FOREACH CALL UNION ORDER SKIP LIMIT WHERE YIELD AS".split(
    " ",
  ),
);
const FOLLOWS_EXPRESSION = new Set(
  "AND OR XOR IN IS STARTS ENDS CONTAINS AS ASC ASCENDING DESC DESCENDING ORDER SKIP LIMIT WHERE WHEN THEN ELSE END UNION".split(
    " ",
  ),
);

/** True for a clause keyword that is followed by something a variable of that name could not be followed by. */
function startsNextClause(cursor: TokenCursor): boolean {
  if (!CLAUSE_KEYWORDS.has(cursor.current.keyword)) {
    return false;
  }
  const next: Token = cursor.peek(1);
  switch (next.kind) {
    case "word":
      return !FOLLOWS_EXPRESSION.has(next.keyword);
    case "symbol":
      return next.text === "(" || (next.text === "*" && cursor.peek(2).kind === "end");
    case "end":
      return false;
    default:
      return true;
  }
}
