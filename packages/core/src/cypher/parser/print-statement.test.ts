import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Expression } from "../ast/expression.js";
import { printStatement } from "../ast/print-statement.js";
import { parseStatement } from "./parse-statement.js";

/** The tree without what depends on how it was written: places, and names of unnamed columns. */
function shape(node: unknown): unknown {
  return JSON.parse(
    JSON.stringify(node, (key, value: unknown) => {
      if (key === "span" || (key === "name" && typeof value === "string" && value === "")) {
        return undefined;
      }
      if (typeof value === "bigint") {
        return `${value}n`;
      }
      if (typeof value === "object" && value !== null && "alias" in value) {
        return { ...value, name: "" };
      }
      return Object.is(value, -0) ? "-0" : value;
    }),
  );
}

const SPAN = { start: 0, end: 0 };

const NAME = fc.constantFrom("ship", "port", "Crew member", "order", "tönnage", "x`y", "count");
const LABELS = fc.constantFrom<Expression & { kind: "LabelPredicate" }>(
  ...["Port", "!Port", "Port&(Harbour|Dock)", "%"].map((labels) => {
    const clause = parseStatement(`RETURN (ship:${labels})`).query.parts[0]?.clauses[0];
    const item = clause?.kind === "ReturnClause" ? clause.projection.items[0] : undefined;
    if (item?.expression.kind !== "LabelPredicate") {
      throw new Error("a label test was expected");
    }
    return item.expression;
  }),
);

const { expression } = fc.letrec<{ expression: Expression; leaf: Expression }>((tie) => {
  const sub = tie("expression");
  const variable = NAME.map((name) => ({ kind: "Variable", name, span: SPAN }) as const);
  const leaf: fc.Arbitrary<Expression> = fc.oneof(
    variable,
    fc.integer().map((value) => ({ kind: "IntegerLiteral", value, span: SPAN }) as const),
    fc
      .double({ noNaN: true, noDefaultInfinity: true })
      .map((value) => ({ kind: "FloatLiteral", value, span: SPAN }) as const),
    fc.string().map((value) => ({ kind: "StringLiteral", value, span: SPAN }) as const),
    fc.boolean().map((value) => ({ kind: "BooleanLiteral", value, span: SPAN }) as const),
    fc.constant({ kind: "NullLiteral", span: SPAN } as const),
    NAME.map((name) => ({ kind: "Parameter", name, span: SPAN }) as const),
    LABELS,
  );
  const binary = fc.constantFrom(
    ...(["or", "xor", "and", "+", "-", "*", "/", "%", "^", "in", "=~"] as const),
    ...(["starts-with", "ends-with", "contains"] as const),
  );
  const comparison = fc.constantFrom(...(["=", "<>", "<", "<=", ">", ">="] as const));
  const composite: fc.Arbitrary<Expression> = fc.oneof(
    fc.tuple(binary, sub, sub).map(
      ([operator, left, right]): Expression => ({
        kind: "BinaryExpression",
        operator,
        left,
        right,
        span: SPAN,
      }),
    ),
    fc.tuple(comparison, sub, comparison, sub, sub).map(
      ([first, a, second, b, c]): Expression => ({
        kind: "ComparisonChain",
        operands: [a, b, c],
        operators: [first, second],
        span: SPAN,
      }),
    ),
    fc.tuple(fc.constantFrom("not", "+"), sub).map(
      ([operator, operand]): Expression => ({
        kind: "UnaryExpression",
        operator: operator === "not" ? "not" : "+",
        operand,
        span: SPAN,
      }),
    ),
    fc
      .tuple(sub, fc.boolean())
      .map(
        ([operand, negated]): Expression => ({ kind: "NullCheck", operand, negated, span: SPAN }),
      ),
    fc
      .tuple(sub, NAME)
      .map(([subject, key]): Expression => ({ kind: "PropertyAccess", subject, key, span: SPAN })),
    fc
      .tuple(sub, sub)
      .map(([subject, index]): Expression => ({ kind: "IndexAccess", subject, index, span: SPAN })),
    fc.tuple(sub, fc.option(sub), fc.option(sub)).map(
      ([subject, from, to]): Expression => ({
        kind: "SliceAccess",
        subject,
        from,
        to,
        span: SPAN,
      }),
    ),
    fc
      .array(sub, { maxLength: 3 })
      .map((items): Expression => ({ kind: "ListLiteral", items, span: SPAN })),
    fc
      .array(fc.record({ key: NAME, value: sub }), { maxLength: 2 })
      .map((entries): Expression => ({ kind: "MapLiteral", entries, span: SPAN })),
    fc.tuple(variable, sub, fc.option(sub), sub).map(
      ([name, list, where, projection]): Expression => ({
        kind: "ListComprehension",
        variable: name,
        list,
        where,
        projection,
        span: SPAN,
      }),
    ),
    fc.tuple(fc.option(sub), sub, sub, fc.option(sub)).map(
      ([subject, when, then, otherwise]): Expression => ({
        kind: "CaseExpression",
        subject,
        branches: [{ when, then }],
        otherwise,
        span: SPAN,
      }),
    ),
    fc.array(sub, { maxLength: 2 }).map(
      (args): Expression => ({
        kind: "FunctionCall",
        name: "coalesce",
        arguments: args,
        distinct: false,
        star: false,
        span: SPAN,
      }),
    ),
  );
  return {
    leaf,
    expression: fc.oneof({ depthSize: "small", withCrossShrink: true }, leaf, composite),
  };
});

function returning(item: Expression) {
  const projection = {
    distinct: false,
    star: false,
    items: [{ expression: item, alias: null, name: "", span: SPAN }],
    orderBy: [],
    skip: null,
    limit: null,
    span: SPAN,
  };
  const clause = { kind: "ReturnClause", projection, span: SPAN } as const;
  const part = { kind: "SingleQuery", clauses: [clause], span: SPAN } as const;
  const query = { kind: "Query", parts: [part], all: [], span: SPAN } as const;
  return { kind: "Statement", mode: "run", query, schema: null, span: SPAN } as const;
}

describe("printStatement", () => {
  it("prints any expression so that parsing gives the same tree", () => {
    fc.assert(
      fc.property(expression, (item) => {
        const statement = returning(item);
        const printed = printStatement(statement);
        expect(shape(parseStatement(printed)), printed).toEqual(shape(statement));
      }),
      { numRuns: 500, seed: 20 },
    );
  });

  it.each([
    "MATCH (s:Ship {flag: 'PA'})-[r:CALLED_AT*1..3]->(p:Port), q = (s)--() WHERE p.name STARTS WITH 'B' RETURN s, r",
    "OPTIONAL MATCH p = shortestPath((a)-[:NEAR*]-(b)) RETURN nodes(p) AS n ORDER BY n DESC SKIP 1 LIMIT $k",
    "MATCH (a:Port|Harbour&!Closed) WHERE EXISTS { (a)-->(:Ship) } AND NOT (a)<--() RETURN DISTINCT a",
    "UNWIND [1, 2.0, -3] AS x WITH x WHERE x > 1 RETURN *, CASE x WHEN 2 THEN 'two' ELSE null END AS word",
    "MERGE (s:Ship {id: 1}) ON CREATE SET s.seen = true ON MATCH SET s += {seen: false}, s:Known REMOVE s.old, s:New",
    "CREATE (a)-[:OWNS {since: 1999}]->(b) SET a = {x: 1}, a['k'] = 2 DETACH DELETE a, b",
    "FOREACH (x IN [1, 2] | CREATE (:Crate {id: x}) MERGE (:Mark {id: x}))",
    "CALL db.labels() YIELD label AS l WHERE l <> 'Ship' RETURN l UNION ALL RETURN 'none' AS l",
    "MATCH (s) CALL (s) { WITH s MATCH (s)-->(p) RETURN count(*) AS calls } RETURN s {.name, .*, calls, twice: calls * 2}",
    "MATCH (s) RETURN [(s)-->(p) WHERE p:Port | p.name], all(x IN s.marks WHERE x = 1), reduce(t = 0, x IN s.loads | t + x)",
    "MATCH (s WHERE s.flag IS NOT NULL)-[r WHERE r.year > 2000]->() RETURN COUNT { MATCH (s)-->() RETURN 1 } + COLLECT { MATCH (s)-->(p) RETURN p }[0]",
    "EXPLAIN MATCH (`my ship`:`Odd label`) RETURN `my ship`.`odd key`, $`a b`, $0",
  ])("prints %s so that parsing gives the same tree", (source) => {
    const statement = parseStatement(source);
    expect(shape(parseStatement(printStatement(statement)))).toEqual(shape(statement));
  });

  it.each([
    { source: "return  (1+2)*3", printed: "RETURN (1 + 2) * 3" },
    { source: "RETURN ((a)) . b", printed: "RETURN a.b" },
    { source: "RETURN a AND (b OR c)", printed: "RETURN a AND (b OR c)" },
    { source: "RETURN -(5), - x, --1", printed: "RETURN -(5), -x, -(-1)" },
    { source: "RETURN (a < b) = c", printed: "RETURN (a < b) = c" },
    { source: "match (n)-[:A|:B]-() return n", printed: "MATCH (n)-[:A|B]-() RETURN n" },
  ])("prints $source as $printed", ({ source, printed }) => {
    expect(printStatement(parseStatement(source))).toBe(printed);
  });
});
