import type { NamedType, ValueTypeName, ValueTypeUnion } from "../ast/value-type.js";
import type { TokenCursor } from "./token-cursor.js";

/** Types by the words that name them, longest first: `TIME WITH TIMEZONE` starts like none of the others. */
const NAMES: readonly (readonly [string, ValueTypeName])[] = [
  ["ANY PROPERTY VALUE", "PROPERTY VALUE"],
  ["ANY RELATIONSHIP", "RELATIONSHIP"],
  ["ANY VERTEX", "NODE"],
  ["ANY NODE", "NODE"],
  ["ANY EDGE", "RELATIONSHIP"],
  ["ANY MAP", "MAP"],
  ["ANY VALUE", "ANY"],
  ["PROPERTY VALUE", "PROPERTY VALUE"],
  ["SIGNED INTEGER", "INTEGER"],
  ["TIMESTAMP WITHOUT TIME ZONE", "LOCAL DATETIME"],
  ["TIMESTAMP WITHOUT TIMEZONE", "LOCAL DATETIME"],
  ["TIMESTAMP WITH TIME ZONE", "ZONED DATETIME"],
  ["TIMESTAMP WITH TIMEZONE", "ZONED DATETIME"],
  ["TIME WITHOUT TIME ZONE", "LOCAL TIME"],
  ["TIME WITHOUT TIMEZONE", "LOCAL TIME"],
  ["TIME WITH TIME ZONE", "ZONED TIME"],
  ["TIME WITH TIMEZONE", "ZONED TIME"],
  ["LOCAL DATETIME", "LOCAL DATETIME"],
  ["ZONED DATETIME", "ZONED DATETIME"],
  ["LOCAL TIME", "LOCAL TIME"],
  ["ZONED TIME", "ZONED TIME"],
  ["BOOLEAN", "BOOLEAN"],
  ["BOOL", "BOOLEAN"],
  ["STRING", "STRING"],
  ["VARCHAR", "STRING"],
  ["INTEGER", "INTEGER"],
  ["INT", "INTEGER"],
  ["FLOAT", "FLOAT"],
  ["DATE", "DATE"],
  ["DURATION", "DURATION"],
  ["POINT", "POINT"],
  ["VERTEX", "NODE"],
  ["NODE", "NODE"],
  ["RELATIONSHIP", "RELATIONSHIP"],
  ["EDGE", "RELATIONSHIP"],
  ["MAP", "MAP"],
  ["PATH", "PATH"],
  ["NOTHING", "NOTHING"],
  ["NULL", "NULL"],
];

/** `INTEGER`, `LIST<STRING NOT NULL> NOT NULL`, `INTEGER | FLOAT`. */
export function parseValueType(cursor: TokenCursor): ValueTypeUnion {
  const types: NamedType[] = [];
  do {
    cursor.checkChain(types.length + 1);
    types.push(...parseOne(cursor));
  } while (cursor.acceptJoiningPipe());
  return types;
}

function parseOne(cursor: TokenCursor): readonly NamedType[] {
  let types = parseInner(cursor);
  // `INTEGER LIST` is `LIST<INTEGER>`.
  for (let count = 1; cursor.acceptKeywords("LIST") || cursor.acceptKeywords("ARRAY"); count++) {
    cursor.checkChain(count);
    types = [listOf(cursor, types)];
  }
  return types;
}

function parseInner(cursor: TokenCursor): readonly NamedType[] {
  if (cursor.acceptKeywords("LIST") || cursor.acceptKeywords("ARRAY")) {
    return [listOf(cursor, parseItem(cursor))];
  }
  for (const [words, name] of NAMES) {
    if (cursor.acceptKeywords(...words.split(" "))) {
      return [{ name, item: null, nullable: acceptNullable(cursor) }];
    }
  }
  if (cursor.acceptKeywords("ANY")) {
    return cursor.isSymbol("<")
      ? parseItem(cursor)
      : [{ name: "ANY", item: null, nullable: acceptNullable(cursor) }];
  }
  return cursor.fail(["a type such as `INTEGER`, `STRING`, `LIST<ANY>` or `ZONED DATETIME`"]);
}

function parseItem(cursor: TokenCursor): ValueTypeUnion {
  cursor.expectSymbol("<");
  const item = cursor.nested(() => parseValueType(cursor));
  cursor.expectSymbol(">");
  return item;
}

function listOf(cursor: TokenCursor, item: ValueTypeUnion): NamedType {
  return { name: "LIST", item, nullable: acceptNullable(cursor) };
}

function acceptNullable(cursor: TokenCursor): boolean {
  return !cursor.acceptKeywords("NOT", "NULL") && !cursor.acceptSymbol("!");
}
