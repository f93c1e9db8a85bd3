import type { Expression } from "../ast/expression.js";
import type { DeleteClause } from "../ast/query.js";
import type { TokenCursor } from "./token-cursor.js";

/** `[DETACH | NODETACH] DELETE expression, …`. */
export function parseDelete(cursor: TokenCursor): DeleteClause {
  const start = cursor.current;
  const detach = cursor.acceptKeywords("DETACH");
  if (!detach) {
    cursor.acceptKeywords("NODETACH");
  }
  cursor.expectKeyword("DELETE");
  const targets: Expression[] = [];
  do {
    targets.push(cursor.grammar.expression(cursor));
  } while (cursor.acceptSymbol(","));
  return { kind: "DeleteClause", detach, targets, span: cursor.spanFrom(start) };
}
