import type { AnyClause, Query, SingleQuery, UpdateClause } from "../ast/query.js";
import { parseCall } from "./parse-call.js";
import { parseCreate } from "./parse-create.js";
import { parseDelete } from "./parse-delete.js";
import { parseForeach } from "./parse-foreach.js";
import { parseMatch } from "./parse-match.js";
import { parseMerge } from "./parse-merge.js";
import { parseOrderClause, parseReturn, parseWith } from "./parse-projection.js";
import { parseRemove, parseSet } from "./parse-set.js";
import { parseUnwind } from "./parse-unwind.js";
import { syntaxError } from "./syntax-error.js";
import type { TokenCursor } from "./token-cursor.js";

/** Clauses, and UNION between them; ends before whatever starts no clause. */
export function parseQuery(cursor: TokenCursor): Query {
  const start = cursor.current;
  const parts: SingleQuery[] = [parseSingleQuery(cursor)];
  const all: boolean[] = [];
  while (cursor.acceptKeywords("UNION")) {
    const isAll = cursor.acceptKeywords("ALL");
    if (!isAll) {
      cursor.acceptKeywords("DISTINCT");
    }
    all.push(isAll);
    parts.push(parseSingleQuery(cursor));
  }
  return { kind: "Query", parts, all, span: cursor.spanFrom(start) };
}

function parseSingleQuery(cursor: TokenCursor): SingleQuery {
  const start = cursor.current;
  const clauses: AnyClause[] = [];
  for (let clause = parseClause(cursor); clause !== null; clause = parseClause(cursor)) {
    clauses.push(clause);
  }
  if (clauses.length === 0) {
    failWithoutClause(cursor);
  }
  return { kind: "SingleQuery", clauses, span: cursor.spanFrom(start) };
}

function parseClause(cursor: TokenCursor): AnyClause | null {
  switch (cursor.current.keyword) {
    case "MATCH":
      return parseMatch(cursor);
    case "OPTIONAL":
      return cursor.isKeyword("CALL", 1) ? parseCall(cursor) : parseMatch(cursor);
    case "UNWIND":
      return parseUnwind(cursor);
    case "WITH":
      return parseWith(cursor);
    case "RETURN":
      return parseReturn(cursor);
    case "ORDER":
    case "SKIP":
    case "OFFSET":
    case "LIMIT":
      return parseOrderClause(cursor);
    case "CALL":
      return parseCall(cursor);
    default:
      return parseUpdateClause(cursor);
  }
}

/** A clause that writes; null when none starts here. */
export function parseUpdateClause(cursor: TokenCursor): UpdateClause | null {
  switch (cursor.current.keyword) {
    case "CREATE":
      return parseCreate(cursor);
    case "MERGE":
      return parseMerge(cursor);
    case "SET":
      return parseSet(cursor);
    case "REMOVE":
      return parseRemove(cursor);
    case "DELETE":
    case "DETACH":
    case "NODETACH":
      return parseDelete(cursor);
    case "FOREACH":
      return parseForeach(cursor);
    default:
      return null;
  }
}

const FOREIGN_STATEMENTS: ReadonlyMap<string, string> = new Map([
  ["START", "START was removed from Cypher; begin with MATCH."],
  ["SELECT", "This is Cypher, not SQL; begin with MATCH and end with RETURN."],
  ["SHOW", "SHOW is not supported; `CALL db.labels()` and its kin list what the graph has."],
  ["LOAD", "LOAD CSV is not supported; pass the rows as a parameter and UNWIND it."],
]);

function failWithoutClause(cursor: TokenCursor): never {
  const hint = FOREIGN_STATEMENTS.get(cursor.current.keyword) ?? null;
  if (cursor.current.kind === "end" && cursor.index === 0) {
    throw syntaxError("The query is empty.", cursor.current, {
      hint: "Begin with MATCH or RETURN.",
    });
  }
  return cursor.fail(["a clause such as `MATCH`, `CREATE` or `RETURN`"], hint);
}
