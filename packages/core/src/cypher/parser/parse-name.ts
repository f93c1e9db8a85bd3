import type { Variable } from "../ast/expression.js";
import type { TokenCursor } from "./token-cursor.js";

/** A variable's name where one must stand. */
export function parseVariable(cursor: TokenCursor): Variable {
  const token = cursor.expectName("a variable");
  return {
    kind: "Variable",
    name: token.text,
    span: { start: token.start, end: token.end },
  };
}
