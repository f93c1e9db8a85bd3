import type { Variable } from "../ast/expression.js";
import type {
  AnyClause,
  BranchClause,
  Projection,
  Query,
  SingleQuery,
  UnwindClause,
  WithClause,
} from "../ast/query.js";
import type { SourceSpan } from "../source/source-span.js";
import { syntaxError } from "./syntax-error.js";

/** Names that no query can contain. */
const ROWS = " passed rows";
const ROW = " passed row";

/**
 * `first NEXT second` as one query: what the first returns is a WITH for the second. A UNION takes the whole
 * table into each of its parts, so the rows are gathered in a list.
 * @throws CypherError where the first returns nothing, or columns that have no names of their own
 */
export function passOn(first: Query, second: Query, next: SourceSpan): Query {
  const before = passed(first, next);
  const span = { start: first.span.start, end: second.span.end };
  const [only] = second.parts;
  const clauses =
    only !== undefined && second.parts.length === 1
      ? [...before, ...only.clauses]
      : [...before, ...intoEach(columnsOf(first, next), second, next)];
  return { kind: "Query", parts: [{ kind: "SingleQuery", clauses, span }], all: [], span };
}

/** The clauses behind which there is what the query returns, and nothing else. */
function passed(query: Query, next: SourceSpan): readonly AnyClause[] {
  const { span } = query;
  const [only] = query.parts;
  if (only === undefined || query.parts.length > 1) {
    return [{ kind: "BranchClause", branches: [{ condition: null, query }], span }];
  }
  const last = only.clauses.at(-1);
  switch (last?.kind) {
    case "BranchClause":
      return only.clauses;
    case "ReturnClause":
      return [...only.clauses.slice(0, -1), asWith(last.projection)];
    default:
      throw syntaxError(
        "NEXT passes on what a query returns, and this one returns nothing.",
        next,
        {
          hint: "End the query before NEXT with RETURN.",
        },
      );
  }
}

function asWith(projection: Projection): WithClause {
  return { kind: "WithClause", form: "with", projection, where: null, span: projection.span };
}

/** Every part of the UNION begins with the rows that were gathered. */
function intoEach(
  columns: readonly string[],
  union: Query,
  next: SourceSpan,
): readonly AnyClause[] {
  const span = { start: next.start, end: next.end };
  const variable = (name: string): Variable => ({ kind: "Variable", name, span });
  const list = { kind: "ListLiteral", items: columns.map(variable), span } as const;
  const gather = projecting(span, [
    [
      {
        kind: "FunctionCall",
        name: "collect",
        arguments: [list],
        distinct: false,
        star: false,
        span,
      },
      ROWS,
    ],
  ]);
  const unwind: UnwindClause = {
    kind: "UnwindClause",
    list: variable(ROWS),
    variable: variable(ROW),
    span,
  };
  const spread = projecting(
    span,
    columns.map((name, at) => [
      {
        kind: "IndexAccess",
        subject: variable(ROW),
        index: { kind: "IntegerLiteral", value: at, span },
        span,
      },
      name,
    ]),
  );
  const parts = union.parts.map(
    (part): SingleQuery => ({ ...part, clauses: [unwind, spread, ...part.clauses] }),
  );
  const branches: BranchClause["branches"] = [{ condition: null, query: { ...union, parts } }];
  return [gather, { kind: "BranchClause", branches, span: union.span }];
}

function projecting(
  span: SourceSpan,
  columns: readonly (readonly [Projection["items"][number]["expression"], string])[],
): WithClause {
  const items = columns.map(([expression, name]) => ({
    expression,
    alias: { kind: "Variable", name, span } as const,
    name,
    span,
  }));
  const nothing = { orderBy: [], skip: null, limit: null } as const;
  return asWith({ distinct: false, star: false, items, ...nothing, span });
}

/** The columns of a query by their names, as far as they are written. */
function columnsOf(query: Query, next: SourceSpan): readonly string[] {
  const last = query.parts[0]?.clauses.at(-1);
  if (last?.kind === "BranchClause") {
    const [branch] = last.branches;
    return branch === undefined ? [] : columnsOf(branch.query, next);
  }
  if (last?.kind !== "ReturnClause" || last.projection.star) {
    throw syntaxError("What NEXT passes into a UNION has to be named.", next, {
      hint: "Write the columns in place of `RETURN *`.",
    });
  }
  return last.projection.items.map(({ name }) => name);
}
