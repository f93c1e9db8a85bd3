import type { Expression, Variable } from "../ast/expression.js";
import type { AnyClause, ProcedureCallClause, Projection, Query } from "../ast/query.js";
import { SHOWN, type ShownColumns } from "../ast/shown-columns.js";
import type { SourceSpan } from "../source/source-span.js";
import { parseYields } from "./parse-call.js";
import { acceptWhere } from "./parse-match.js";
import { parseOrderClause, parseReturn } from "./parse-projection.js";
import type { TokenCursor } from "./token-cursor.js";

type Chosen = NonNullable<ProcedureCallClause["yields"]>;

const SUBJECTS: ReadonlyMap<string, ShownColumns> = new Map<string, ShownColumns>([
  ["INDEX", SHOWN.INDEXES],
  ["INDEXES", SHOWN.INDEXES],
  ["CONSTRAINT", SHOWN.CONSTRAINTS],
  ["CONSTRAINTS", SHOWN.CONSTRAINTS],
  ["FUNCTION", SHOWN.FUNCTIONS],
  ["FUNCTIONS", SHOWN.FUNCTIONS],
  ["PROCEDURE", SHOWN.PROCEDURES],
  ["PROCEDURES", SHOWN.PROCEDURES],
]);
/** Words before the subject that leave all of it in, or only some by its column `type` or `isBuiltIn`. */
const KINDS: ReadonlySet<string> = new Set([
  "RANGE",
  "TEXT",
  "POINT",
  "LOOKUP",
  "FULLTEXT",
  "VECTOR",
]);

/** `SHOW INDEXES [YIELD …] [WHERE …] [RETURN …]` and its kin as a call; null when the statement starts otherwise. */
export function acceptShow(cursor: TokenCursor): Query | null {
  if (!cursor.isKeyword("SHOW")) {
    return null;
  }
  const start = cursor.next();
  const filter = acceptKind(cursor);
  const subject = SUBJECTS.get(cursor.current.keyword);
  if (subject === undefined) {
    return cursor.fail(
      ["`INDEXES`", "`CONSTRAINTS`", "`FUNCTIONS`", "`PROCEDURES`"],
      "A graph in memory has no databases, users, settings or transactions to show.",
    );
  }
  cursor.next();
  if (cursor.acceptKeywords("EXECUTABLE") && cursor.acceptKeywords("BY")) {
    cursor.acceptKeywords("CURRENT", "USER");
  }
  const clauses = parseRest(cursor, subject, start, filter);
  const span = cursor.spanFrom(start);
  const part = { kind: "SingleQuery", clauses, span } as const;
  return { kind: "Query", parts: [part], all: [], span };
}

/** What `FULLTEXT` or `BUILT IN` leaves in: a column and its value. */
function acceptKind(cursor: TokenCursor): readonly [string, string | boolean] | null {
  if (cursor.acceptKeywords("ALL")) {
    return null;
  }
  if (cursor.acceptKeywords("BUILT", "IN")) {
    return ["isBuiltIn", true];
  }
  if (cursor.acceptKeywords("USER", "DEFINED")) {
    return ["isBuiltIn", false];
  }
  if (KINDS.has(cursor.current.keyword)) {
    return ["type", cursor.next().keyword];
  }
  if (cursor.isKeyword("UNIQUE") || cursor.isKeyword("UNIQUENESS")) {
    cursor.next();
    return ["type", "UNIQUENESS"];
  }
  return null;
}

function parseRest(
  cursor: TokenCursor,
  subject: ShownColumns,
  span: SourceSpan,
  filter: ReturnType<typeof acceptKind>,
): readonly AnyClause[] {
  const named = (name: string): Variable => ({ kind: "Variable", name, span });
  const brief = subject.columns.slice(0, subject.brief);
  const yields = cursor.acceptKeywords("YIELD");
  const chosen =
    yields && !cursor.acceptSymbol("*")
      ? parseYields(cursor)
      : (yields ? subject.columns : brief).map((field) => ({ field, variable: named(field) }));
  const order = yields ? acceptOrder(cursor) : null;
  const where = acceptWhere(cursor);
  const call = callOf(subject, span, filter, chosen, order === null ? where : null);
  const filtered: readonly AnyClause[] = order === null ? [] : [{ ...order, where }];
  if (yields && cursor.isKeyword("RETURN")) {
    const last = parseReturn(cursor);
    // Here `*` gives the columns in the order in which they were asked for.
    const star = last.projection.star && last.projection.items.length === 0;
    const all = { ...last.projection, star: false, items: itemsOf(chosen, span) };
    return [...call, ...filtered, star ? { ...last, projection: all } : last];
  }
  const nothing = { distinct: false, star: false, orderBy: [], skip: null, limit: null } as const;
  const projection: Projection = { ...nothing, items: itemsOf(chosen, span), span };
  return [...call, ...filtered, { kind: "ReturnClause", projection, span }];
}

function itemsOf(chosen: Chosen, span: SourceSpan): Projection["items"] {
  return chosen.map(({ variable }) => ({
    expression: variable,
    alias: null,
    name: variable.name,
    span,
  }));
}

function acceptOrder(cursor: TokenCursor) {
  const starts = ["ORDER", "SKIP", "OFFSET", "LIMIT"].some((word) => cursor.isKeyword(word));
  return starts ? parseOrderClause(cursor) : null;
}

/** The kind is asked of a column that the query need not have asked for. */
function callOf(
  { procedure }: ShownColumns,
  span: SourceSpan,
  filter: ReturnType<typeof acceptKind>,
  chosen: Chosen,
  where: Expression | null,
): readonly AnyClause[] {
  const call = {
    kind: "ProcedureCallClause",
    name: procedure,
    arguments: [],
    yieldStar: false,
    optional: false,
    span,
  } as const;
  if (filter === null) {
    return [{ ...call, yields: chosen, where }];
  }
  const [field, value] = filter;
  const variable: Variable = { kind: "Variable", name: ` ${field}`, span };
  const literal: Expression =
    typeof value === "string"
      ? { kind: "StringLiteral", value, span }
      : { kind: "BooleanLiteral", value, span };
  const isKind: Expression = {
    kind: "ComparisonChain",
    operands: [variable, literal],
    operators: ["="],
    span,
  };
  const both: Expression =
    where === null
      ? isKind
      : { kind: "BinaryExpression", operator: "and", left: isKind, right: where, span };
  return [{ ...call, yields: [...chosen, { field, variable }], where: both }];
}
