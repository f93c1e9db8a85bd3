import type { SchemaIndex } from "../../graph/graph-schema.js";
import type { Expression } from "../ast/expression.js";
import type { TokenCursor } from "./token-cursor.js";

type Scheme = Pick<SchemaIndex, "of" | "names" | "keys">;

/** What an index covers: `FOR (n:A|B) ON EACH [n.x, n.y] OPTIONS {…}`, or the old `ON :A(x)`. */
export function parseIndexRule(cursor: TokenCursor, word: string): SchemaIndex {
  const kind = kindOf(word);
  if (cursor.acceptKeywords("ON")) {
    return { kind, analyzer: null, ...parseOldScheme(cursor) };
  }
  if (!cursor.acceptKeywords("FOR")) {
    cursor.fail(["`FOR`"], "Write for example `CREATE INDEX names FOR (n:Person) ON (n.name)`.");
  }
  const { of, names } = parseElement(cursor);
  cursor.expectKeyword("ON");
  cursor.acceptKeywords("EACH");
  const keys = kind === "LOOKUP" ? skipLookup(cursor) : parseKeys(cursor);
  const options = cursor.acceptKeywords("OPTIONS") ? cursor.grammar.expression(cursor) : null;
  return { kind, of, names, keys, analyzer: options === null ? null : analyzerIn(options) };
}

function kindOf(word: string): SchemaIndex["kind"] {
  switch (word) {
    case "TEXT":
    case "POINT":
    case "LOOKUP":
    case "FULLTEXT":
      return word;
    default:
      return "RANGE";
  }
}

function parseOldScheme(cursor: TokenCursor): Scheme {
  cursor.expectSymbol(":");
  const names = [cursor.expectName("a label").text];
  cursor.expectSymbol("(");
  const keys = parseList(cursor, () => cursor.expectName("a property").text);
  cursor.expectSymbol(")");
  return { of: "node", names, keys };
}

/** `(n:A|B)` or `()-[r:T|U]-()`. */
function parseElement(cursor: TokenCursor): Pick<Scheme, "of" | "names"> {
  cursor.expectSymbol("(");
  if (cursor.isName()) {
    const names = parseNames(cursor);
    cursor.expectSymbol(")");
    return { of: "node", names };
  }
  cursor.expectSymbol(")");
  cursor.acceptSymbol("<");
  cursor.expectSymbol("-");
  cursor.expectSymbol("[");
  const names = parseNames(cursor);
  cursor.expectSymbol("]");
  cursor.expectSymbol("-");
  cursor.acceptSymbol(">");
  cursor.expectSymbol("(");
  cursor.expectSymbol(")");
  return { of: "relationship", names };
}

function parseNames(cursor: TokenCursor): readonly string[] {
  cursor.expectName("a variable");
  const names: string[] = [];
  if (cursor.acceptSymbol(":")) {
    do {
      names.push(cursor.expectName("a label or type").text);
    } while (cursor.acceptSymbol("|"));
  }
  return names;
}

/** `labels(n)` or `type(r)`: the names themselves. */
function skipLookup(cursor: TokenCursor): readonly string[] {
  cursor.grammar.expression(cursor);
  return [];
}

function parseKeys(cursor: TokenCursor): readonly string[] {
  const closes = cursor.acceptSymbol("[") ? "]" : cursor.acceptSymbol("(") ? ")" : null;
  const keys = parseList(cursor, () => {
    cursor.expectName("a variable");
    cursor.expectSymbol(".");
    return cursor.expectName("a property").text;
  });
  if (closes !== null) {
    cursor.expectSymbol(closes);
  }
  return keys;
}

function parseList(cursor: TokenCursor, parse: () => string): readonly string[] {
  const items = [parse()];
  while (cursor.acceptSymbol(",")) {
    items.push(parse());
  }
  return items;
}

/** `{indexConfig: {`fulltext.analyzer`: 'english'}}`. */
function analyzerIn(options: Expression): string | null {
  const analyzer = entry(entry(options, "indexConfig"), "fulltext.analyzer");
  return analyzer?.kind === "StringLiteral" ? analyzer.value : null;
}

function entry(map: Expression | undefined, key: string): Expression | undefined {
  return map?.kind === "MapLiteral"
    ? map.entries.find((each) => each.key === key)?.value
    : undefined;
}
