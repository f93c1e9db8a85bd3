import type { Query, SchemaCommand, Statement } from "../ast/query.js";
import { lex } from "../lexer/lex.js";
import { parseExpression } from "./parse-expression.js";
import { parseQualifiedName } from "./parse-function-call.js";
import { parsePattern, parsePatternElement } from "./parse-pattern.js";
import { parsePartAlone, parseQuery, parseUpdateClause } from "./parse-query.js";
import { acceptSchemaCommand } from "./parse-schema-command.js";
import { acceptShow } from "./parse-show.js";
import { syntaxError } from "./syntax-error.js";
import { type Grammar, TokenCursor } from "./token-cursor.js";

/** Longest query in UTF-16 code units; data belongs into parameters. */
const MAX_LENGTH = 2_000_000;

const GRAMMAR: Grammar = {
  expression: parseExpression,
  pattern: parsePattern,
  patternElement: parsePatternElement,
  query: parseQuery,
  singleQuery: parsePartAlone,
  updateClause: parseUpdateClause,
};

/**
 * The syntax tree of one Cypher statement. Knows grammar only: what names mean, and whether the
 * clauses fit together, is checked by the analysis.
 * @throws CypherError `SyntaxError` at compile time, with the place
 */
export function parseStatement(source: string): Statement {
  if (source.length > MAX_LENGTH) {
    throw syntaxError(
      `The query has ${source.length} characters; at most ${MAX_LENGTH} are read.`,
      { start: 0, end: 1 },
      { hint: "Pass data as parameters." },
    );
  }
  const cursor = new TokenCursor(source, lex(source), GRAMMAR);
  const start = cursor.current;
  skipOptions(cursor);
  const mode = acceptMode(cursor);
  const schema = acceptSchemaCommand(cursor);
  const query = schema === null ? (acceptShow(cursor) ?? parseQuery(cursor)) : emptyQuery(schema);
  const span = cursor.spanFrom(start);
  cursor.acceptSymbol(";");
  if (cursor.current.kind !== "end") {
    failAfterQuery(cursor);
  }
  return { kind: "Statement", mode, query, schema, span };
}

function emptyQuery({ span }: SchemaCommand): Query {
  return { kind: "Query", parts: [], all: [], span };
}

function failAfterQuery(cursor: TokenCursor): never {
  if (cursor.tokenAt(cursor.index - 1).text === ";") {
    return cursor.fail(["the end of the query"], "Run one statement at a time.");
  }
  return cursor.fail(["a clause", "an operator", "the end of the query"]);
}

/**
 * `CYPHER 5 runtime=slotted` and `USING PERIODIC COMMIT 500` tune Neo4j, `USE name` picks one of its
 * databases; they change no result here and are dropped.
 */
function skipOptions(cursor: TokenCursor): void {
  if (cursor.acceptKeywords("CYPHER")) {
    if (cursor.current.kind === "integer" || cursor.current.kind === "float") {
      requireVersion(cursor);
      cursor.next();
    }
    while (cursor.isName() && cursor.isSymbol("=", 1)) {
      cursor.next();
      cursor.next();
      cursor.next();
    }
  }
  if (cursor.isKeyword("USE") && cursor.isName(1)) {
    cursor.next();
    parseQualifiedName(cursor);
  }
  if (cursor.acceptKeywords("USING", "PERIODIC", "COMMIT") && cursor.current.kind === "integer") {
    cursor.next();
  }
}

/** What a later version of the language would mean is not known here, so it is not guessed. */
function requireVersion(cursor: TokenCursor): void {
  const version = cursor.current.text;
  if (!["3.5", "4.4", "5", "25"].includes(version)) {
    cursor.fail(
      ["`CYPHER 5`", "`CYPHER 25`"],
      "This engine reads Cypher 5 and 25 as one language; the version may be left out.",
    );
  }
}

function acceptMode(cursor: TokenCursor): Statement["mode"] {
  if (cursor.acceptKeywords("EXPLAIN")) {
    return "explain";
  }
  return cursor.acceptKeywords("PROFILE") ? "profile" : "run";
}
