import type { SchemaCommand } from "../ast/query.js";
import type { TokenCursor } from "./token-cursor.js";

const INDEX_KINDS = ["BTREE", "FULLTEXT", "LOOKUP", "POINT", "RANGE", "TEXT", "VECTOR"];

/**
 * `CREATE INDEX …`, `DROP CONSTRAINT …` and their kin in old and new spelling; null when the statement
 * starts otherwise. Only what is to be created or dropped is read: what follows names an index or a
 * rule that the graph in memory does not keep.
 */
export function acceptSchemaCommand(cursor: TokenCursor): SchemaCommand | null {
  const start = cursor.current;
  const creates = cursor.isKeyword("CREATE");
  if (!creates && !cursor.isKeyword("DROP")) {
    return null;
  }
  const offset = subjectOffset(cursor);
  const what = cursor.peek(offset).keyword;
  if (what !== "INDEX" && what !== "CONSTRAINT") {
    return null;
  }
  for (let skipped = 0; skipped <= offset; skipped++) {
    cursor.next();
  }
  if (isAtEnd(cursor)) {
    cursor.fail(["a name", "`FOR`", "`ON`"]);
  }
  while (!isAtEnd(cursor)) {
    cursor.next();
  }
  return {
    kind: "SchemaCommand",
    action: creates ? "create" : "drop",
    subject: what === "INDEX" ? "index" : "constraint",
    span: cursor.spanFrom(start),
  };
}

/** Where INDEX or CONSTRAINT would stand: after `OR REPLACE` and the kind of index. */
function subjectOffset(cursor: TokenCursor): number {
  const afterReplace = cursor.isKeyword("OR", 1) && cursor.isKeyword("REPLACE", 2) ? 3 : 1;
  return INDEX_KINDS.includes(cursor.peek(afterReplace).keyword) ? afterReplace + 1 : afterReplace;
}

function isAtEnd(cursor: TokenCursor): boolean {
  return cursor.current.kind === "end" || cursor.isSymbol(";");
}
