import type { Expression, MapProjection, MapProjectionItem, Variable } from "../ast/expression.js";
import type { Token } from "../lexer/token.js";
import { parseAtom } from "./parse-atom.js";
import { parseLabelExpression } from "./parse-labels.js";
import { parseMapEntry } from "./parse-map.js";
import { parseVariable } from "./parse-name.js";
import type { TokenCursor } from "./token-cursor.js";

/** An atom followed by property look-ups, indexes, slices, a map projection and a label test. */
export function parsePostfix(cursor: TokenCursor): Expression {
  const subject = parseLookups(cursor);
  // `n :: INTEGER` asks for a type.
  if (!cursor.isSymbol(":") || cursor.isSymbol(":", 1)) {
    return subject;
  }
  const labels = parseLabelExpression(cursor);
  const span = { start: subject.span.start, end: cursor.spanFrom(cursor.current).end };
  return { kind: "LabelPredicate", subject, labels, span };
}

/** The part of {@link parsePostfix} before a label test: what SET and REMOVE take as target. */
export function parseLookups(cursor: TokenCursor): Expression {
  const start = cursor.current;
  let subject = parseAtom(cursor);
  for (let count = 1; ; count++) {
    cursor.checkChain(count);
    if (cursor.acceptSymbol(".")) {
      const key = cursor.expectName("a property key").text;
      subject = { kind: "PropertyAccess", subject, key, span: cursor.spanFrom(start) };
    } else if (cursor.isSymbol("[")) {
      subject = parseIndex(cursor, start, subject);
    } else if (cursor.isSymbol("{") && subject.kind === "Variable") {
      subject = parseMapProjection(cursor, start, subject);
    } else {
      return subject;
    }
  }
}

function parseIndex(cursor: TokenCursor, start: Token, subject: Expression): Expression {
  cursor.expectSymbol("[");
  const from = cursor.isSymbol("..") ? null : parseInside(cursor);
  if (from !== null && cursor.acceptSymbol("]")) {
    return { kind: "IndexAccess", subject, index: from, span: cursor.spanFrom(start) };
  }
  if (!cursor.acceptSymbol("..")) {
    cursor.fail(["`]`", "`..`"]);
  }
  const to = cursor.isSymbol("]") ? null : parseInside(cursor);
  cursor.expectSymbol("]");
  return { kind: "SliceAccess", subject, from, to, span: cursor.spanFrom(start) };
}

function parseInside(cursor: TokenCursor): Expression {
  return cursor.nested(() => cursor.grammar.expression(cursor));
}

/** `n {.name, .*, total: 1, other}`. */
function parseMapProjection(cursor: TokenCursor, start: Token, subject: Variable): MapProjection {
  cursor.expectSymbol("{");
  const items: MapProjectionItem[] = [];
  if (!cursor.isSymbol("}")) {
    do {
      items.push(parseMapProjectionItem(cursor));
    } while (cursor.acceptSymbol(","));
  }
  if (!cursor.acceptSymbol("}")) {
    cursor.fail(["`,`", "`}`"]);
  }
  return { kind: "MapProjection", subject, items, span: cursor.spanFrom(start) };
}

function parseMapProjectionItem(cursor: TokenCursor): MapProjectionItem {
  if (cursor.acceptSymbol(".")) {
    if (cursor.acceptSymbol("*")) {
      return { kind: "all-properties" };
    }
    return { kind: "property", key: cursor.expectName("a property key").text };
  }
  if (cursor.isName() && cursor.isSymbol(":", 1)) {
    return { kind: "entry", ...parseMapEntry(cursor) };
  }
  return { kind: "variable", variable: parseVariable(cursor) };
}
