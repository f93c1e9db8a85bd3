import type { AnyClause, Query, SingleQuery, UpdateClause } from "../ast/query.js";
import { acceptBranches } from "./parse-branches.js";
import { parseCall } from "./parse-call.js";
import { parseCreate } from "./parse-create.js";
import { parseDelete } from "./parse-delete.js";
import { parseForeach } from "./parse-foreach.js";
import { parseLoadCsv } from "./parse-load-csv.js";
import { parseMatch } from "./parse-match.js";
import { parseMerge } from "./parse-merge.js";
import {
  parseFilter,
  parseLet,
  parseOrderClause,
  parseReturn,
  parseWith,
} from "./parse-projection.js";
import { parseRemove, parseSet } from "./parse-set.js";
import { parseUnwind } from "./parse-unwind.js";
import { passOn } from "./pass-on.js";
import { syntaxError } from "./syntax-error.js";
import type { TokenCursor } from "./token-cursor.js";

/** Queries with NEXT between them; ends before whatever starts no clause. */
export function parseQuery(cursor: TokenCursor): Query {
  let query = parseUnion(cursor);
  for (let count = 1; cursor.isKeyword("NEXT"); count++) {
    cursor.checkChain(count);
    const next = cursor.next();
    query = passOn(query, parseUnion(cursor), next);
  }
  return query;
}

/** A query of one part. */
export function parsePartAlone(cursor: TokenCursor): Query {
  const part = parseSingleQuery(cursor);
  return { kind: "Query", parts: [part], all: [], span: part.span };
}

/** Clauses, and UNION between them. */
function parseUnion(cursor: TokenCursor): Query {
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
  const branches = acceptBranches(cursor);
  if (branches !== null) {
    return { kind: "SingleQuery", clauses: [branches], span: cursor.spanFrom(start) };
  }
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
    case "CALL":
      return parseCall(cursor);
    case "LOAD":
      return parseLoadCsv(cursor);
    default:
      return parseProjecting(cursor) ?? parseUpdateClause(cursor);
  }
}

/** A clause that says what goes on, and what comes out. */
function parseProjecting(cursor: TokenCursor): AnyClause | null {
  switch (cursor.current.keyword) {
    case "WITH":
      return parseWith(cursor);
    case "FILTER":
      return parseFilter(cursor);
    case "LET":
      return parseLet(cursor);
    case "ORDER":
    case "SKIP":
    case "OFFSET":
    case "LIMIT":
      return parseOrderClause(cursor);
    case "RETURN":
      return parseReturn(cursor);
    case "FINISH":
      return { kind: "FinishClause", span: cursor.spanFrom(cursor.next()) };
    default:
      return null;
  }
}

/** A clause that writes; null when none starts here. */
export function parseUpdateClause(cursor: TokenCursor): UpdateClause | null {
  switch (cursor.current.keyword) {
    case "CREATE":
    case "INSERT":
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
