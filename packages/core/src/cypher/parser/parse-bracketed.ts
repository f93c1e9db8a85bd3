import type { Expression, ListComprehension, PatternComprehension } from "../ast/expression.js";
import { parseVariable } from "./parse-name.js";
import { startsPattern } from "./starts-pattern.js";
import type { TokenCursor } from "./token-cursor.js";

/** `[…]` where an expression starts: a list, a list comprehension or a pattern comprehension. */
export function parseBracketed(cursor: TokenCursor): Expression {
  const open = cursor.index;
  if (startsPatternComprehension(cursor, open)) {
    return parsePatternComprehension(cursor);
  }
  if (startsListComprehension(cursor) && cursor.symbolsUntilClose(",", 1).length === 0) {
    return parseListComprehension(cursor);
  }
  return parseList(cursor);
}

/** `[true IN list]` is a list of one condition. */
function startsListComprehension(cursor: TokenCursor): boolean {
  const isLiteral = ["TRUE", "FALSE", "NULL"].includes(cursor.peek(1).keyword);
  return cursor.isName(1) && !isLiteral && cursor.isKeyword("IN", 2);
}

function startsPatternComprehension(cursor: TokenCursor, open: number): boolean {
  const named = cursor.isName(1) && cursor.isSymbol("=", 2);
  return (
    startsPattern(cursor, open + (named ? 3 : 1)) && cursor.symbolsUntilClose("|", 1).length > 0
  );
}

function parseList(cursor: TokenCursor): Expression {
  const open = cursor.expectSymbol("[");
  const items: Expression[] = [];
  cursor.nested(() => {
    if (!cursor.isSymbol("]")) {
      do {
        items.push(cursor.grammar.expression(cursor));
      } while (cursor.acceptSymbol(","));
    }
  });
  if (!cursor.acceptSymbol("]")) {
    cursor.fail(["`,`", "`]`"]);
  }
  return { kind: "ListLiteral", items, span: cursor.spanFrom(open) };
}

/** Of several pipes the first one closes the condition, or where that cannot be read, the last: `x:A|B | x`. */
function withClosingPipe<T>(
  cursor: TokenCursor,
  pipes: readonly number[],
  parse: (pipe: number | undefined) => T,
): T {
  const [first, last] = [pipes.at(0), pipes.at(-1)];
  return first === last
    ? parse(first)
    : cursor.either(
        () => parse(first),
        () => parse(last),
      );
}

/** `[x IN list WHERE condition | projection]`; both of the last two may be missing. */
function parseListComprehension(cursor: TokenCursor): ListComprehension {
  const pipes = cursor.symbolsUntilClose("|", 1);
  return withClosingPipe(cursor, pipes, (pipe) => parseListWithPipe(cursor, pipe));
}

function parseListWithPipe(cursor: TokenCursor, pipe: number | undefined): ListComprehension {
  const open = cursor.expectSymbol("[");
  const variable = parseVariable(cursor);
  cursor.expectKeyword("IN");
  const list = cursor.nested(() => cursor.grammar.expression(cursor), pipe);
  const where = parseWhereBefore(cursor, pipe);
  const projection = cursor.acceptSymbol("|")
    ? cursor.nested(() => cursor.grammar.expression(cursor))
    : null;
  if (!cursor.acceptSymbol("]")) {
    cursor.fail(projection === null ? ["`|`", "`]`"] : ["`]`"]);
  }
  const span = cursor.spanFrom(open);
  return { kind: "ListComprehension", variable, list, where, projection, span };
}

function parseWhereBefore(cursor: TokenCursor, pipe: number | undefined): Expression | null {
  return cursor.acceptKeywords("WHERE")
    ? cursor.nested(() => cursor.grammar.expression(cursor), pipe)
    : null;
}

/** `[(a)-->(b) WHERE condition | projection]`, also with `p =` before the pattern. */
function parsePatternComprehension(cursor: TokenCursor): PatternComprehension {
  const open = cursor.expectSymbol("[");
  const variable = cursor.isSymbol("(") ? null : parseVariable(cursor);
  if (variable !== null) {
    cursor.expectSymbol("=");
  }
  const pattern = cursor.nested(() => cursor.grammar.patternElement(cursor));
  const pipes = cursor.symbolsUntilClose("|");
  const rest = withClosingPipe(cursor, pipes, (pipe) => parseAfterPattern(cursor, pipe));
  const span = cursor.spanFrom(open);
  return { kind: "PatternComprehension", variable, pattern, ...rest, span };
}

function parseAfterPattern(
  cursor: TokenCursor,
  pipe: number | undefined,
): Pick<PatternComprehension, "where" | "projection"> {
  const where = parseWhereBefore(cursor, pipe);
  cursor.expectSymbol("|");
  const projection = cursor.nested(() => cursor.grammar.expression(cursor));
  cursor.expectSymbol("]");
  return { where, projection };
}
