import type { Expression } from "../ast/expression.js";
import type { MatchClause } from "../ast/query.js";
import { parseQualifiedName } from "./parse-function-call.js";
import { parseLabelExpression } from "./parse-labels.js";
import { parseVariable } from "./parse-name.js";
import { parsePattern } from "./parse-pattern.js";
import type { TokenCursor } from "./token-cursor.js";

/** `[OPTIONAL] MATCH pattern [USING …] [WHERE condition]`. */
export function parseMatch(cursor: TokenCursor): MatchClause {
  const start = cursor.current;
  const optional = cursor.acceptKeywords("OPTIONAL");
  cursor.expectKeyword("MATCH");
  const pattern = parsePattern(cursor);
  skipHints(cursor);
  const where = acceptWhere(cursor);
  return { kind: "MatchClause", optional, pattern, where, span: cursor.spanFrom(start) };
}

/** The condition after WHERE, when there is one. */
export function acceptWhere(cursor: TokenCursor): Expression | null {
  return cursor.acceptKeywords("WHERE") ? cursor.grammar.expression(cursor) : null;
}

/** Planner hints are read and dropped: they name indexes that this engine does not have. */
function skipHints(cursor: TokenCursor): void {
  while (cursor.acceptKeywords("USING")) {
    if (cursor.acceptKeywords("JOIN", "ON")) {
      do {
        parseVariable(cursor);
      } while (cursor.acceptSymbol(","));
    } else if (cursor.acceptKeywords("SCAN")) {
      parseVariable(cursor);
      parseLabelExpression(cursor);
    } else {
      skipIndexHint(cursor);
    }
  }
}

function skipIndexHint(cursor: TokenCursor): void {
  if (!cursor.isKeyword("INDEX") && cursor.isKeyword("INDEX", 1)) {
    cursor.next();
  }
  if (!cursor.acceptKeywords("INDEX")) {
    cursor.fail(["`INDEX`", "`SCAN`", "`JOIN ON`"]);
  }
  cursor.acceptKeywords("SEEK");
  parseVariable(cursor);
  parseLabelExpression(cursor);
  cursor.expectSymbol("(");
  do {
    parseQualifiedName(cursor);
  } while (cursor.acceptSymbol(","));
  cursor.expectSymbol(")");
}
