import type { Expression, FunctionCall, Quantifier, Reduce } from "../ast/expression.js";
import type { Token } from "../lexer/token.js";
import { parseVariable } from "./parse-name.js";
import { startsPattern } from "./starts-pattern.js";
import type { TokenCursor } from "./token-cursor.js";

/** A call, or one of the forms that only look like calls: quantifiers, `reduce`, `exists`, shortest paths. */
export function parseFunctionCall(cursor: TokenCursor): Expression {
  const special = cursor.isSymbol("(", 1) ? parseSpecialForm(cursor) : null;
  return special ?? parseOrdinaryCall(cursor);
}

function parseSpecialForm(cursor: TokenCursor): Expression | null {
  const { keyword } = cursor.current;
  switch (keyword) {
    case "ALL":
    case "ANY":
    case "NONE":
    case "SINGLE":
      return cursor.isName(2) && cursor.isKeyword("IN", 3) ? parseQuantifier(cursor) : null;
    case "REDUCE":
    case "ALLREDUCE":
      return cursor.isName(2) && cursor.isSymbol("=", 3) ? parseReduce(cursor) : null;
    case "EXISTS":
      return startsPattern(cursor, cursor.index + 2) ? parseExistsPattern(cursor) : null;
    case "TRIM":
      return ["BOTH", "LEADING", "TRAILING"].includes(cursor.peek(2).keyword)
        ? parseTrim(cursor)
        : null;
    case "SHORTESTPATH":
    case "ALLSHORTESTPATHS":
      return parseShortestPath(cursor, keyword === "ALLSHORTESTPATHS");
    default:
      return null;
  }
}

function parseOrdinaryCall(cursor: TokenCursor): FunctionCall {
  const start = cursor.current;
  const name = parseQualifiedName(cursor);
  cursor.expectSymbol("(");
  const distinct = acceptDistinct(cursor);
  const star = !distinct && cursor.isSymbol("*") && cursor.isSymbol(")", 1);
  const args: Expression[] = [];
  if (star) {
    cursor.next();
  } else if (!cursor.isSymbol(")")) {
    cursor.nested(() => {
      do {
        args.push(cursor.grammar.expression(cursor));
      } while (cursor.acceptSymbol(","));
    });
  }
  if (!cursor.acceptSymbol(")")) {
    cursor.fail(["`,`", "`)`"]);
  }
  const span = cursor.spanFrom(start);
  const written = name.toLowerCase() === "normalize" ? args.map(normalFormAsText) : args;
  return { kind: "FunctionCall", name, arguments: written, distinct, star, span };
}

const NORMAL_FORMS: ReadonlySet<string> = new Set(["NFC", "NFD", "NFKC", "NFKD"]);

/** In `normalize(text, NFD)` the form is a word of the language. */
function normalFormAsText(argument: Expression, index: number): Expression {
  return index === 1 && argument.kind === "Variable" && NORMAL_FORMS.has(argument.name)
    ? { kind: "StringLiteral", value: argument.name, span: argument.span }
    : argument;
}

/** `count(DISTINCT x)`; in `count(distinct)` it is a variable. `ALL` is the default spelled out. */
function acceptDistinct(cursor: TokenCursor): boolean {
  if (cursor.isSymbol(")", 1) || cursor.isSymbol(",", 1) || cursor.isSymbol(".", 1)) {
    return false;
  }
  return cursor.acceptKeywords("DISTINCT");
}

/** `name` or `namespace.name`, with the dots. */
export function parseQualifiedName(cursor: TokenCursor): string {
  let name = cursor.expectName("a name").text;
  while (cursor.acceptSymbol(".")) {
    name += `.${cursor.expectName("a name").text}`;
  }
  return name;
}

function quantifierNamed(keyword: string): Quantifier["quantifier"] {
  switch (keyword) {
    case "ALL":
      return "all";
    case "ANY":
      return "any";
    case "NONE":
      return "none";
    default:
      return "single";
  }
}

/** `all(x IN list WHERE condition)`. */
function parseQuantifier(cursor: TokenCursor): Quantifier {
  const start = cursor.next();
  cursor.expectSymbol("(");
  const variable = parseVariable(cursor);
  cursor.expectKeyword("IN");
  const list = cursor.nested(() => cursor.grammar.expression(cursor));
  const where = cursor.acceptKeywords("WHERE")
    ? cursor.nested(() => cursor.grammar.expression(cursor))
    : null;
  if (!cursor.acceptSymbol(")")) {
    cursor.fail(where === null ? ["`WHERE`", "`)`"] : ["`)`"]);
  }
  const span = cursor.spanFrom(start);
  const quantifier = quantifierNamed(start.keyword);
  return { kind: "Quantifier", quantifier, variable, list, where, span };
}

/** `reduce(sum = 0, x IN list | sum + x)`, `allReduce(sum = 0, x IN list | sum + x, sum < 9)`. */
function parseReduce(cursor: TokenCursor): Reduce {
  const start = cursor.next();
  cursor.expectSymbol("(");
  const accumulator = parseVariable(cursor);
  cursor.expectSymbol("=");
  const initial = cursor.nested(() => cursor.grammar.expression(cursor));
  cursor.expectSymbol(",");
  const variable = parseVariable(cursor);
  cursor.expectKeyword("IN");
  const list = cursor.nested(
    () => cursor.grammar.expression(cursor),
    cursor.symbolsUntilClose("|").at(0),
  );
  cursor.expectSymbol("|");
  const expression = cursor.nested(() => cursor.grammar.expression(cursor));
  let condition: Expression | null = null;
  if (start.keyword === "ALLREDUCE") {
    cursor.expectSymbol(",");
    condition = cursor.nested(() => cursor.grammar.expression(cursor));
  }
  cursor.expectSymbol(")");
  const span = cursor.spanFrom(start);
  return { kind: "Reduce", accumulator, initial, variable, list, expression, condition, span };
}

/** `exists((a)-->(b))`, the older spelling of `EXISTS { (a)-->(b) }`. */
function parseExistsPattern(cursor: TokenCursor): Expression {
  const start: Token = cursor.next();
  cursor.expectSymbol("(");
  const element = cursor.nested(() => cursor.grammar.patternElement(cursor));
  cursor.expectSymbol(")");
  const { span } = element;
  const part = {
    kind: "PatternPart",
    variable: null,
    element,
    shortest: null,
    selector: null,
    span,
  } as const;
  const pattern = { kind: "Pattern", parts: [part], span } as const;
  return {
    kind: "SubqueryExpression",
    form: "exists",
    body: { kind: "pattern", pattern, where: null },
    span: cursor.spanFrom(start),
  };
}

function parseShortestPath(cursor: TokenCursor, all: boolean): Expression {
  const start = cursor.next();
  cursor.expectSymbol("(");
  const pattern = cursor.nested(() => cursor.grammar.patternElement(cursor));
  cursor.expectSymbol(")");
  return { kind: "ShortestPathExpression", all, pattern, span: cursor.spanFrom(start) };
}

/** `trim(LEADING 'x' FROM text)`: a call of the function for that side. */
function parseTrim(cursor: TokenCursor): FunctionCall {
  const start = cursor.next();
  cursor.expectSymbol("(");
  const side = cursor.next().keyword;
  const name = side === "LEADING" ? "ltrim" : side === "TRAILING" ? "rtrim" : "btrim";
  const character = cursor.isKeyword("FROM")
    ? []
    : [cursor.nested(() => cursor.grammar.expression(cursor))];
  cursor.expectKeyword("FROM");
  const text = cursor.nested(() => cursor.grammar.expression(cursor));
  cursor.expectSymbol(")");
  const args = [text, ...character];
  const span = cursor.spanFrom(start);
  return { kind: "FunctionCall", name, arguments: args, distinct: false, star: false, span };
}
