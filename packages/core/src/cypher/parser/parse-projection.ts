import type { Variable } from "../ast/expression.js";
import type {
  Projection,
  ProjectionItem,
  ReturnClause,
  SortItem,
  WithClause,
} from "../ast/query.js";
import type { SourceSpan } from "../source/source-span.js";
import { acceptWhere } from "./parse-match.js";
import { parseVariable } from "./parse-name.js";
import type { TokenCursor } from "./token-cursor.js";

/** `RETURN …`. */
export function parseReturn(cursor: TokenCursor): ReturnClause {
  const start = cursor.expectKeyword("RETURN");
  const projection = parseProjection(cursor);
  return { kind: "ReturnClause", projection, span: cursor.spanFrom(start) };
}

/** `WITH … [WHERE condition]`. */
export function parseWith(cursor: TokenCursor): WithClause {
  const start = cursor.expectKeyword("WITH");
  const projection = parseProjection(cursor);
  const where = acceptWhere(cursor);
  return { kind: "WithClause", form: "with", projection, where, span: cursor.spanFrom(start) };
}

/** `ORDER BY … SKIP … LIMIT …` as a clause of its own: the same as after `WITH *`. */
export function parseOrderClause(cursor: TokenCursor): WithClause {
  const start = cursor.current;
  const order = parseOrder(cursor);
  const span = cursor.spanFrom(start);
  const projection: Projection = { distinct: false, star: true, items: [], ...order, span };
  return { kind: "WithClause", form: "with", projection, where: null, span };
}

/** `FILTER [WHERE] condition`: the same as `WITH * WHERE condition`. */
export function parseFilter(cursor: TokenCursor): WithClause {
  const start = cursor.expectKeyword("FILTER");
  cursor.acceptKeywords("WHERE");
  const where = cursor.grammar.expression(cursor);
  const span = cursor.spanFrom(start);
  return { kind: "WithClause", form: "with", projection: everything([], span), where, span };
}

/** `LET name = expression, …`: the same as `WITH *, expression AS name`. */
export function parseLet(cursor: TokenCursor): WithClause {
  const start = cursor.expectKeyword("LET");
  const items: ProjectionItem[] = [];
  do {
    items.push(parseBinding(cursor));
  } while (cursor.acceptSymbol(","));
  const span = cursor.spanFrom(start);
  return {
    kind: "WithClause",
    form: "let",
    projection: everything(items, span),
    where: null,
    span,
  };
}

function parseBinding(cursor: TokenCursor): ProjectionItem {
  const start = cursor.current;
  const alias = parseVariable(cursor);
  cursor.expectSymbol("=");
  const expression = cursor.grammar.expression(cursor);
  return { expression, alias, name: alias.name, span: cursor.spanFrom(start) };
}

function everything(items: readonly ProjectionItem[], span: SourceSpan): Projection {
  return { distinct: false, star: true, items, orderBy: [], skip: null, limit: null, span };
}

function parseProjection(cursor: TokenCursor): Projection {
  const start = cursor.current;
  const distinct = acceptDistinct(cursor);
  const star = cursor.acceptSymbol("*");
  const items: ProjectionItem[] = [];
  if (!star || cursor.acceptSymbol(",")) {
    do {
      items.push(parseItem(cursor));
    } while (cursor.acceptSymbol(","));
  }
  const order = parseOrder(cursor);
  return { distinct, star, items, ...order, span: cursor.spanFrom(start) };
}

function parseOrder(cursor: TokenCursor): Pick<Projection, "orderBy" | "skip" | "limit"> {
  const orderBy = parseOrderBy(cursor);
  const skip =
    cursor.acceptKeywords("SKIP") || cursor.acceptKeywords("OFFSET")
      ? cursor.grammar.expression(cursor)
      : null;
  const limit = cursor.acceptKeywords("LIMIT") ? cursor.grammar.expression(cursor) : null;
  return { orderBy, skip, limit };
}

/** A variable may be named `distinct`: then a comma, an operator or the end follows it. */
function acceptDistinct(cursor: TokenCursor): boolean {
  const next = cursor.peek(1);
  const isVariable =
    next.kind === "end" ||
    next.keyword === "AS" ||
    (next.kind === "symbol" && [",", ".", ")", "}", ";", "="].includes(next.text));
  return !isVariable && cursor.acceptKeywords("DISTINCT");
}

function parseItem(cursor: TokenCursor): ProjectionItem {
  const start = cursor.current;
  const expression = cursor.grammar.expression(cursor);
  const written = cursor.spanFrom(start);
  const alias: Variable | null = cursor.acceptKeywords("AS") ? parseVariable(cursor) : null;
  const name = alias?.name ?? columnName(cursor, expression, written);
  return { expression, alias, name, span: cursor.spanFrom(start) };
}

/** A bare variable gives its name without backticks, anything else the text as written. */
function columnName(
  cursor: TokenCursor,
  expression: ProjectionItem["expression"],
  written: { readonly start: number; readonly end: number },
): string {
  return expression.kind === "Variable"
    ? expression.name
    : cursor.source.slice(written.start, written.end);
}

function parseOrderBy(cursor: TokenCursor): readonly SortItem[] {
  if (!cursor.acceptKeywords("ORDER")) {
    return [];
  }
  cursor.expectKeyword("BY");
  const items: SortItem[] = [];
  do {
    items.push(parseSortItem(cursor));
  } while (cursor.acceptSymbol(","));
  return items;
}

function parseSortItem(cursor: TokenCursor): SortItem {
  const start = cursor.current;
  const expression = cursor.grammar.expression(cursor);
  const descending = cursor.acceptKeywords("DESC") || cursor.acceptKeywords("DESCENDING");
  if (!descending && !cursor.acceptKeywords("ASC")) {
    cursor.acceptKeywords("ASCENDING");
  }
  return { expression, descending, span: cursor.spanFrom(start) };
}
