import type { Expression, Variable } from "../ast/expression.js";
import type { ProcedureCallClause, SubqueryCallClause } from "../ast/query.js";
import { parseQualifiedName } from "./parse-function-call.js";
import { acceptWhere } from "./parse-match.js";
import { parseVariable } from "./parse-name.js";
import type { TokenCursor } from "./token-cursor.js";

type Yield = NonNullable<ProcedureCallClause["yields"]>[number];

/** `CALL name(…) YIELD …`, `CALL { … }` or `CALL (x) { … }`, all also after OPTIONAL. */
export function parseCall(cursor: TokenCursor): ProcedureCallClause | SubqueryCallClause {
  const start = cursor.current;
  const optional = cursor.acceptKeywords("OPTIONAL");
  cursor.expectKeyword("CALL");
  if (!cursor.isSymbol("{") && !cursor.isSymbol("(")) {
    return parseProcedureCall(cursor, start, optional);
  }
  const imports = cursor.isSymbol("(") ? parseImports(cursor) : null;
  cursor.expectSymbol("{");
  const query = cursor.nested(() => cursor.grammar.query(cursor));
  cursor.expectSymbol("}");
  refuseTransactions(cursor);
  const span = cursor.spanFrom(start);
  return { kind: "SubqueryCallClause", imports, query, optional, span };
}

function parseImports(cursor: TokenCursor): readonly Variable[] | "*" {
  cursor.expectSymbol("(");
  if (cursor.acceptSymbol("*")) {
    cursor.expectSymbol(")");
    return "*";
  }
  const imports: Variable[] = [];
  if (!cursor.isSymbol(")")) {
    do {
      imports.push(parseVariable(cursor));
    } while (cursor.acceptSymbol(","));
  }
  cursor.expectSymbol(")");
  return imports;
}

/** Rows that stay written when a later one fails are what no statement leaves behind here. */
function refuseTransactions(cursor: TokenCursor): void {
  // After a subquery nothing else starts with IN; what follows says how many rows and at a time.
  if (cursor.isKeyword("IN")) {
    cursor.fail(
      ["the next clause"],
      "A statement is one transaction in memory: leave `IN TRANSACTIONS` out.",
    );
  }
}

function parseProcedureCall(
  cursor: TokenCursor,
  start: TokenCursor["current"],
  optional: boolean,
): ProcedureCallClause {
  const name = parseQualifiedName(cursor);
  const args = cursor.isSymbol("(") ? parseArguments(cursor) : null;
  let yields: readonly Yield[] | null = null;
  let yieldStar = false;
  let where: Expression | null = null;
  if (cursor.acceptKeywords("YIELD")) {
    yieldStar = cursor.acceptSymbol("*");
    yields = yieldStar ? null : parseYields(cursor);
    where = acceptWhere(cursor);
  }
  const span = cursor.spanFrom(start);
  const call = { name, arguments: args, yields, yieldStar, where, optional, span };
  return { kind: "ProcedureCallClause", ...call };
}

function parseArguments(cursor: TokenCursor): readonly Expression[] {
  cursor.expectSymbol("(");
  const args: Expression[] = [];
  if (!cursor.isSymbol(")")) {
    do {
      args.push(cursor.nested(() => cursor.grammar.expression(cursor)));
    } while (cursor.acceptSymbol(","));
  }
  if (!cursor.acceptSymbol(")")) {
    cursor.fail(["`,`", "`)`"]);
  }
  return args;
}

/** `YIELD -`, the older way to say that nothing is wanted, gives an empty list. */
export function parseYields(cursor: TokenCursor): readonly Yield[] {
  if (cursor.acceptSymbol("-")) {
    return [];
  }
  const yields: Yield[] = [];
  do {
    const field = parseVariable(cursor);
    const variable = cursor.acceptKeywords("AS") ? parseVariable(cursor) : field;
    yields.push({ field: field.name, variable });
  } while (cursor.acceptSymbol(","));
  return yields;
}
