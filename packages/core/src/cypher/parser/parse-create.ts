import type { CreateClause } from "../ast/query.js";
import { parsePattern } from "./parse-pattern.js";
import type { TokenCursor } from "./token-cursor.js";

/** `CREATE pattern`. */
export function parseCreate(cursor: TokenCursor): CreateClause {
  const start = cursor.expectKeyword("CREATE");
  const pattern = parsePattern(cursor);
  return { kind: "CreateClause", pattern, span: cursor.spanFrom(start) };
}
