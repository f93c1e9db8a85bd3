import type { BranchClause } from "../ast/query.js";
import type { TokenCursor } from "./token-cursor.js";

type Branch = BranchClause["branches"][number];

/** `WHEN … THEN … ELSE …`, or a query in braces; null when neither starts here. */
export function acceptBranches(cursor: TokenCursor): BranchClause | null {
  const start = cursor.current;
  if (cursor.isSymbol("{")) {
    const branches: readonly Branch[] = [{ condition: null, query: parseBody(cursor) }];
    return { kind: "BranchClause", branches, span: cursor.spanFrom(start) };
  }
  if (!cursor.isKeyword("WHEN")) {
    return null;
  }
  const branches: Branch[] = [];
  while (cursor.acceptKeywords("WHEN")) {
    const condition = cursor.grammar.expression(cursor);
    cursor.expectKeyword("THEN");
    branches.push({ condition, query: parseBody(cursor) });
  }
  if (cursor.acceptKeywords("ELSE")) {
    branches.push({ condition: null, query: parseBody(cursor) });
  }
  return { kind: "BranchClause", branches, span: cursor.spanFrom(start) };
}

/** In braces any query; without them one without UNION and NEXT, which go on behind the whole. */
function parseBody(cursor: TokenCursor): Branch["query"] {
  return cursor.nested(() => {
    if (!cursor.acceptSymbol("{")) {
      return cursor.grammar.singleQuery(cursor);
    }
    const query = cursor.grammar.query(cursor);
    cursor.expectSymbol("}");
    return query;
  });
}
