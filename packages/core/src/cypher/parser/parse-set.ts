import type { Expression, Variable } from "../ast/expression.js";
import type { RemoveClause, RemoveItem, SetClause, SetItem } from "../ast/query.js";
import type { Token } from "../lexer/token.js";
import { parseWrittenLabels } from "./parse-labels.js";
import { parseLookups } from "./parse-postfix.js";
import { syntaxError } from "./syntax-error.js";
import type { TokenCursor } from "./token-cursor.js";

/** `SET item, …`. */
export function parseSet(cursor: TokenCursor): SetClause {
  const start = cursor.expectKeyword("SET");
  const items = parseSetItems(cursor);
  return { kind: "SetClause", items, span: cursor.spanFrom(start) };
}

/** `REMOVE item, …`. */
export function parseRemove(cursor: TokenCursor): RemoveClause {
  const start = cursor.expectKeyword("REMOVE");
  const items: RemoveItem[] = [];
  do {
    items.push(parseRemoveItem(cursor));
  } while (cursor.acceptSymbol(","));
  return { kind: "RemoveClause", items, span: cursor.spanFrom(start) };
}

/** What follows SET, also in `ON CREATE SET`. */
export function parseSetItems(cursor: TokenCursor): readonly SetItem[] {
  const items: SetItem[] = [];
  do {
    items.push(parseSetItem(cursor));
  } while (cursor.acceptSymbol(","));
  return items;
}

function parseSetItem(cursor: TokenCursor): SetItem {
  const start = cursor.current;
  const target = parseLookups(cursor);
  if (target.kind === "PropertyAccess" || target.kind === "IndexAccess") {
    cursor.expectSymbol("=");
    const value = cursor.grammar.expression(cursor);
    return { kind: "property", target, value, span: cursor.spanFrom(start) };
  }
  const variable = asVariable(cursor, start, target, "set");
  if (startsLabels(cursor)) {
    const labels = parseWrittenLabels(cursor);
    return { kind: "labels", target: variable, labels, span: cursor.spanFrom(start) };
  }
  const adds = cursor.acceptSymbol("+=");
  if (!adds && !cursor.acceptSymbol("=")) {
    cursor.fail(["`=`", "`+=`", "`:`"]);
  }
  const value = cursor.grammar.expression(cursor);
  const kind = adds ? "add" : "replace";
  return { kind, target: variable, value, span: cursor.spanFrom(start) };
}

function parseRemoveItem(cursor: TokenCursor): RemoveItem {
  const start = cursor.current;
  const target = parseLookups(cursor);
  if (target.kind === "PropertyAccess" || target.kind === "IndexAccess") {
    return { kind: "property", target, span: cursor.spanFrom(start) };
  }
  const variable = asVariable(cursor, start, target, "removed");
  if (!startsLabels(cursor)) {
    cursor.fail(
      ["`.`", "`:`"],
      "REMOVE takes a property or a label; to remove the whole, use DELETE.",
    );
  }
  const labels = parseWrittenLabels(cursor);
  return { kind: "labels", target: variable, labels, span: cursor.spanFrom(start) };
}

function asVariable(
  cursor: TokenCursor,
  start: Token,
  target: Expression,
  verb: "set" | "removed",
): Variable {
  if (target.kind === "Variable") {
    return target;
  }
  throw syntaxError(
    `Only a property, a variable or a label can be ${verb}.`,
    cursor.spanFrom(start),
  );
}

function startsLabels(cursor: TokenCursor): boolean {
  return cursor.isSymbol(":") || (cursor.isKeyword("IS") && cursor.isName(1));
}
