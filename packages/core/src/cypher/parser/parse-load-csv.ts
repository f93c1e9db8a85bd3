import type { Expression } from "../ast/expression.js";
import { LOAD_CSV } from "../ast/load-csv.js";
import type { ProcedureCallClause } from "../ast/query.js";
import { parseVariable } from "./parse-name.js";
import type { TokenCursor } from "./token-cursor.js";

/** `LOAD CSV [WITH HEADERS] FROM url AS row [FIELDTERMINATOR ';']`, as the call that it is. */
export function parseLoadCsv(cursor: TokenCursor): ProcedureCallClause {
  const start = cursor.expectKeyword("LOAD");
  cursor.expectKeyword("CSV");
  const headers = cursor.acceptKeywords("WITH", "HEADERS");
  cursor.expectKeyword("FROM");
  const url = cursor.grammar.expression(cursor);
  cursor.expectKeyword("AS");
  const variable = parseVariable(cursor);
  const terminator: Expression | null = cursor.acceptKeywords("FIELDTERMINATOR")
    ? cursor.grammar.expression(cursor)
    : null;
  const span = cursor.spanFrom(start);
  return {
    kind: "ProcedureCallClause",
    name: LOAD_CSV,
    arguments: [
      url,
      { kind: "BooleanLiteral", value: headers, span },
      ...(terminator === null ? [] : [terminator]),
    ],
    yields: [{ field: "row", variable }],
    yieldStar: false,
    where: null,
    optional: false,
    span,
  };
}
