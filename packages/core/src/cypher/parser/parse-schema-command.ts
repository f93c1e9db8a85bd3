import type { SchemaCommand } from "../ast/query.js";
import { parseIndexRule } from "./parse-index-rule.js";
import type { TokenCursor } from "./token-cursor.js";

const INDEX_KINDS = ["BTREE", "FULLTEXT", "LOOKUP", "POINT", "RANGE", "TEXT", "VECTOR"];

/**
 * `CREATE INDEX …`, `DROP CONSTRAINT …` and their kin in old and new spelling; null when the statement
 * starts otherwise. A rule that the graph in memory could not hold is refused, not forgotten.
 */
export function acceptSchemaCommand(cursor: TokenCursor): SchemaCommand | null {
  const start = cursor.current;
  const creates = cursor.isKeyword("CREATE");
  if (!creates && !cursor.isKeyword("DROP")) {
    return null;
  }
  const offset = subjectOffset(cursor);
  const subject = cursor.peek(offset).keyword;
  if (subject !== "INDEX" && subject !== "CONSTRAINT") {
    return null;
  }
  const kind = cursor.peek(offset - 1).keyword;
  for (let skipped = 0; skipped <= offset; skipped++) {
    cursor.next();
  }
  if (isAtEnd(cursor)) {
    cursor.fail(["a name", "`FOR`", "`ON`"]);
  }
  const name = acceptSchemaName(cursor);
  const tolerant =
    cursor.acceptKeywords("IF", "NOT", "EXISTS") || cursor.acceptKeywords("IF", "EXISTS");
  const action = creates ? "create" : "drop";
  const base = { kind: "SchemaCommand", action, name, tolerant } as const;
  if (subject === "INDEX") {
    if (creates && kind === "VECTOR") {
      cursor.fail(
        ["an index of another kind"],
        "The graph in memory has no vector index: order by `vector.similarity.cosine()`.",
      );
    }
    const index = creates ? parseIndexRule(cursor, kind) : null;
    skipRest(cursor);
    return { ...base, subject: "index", rule: null, index, span: cursor.spanFrom(start) };
  }
  const rule = isAtEnd(cursor) ? null : parseUniqueRule(cursor);
  return { ...base, subject: "constraint", rule, index: null, span: cursor.spanFrom(start) };
}

/** Where INDEX or CONSTRAINT would stand: after `OR REPLACE` and the kind of index. */
function subjectOffset(cursor: TokenCursor): number {
  const afterReplace = cursor.isKeyword("OR", 1) && cursor.isKeyword("REPLACE", 2) ? 3 : 1;
  return INDEX_KINDS.includes(cursor.peek(afterReplace).keyword) ? afterReplace + 1 : afterReplace;
}

function acceptSchemaName(cursor: TokenCursor): string | null {
  const isNamed =
    cursor.isName() && !["FOR", "ON", "IF"].some((keyword) => cursor.isKeyword(keyword));
  return isNamed ? cursor.next().text : null;
}

/** `FOR (n:Label) REQUIRE n.key IS UNIQUE` or `ON (n:Label) ASSERT (n.a, n.b) IS UNIQUE`. */
function parseUniqueRule(cursor: TokenCursor): SchemaCommand["rule"] {
  if (!cursor.acceptKeywords("FOR")) {
    cursor.expectKeyword("ON");
  }
  cursor.expectSymbol("(");
  if (cursor.isSymbol(")")) {
    return refuse(cursor);
  }
  cursor.expectName("a variable");
  cursor.expectSymbol(":");
  const label = cursor.expectName("a label").text;
  cursor.expectSymbol(")");
  if (!cursor.acceptKeywords("REQUIRE")) {
    cursor.expectKeyword("ASSERT");
  }
  const keys = parseKeys(cursor);
  if (!cursor.acceptKeywords("IS", "UNIQUE") && !cursor.acceptKeywords("IS", "NODE", "UNIQUE")) {
    return refuse(cursor);
  }
  skipRest(cursor);
  return { label, keys };
}

function parseKeys(cursor: TokenCursor): readonly string[] {
  const isList = cursor.acceptSymbol("(");
  const keys: string[] = [];
  do {
    cursor.expectName("a variable");
    if (!cursor.acceptSymbol(".")) {
      refuse(cursor);
    }
    keys.push(cursor.expectName("a property").text);
  } while (isList && cursor.acceptSymbol(","));
  if (isList) {
    cursor.expectSymbol(")");
  }
  return keys;
}

function refuse(cursor: TokenCursor): never {
  return cursor.fail(
    ["`IS UNIQUE` for properties of a node"],
    "The graph in memory holds no other constraints, and Neo4j Community no other but the same on relationships.",
  );
}

function skipRest(cursor: TokenCursor): void {
  while (!isAtEnd(cursor)) {
    cursor.next();
  }
}

function isAtEnd(cursor: TokenCursor): boolean {
  return cursor.current.kind === "end" || cursor.isSymbol(";");
}
