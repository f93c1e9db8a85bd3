import type { MapEntry, MapLiteral, Parameter } from "../ast/expression.js";
import type { TokenCursor } from "./token-cursor.js";

/** `{key: value, …}`. Keys are names; keywords may be keys. */
export function parseMap(cursor: TokenCursor): MapLiteral {
  const open = cursor.expectSymbol("{");
  const entries: MapEntry[] = [];
  if (!cursor.isSymbol("}")) {
    do {
      entries.push(parseMapEntry(cursor));
    } while (cursor.acceptSymbol(","));
  }
  if (!cursor.acceptSymbol("}")) {
    cursor.fail(["`,`", "`}`"]);
  }
  return { kind: "MapLiteral", entries, span: cursor.spanFrom(open) };
}

/** `key: value` of a map or a map projection. */
export function parseMapEntry(cursor: TokenCursor): MapEntry {
  const key = cursor.expectName("a key").text;
  cursor.expectSymbol(":");
  return { key, value: cursor.nested(() => cursor.grammar.expression(cursor)) };
}

/** The properties of a node or relationship pattern, when there are any. */
export function parseProperties(cursor: TokenCursor): MapLiteral | Parameter | null {
  if (cursor.isSymbol("{")) {
    return cursor.nested(() => parseMap(cursor));
  }
  if (cursor.current.kind !== "parameter") {
    return null;
  }
  const token = cursor.next();
  return { kind: "Parameter", name: token.text, span: { start: token.start, end: token.end } };
}
