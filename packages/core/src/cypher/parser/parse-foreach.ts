import type { ForeachClause, UpdateClause } from "../ast/query.js";
import { parseVariable } from "./parse-name.js";
import type { TokenCursor } from "./token-cursor.js";

/** `FOREACH (x IN list | SET … CREATE …)`. */
export function parseForeach(cursor: TokenCursor): ForeachClause {
  const start = cursor.expectKeyword("FOREACH");
  cursor.expectSymbol("(");
  const variable = parseVariable(cursor);
  cursor.expectKeyword("IN");
  const list = cursor.nested(
    () => cursor.grammar.expression(cursor),
    cursor.symbolsUntilClose("|").at(0),
  );
  cursor.expectSymbol("|");
  const updates = cursor.nested(() => parseUpdates(cursor));
  cursor.expectSymbol(")");
  return { kind: "ForeachClause", variable, list, updates, span: cursor.spanFrom(start) };
}

function parseUpdates(cursor: TokenCursor): readonly UpdateClause[] {
  const updates: UpdateClause[] = [];
  while (!cursor.isSymbol(")")) {
    const update = cursor.grammar.updateClause(cursor);
    if (update === null) {
      return cursor.fail(
        ["`CREATE`", "`MERGE`", "`SET`", "`REMOVE`", "`DELETE`", "`FOREACH`"],
        "FOREACH only writes; to read, UNWIND the list.",
      );
    }
    updates.push(update);
  }
  return updates.length > 0 ? updates : cursor.fail(["an update clause"]);
}
