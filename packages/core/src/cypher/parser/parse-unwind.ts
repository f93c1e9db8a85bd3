import type { UnwindClause } from "../ast/query.js";
import { parseVariable } from "./parse-name.js";
import type { TokenCursor } from "./token-cursor.js";

/** `UNWIND list AS x`. */
export function parseUnwind(cursor: TokenCursor): UnwindClause {
  const start = cursor.expectKeyword("UNWIND");
  const list = cursor.grammar.expression(cursor);
  cursor.expectKeyword("AS");
  const variable = parseVariable(cursor);
  return { kind: "UnwindClause", list, variable, span: cursor.spanFrom(start) };
}
