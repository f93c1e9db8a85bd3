import type { DynamicLabel, LabelExpression } from "../ast/expression.js";
import type { WrittenName } from "../ast/query.js";
import type { TokenCursor } from "./token-cursor.js";

/**
 * Labels or relationship types after `:` or `IS`: `A:B`, `A&B`, `A|B`, `A|:B`, `!A`, `%`, parentheses.
 * `|` binds weakest, then `&` and `:`, then `!`.
 */
export function parseLabelExpression(cursor: TokenCursor): LabelExpression {
  if (!cursor.acceptSymbol(":") && !cursor.acceptKeywords("IS")) {
    cursor.fail(["`:`"]);
  }
  return parseAlternatives(cursor);
}

function parseAlternatives(cursor: TokenCursor): LabelExpression {
  let left = parseConjunction(cursor);
  for (let count = 1; cursor.acceptJoiningPipe(); count++) {
    cursor.checkChain(count);
    cursor.acceptSymbol(":");
    left = { kind: "or", left, right: parseConjunction(cursor) };
  }
  return left;
}

function parseConjunction(cursor: TokenCursor): LabelExpression {
  let left = parseNegation(cursor);
  for (let count = 1; cursor.acceptSymbol("&") || cursor.acceptSymbol(":"); count++) {
    cursor.checkChain(count);
    left = { kind: "and", left, right: parseNegation(cursor) };
  }
  return left;
}

function parseNegation(cursor: TokenCursor): LabelExpression {
  if (cursor.acceptSymbol("!")) {
    return cursor.nested(
      () => ({ kind: "not", operand: parseNegation(cursor) }),
      cursor.closingPipe,
    );
  }
  if (cursor.acceptSymbol("%")) {
    return { kind: "wildcard" };
  }
  if (cursor.acceptSymbol("(")) {
    const inner = cursor.nested(() => parseAlternatives(cursor));
    cursor.expectSymbol(")");
    return inner;
  }
  const dynamic = acceptDynamicLabel(cursor);
  if (dynamic !== null) {
    return dynamic;
  }
  const token = cursor.expectName("a label or type");
  return { kind: "label", name: token.text, span: { start: token.start, end: token.end } };
}

/** `:A`, `:A:B` or `:A&$(expression)`: labels to write. */
export function parseWrittenLabels(cursor: TokenCursor): readonly WrittenName[] {
  cursor.next();
  const labels: WrittenName[] = [parseWrittenLabel(cursor)];
  while (cursor.acceptSymbol(":") || cursor.acceptSymbol("&")) {
    labels.push(parseWrittenLabel(cursor));
  }
  return labels;
}

function parseWrittenLabel(cursor: TokenCursor): WrittenName {
  return acceptDynamicLabel(cursor) ?? cursor.expectName("a label").text;
}

const QUANTIFIERS: ReadonlySet<string> = new Set(["all", "any"]);

/** `$(expression)`, `$all(expression)`, `$any(expression)`. */
function acceptDynamicLabel(cursor: TokenCursor): DynamicLabel | null {
  const start = cursor.current;
  const word = start.text.toLowerCase();
  const isNamed = start.kind === "parameter" && QUANTIFIERS.has(word);
  if (!cursor.isSymbol("$") && !isNamed) {
    return null;
  }
  cursor.next();
  cursor.expectSymbol("(");
  const names = cursor.nested(() => cursor.grammar.expression(cursor));
  cursor.expectSymbol(")");
  const quantifier = isNamed && word === "any" ? "any" : "all";
  return { kind: "dynamic", quantifier, names, span: cursor.spanFrom(start) };
}
