import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Expression } from "../ast/expression.js";
import { printStatement } from "../ast/print-statement.js";
import { CypherError } from "../source/cypher-error.js";
import { formatCypherError } from "../source/format-cypher-error.js";
import { parseStatement } from "./parse-statement.js";

/** Operators with their operands in parentheses: how the tree is built. */
function tree(expression: Expression): string {
  switch (expression.kind) {
    case "BinaryExpression":
      return `(${tree(expression.left)} ${expression.operator} ${tree(expression.right)})`;
    case "UnaryExpression":
      return `(${expression.operator} ${tree(expression.operand)})`;
    case "ComparisonChain":
      return `(${expression.operands.map((operand, index) => `${tree(operand)}${expression.operators[index] ?? ""}`).join("")})`;
    case "NullCheck":
      return `(${tree(expression.operand)} null?)`;
    case "Variable":
      return expression.name;
    case "IntegerLiteral":
      return String(expression.value);
    default:
      return expression.kind;
  }
}

function returned(source: string): Expression {
  const clause = parseStatement(source).query.parts[0]?.clauses.at(-1);
  const item = clause?.kind === "ReturnClause" ? clause.projection.items[0] : undefined;
  if (item === undefined) {
    throw new Error(`\`${source}\` returns nothing`);
  }
  return item.expression;
}

function failure(source: string): string {
  try {
    parseStatement(source);
  } catch (error) {
    if (error instanceof CypherError) {
      return formatCypherError(error, source);
    }
    throw error;
  }
  return "accepted";
}

describe("parseStatement: precedence", () => {
  it.each([
    { source: "a OR b XOR c AND NOT d", built: "(a or (b xor (c and (not d))))" },
    { source: "NOT a = b", built: "(not (a=b))" },
    { source: "a < b <= c", built: "(a<b<=c)" },
    { source: "(a < b) = c", built: "((a<b)=c)" },
    { source: "a = b IS NULL", built: "(a=(b null?))" },
    { source: "a IN b = c IN d", built: "((a in b)=(c in d))" },
    { source: "a + b * c ^ d", built: "(a + (b * (c ^ d)))" },
    { source: "a ^ b ^ c", built: "((a ^ b) ^ c)" },
    { source: "-2 ^ 2", built: "(-2 ^ 2)" },
    { source: "- a ^ 2", built: "((- a) ^ 2)" },
    { source: "a - 1", built: "(a - 1)" },
    { source: "a-1", built: "(a - 1)" },
    { source: "a < -1", built: "(a<-1)" },
    { source: "a <-1", built: "(a<-1)" },
    { source: "(a)-(b)", built: "(a - b)" },
    { source: "a STARTS WITH b + c", built: "(a starts-with (b + c))" },
    { source: "-9223372036854775808", built: "-9223372036854775808" },
  ])("builds $source as $built", ({ source, built }) => {
    expect(tree(returned(`RETURN ${source}`))).toBe(built);
  });
});

describe("parseStatement: what a bracket opens", () => {
  it.each([
    { source: "(a)-->(b)", kind: "PatternPredicate" },
    { source: "(a)--(b)", kind: "PatternPredicate" },
    { source: "(a)<-[:R]-(b)", kind: "PatternPredicate" },
    { source: "(a) - (b)", kind: "BinaryExpression" },
    { source: "(a:Ship)", kind: "LabelPredicate" },
    { source: "(a)", kind: "Variable" },
    { source: "[a IN b WHERE a | a]", kind: "ListComprehension" },
    { source: "[a IN b]", kind: "ListComprehension" },
    { source: "[a IN b, true]", kind: "ListLiteral" },
    { source: "[true IN b]", kind: "ListLiteral" },
    { source: "[(a)-->(b) | b]", kind: "PatternComprehension" },
    { source: "[p = (a)-->(b) | p]", kind: "PatternComprehension" },
    { source: "[(a)-->(b)]", kind: "ListLiteral" },
    { source: "[(a) - (b)]", kind: "ListLiteral" },
    { source: "a {.x}", kind: "MapProjection" },
    { source: "count { (a)-->() }", kind: "SubqueryExpression" },
    { source: "exists((a)-->())", kind: "SubqueryExpression" },
    { source: "exists(a.x)", kind: "FunctionCall" },
    { source: "any(x IN a WHERE x)", kind: "Quantifier" },
    { source: "any(a)", kind: "FunctionCall" },
    { source: "CASE (a) WHEN 1 THEN 2 END", kind: "CaseExpression" },
  ])("reads $source as $kind", ({ source, kind }) => {
    expect(returned(`RETURN ${source}`).kind).toBe(kind);
  });

  it("ends the labels of a condition at the bar of its comprehension", () => {
    expect(returned("RETURN [x IN xs WHERE x:A | x]")).toMatchObject({
      where: { labels: { kind: "label", name: "A" } },
      projection: { kind: "Variable" },
    });
  });
});

describe("parseStatement: leniency that Neo4j shares", () => {
  it.each([
    { source: "\ufeffmatch (n) return n;", printed: "MATCH (n) RETURN n" },
    { source: "MATCH (a)—->(b) RETURN a", printed: "MATCH (a)-->(b) RETURN a" },
    { source: "MATCH (a)- [ r ] - > (b) RETURN a", printed: "MATCH (a)-[r]->(b) RETURN a" },
    {
      source: "MATCH (match:Return {where: 1}) RETURN match AS limit",
      printed: "MATCH (`match`:`Return` {`where`: 1}) RETURN `match` AS `limit`",
    },
    { source: "MATCH (a)-[:A|:B*]-(b) RETURN a", printed: "MATCH (a)-[:A|B*]-(b) RETURN a" },
    { source: "MATCH (a)<-->(b) RETURN a", printed: "MATCH (a)--(b) RETURN a" },
    {
      source:
        "MATCH (a:A) USING INDEX a:A(x) USING SCAN a:A USING JOIN ON a WHERE a.x = 1 RETURN a",
      printed: "MATCH (a:A) WHERE a.x = 1 RETURN a",
    },
    {
      source: "CYPHER 5 runtime=slotted PROFILE MATCH (n) RETURN n",
      printed: "PROFILE MATCH (n) RETURN n",
    },
    {
      source: "RETURN n :: INT, n IS NOT TYPED STRING LIST, n IS NORMALIZED AS x",
      printed: "RETURN n IS :: INTEGER, n IS NOT :: LIST<STRING>, n IS NFC NORMALIZED AS x",
    },
    {
      source: "USE neo4j MATCH (n) SKIP 1 RETURN n",
      printed: "MATCH (n) WITH * SKIP 1 RETURN n",
    },
    {
      source: "MATCH ((a)-[r]->(b) WHERE r.w > 1){1,} ((c)--(d))+ (e) RETURN e",
      printed: "MATCH () ((a)-[r]->(b) WHERE r.w > 1){1,} () ((c)--(d)){1,} (e) RETURN e",
    },
    {
      source: "MATCH p = SHORTEST 2 PATHS ((a)-->(b) WHERE a.k = 1) RETURN p",
      printed: "MATCH p = SHORTEST 2 ((a)-->(b) WHERE a.k = 1) RETURN p",
    },
    {
      source: "MATCH p = SHORTEST 1 GROUP (a)-->{2}(b) RETURN p",
      printed: "MATCH p = ALL SHORTEST (a)-[*2]->(b) RETURN p",
    },
    {
      source: "MATCH p = ANY SHORTEST (a)-[:R]-+(b)-->{2,}(c)-->*(d) RETURN p",
      printed: "MATCH p = ANY SHORTEST (a)-[:R*]-(b)-[*2..]->(c)-[*0..]->(d) RETURN p",
    },
    {
      source: "RETURN CASE a WHEN > 1, IS NULL THEN 'x' WHEN 0 THEN 'y' END",
      printed: "RETURN CASE WHEN a > 1 THEN 'x' WHEN a IS NULL THEN 'x' WHEN a = 0 THEN 'y' END",
    },
    {
      source: "RETURN trim(BOTH 'x' FROM a), trim(LEADING FROM a)",
      printed: "RETURN btrim(a, 'x'), ltrim(a)",
    },
    {
      source: "RETURN CASE a WHEN 1, 2 THEN 'x' END",
      printed: "RETURN CASE a WHEN 1 THEN 'x' WHEN 2 THEN 'x' END",
    },
    {
      source: "MATCH (n) WHERE EXISTS { MATCH (n)-->(m) WHERE m.x } RETURN n",
      printed: "MATCH (n) WHERE EXISTS { (n)-->(m) WHERE m.x } RETURN n",
    },
  ])("reads $source as $printed", ({ source, printed }) => {
    expect(printStatement(parseStatement(source))).toBe(printed);
  });

  it.each([
    { source: "RETURN 1 +  2 , `a b`, x . y /* here */ AS z", names: ["1 +  2", "a b", "z"] },
    { source: "RETURN count( * )", names: ["count( * )"] },
  ])("names the columns of $source as written", ({ source, names }) => {
    const clause = parseStatement(source).query.parts[0]?.clauses[0];
    const items = clause?.kind === "ReturnClause" ? clause.projection.items : [];
    expect(items.map(({ name }) => name)).toEqual(names);
  });

  it("balances long chains, so that no later stage recurses deeply", () => {
    const source = `RETURN ${Array.from({ length: 5000 }, (_, index) => `a = ${index}`).join(" OR ")}`;
    const depth = (expression: Expression): number =>
      expression.kind === "BinaryExpression"
        ? 1 + Math.max(depth(expression.left), depth(expression.right))
        : 0;
    expect(depth(returned(source))).toBeLessThan(20);
  });
});

describe("parseStatement: schema commands", () => {
  it.each([
    { source: "CREATE INDEX FOR (s:Ship) ON (s.name)", action: "create", subject: "index" },
    { source: "CREATE INDEX ON :Ship(name)", action: "create", subject: "index" },
    {
      source: "CREATE OR REPLACE TEXT INDEX ships IF NOT EXISTS FOR (s:Ship) ON (s.name);",
      action: "create",
      subject: "index",
    },
    {
      source: "CREATE CONSTRAINT FOR (s:Ship) REQUIRE s.id IS UNIQUE",
      action: "create",
      subject: "constraint",
    },
    {
      source: "CREATE CONSTRAINT ON (s:Ship) ASSERT s.id IS UNIQUE",
      action: "create",
      subject: "constraint",
    },
    { source: "DROP INDEX ships IF EXISTS", action: "drop", subject: "index" },
    { source: "DROP CONSTRAINT ships", action: "drop", subject: "constraint" },
  ])("reads $source", ({ source, action, subject }) => {
    expect(parseStatement(source)).toMatchObject({
      query: { parts: [] },
      schema: { action, subject },
    });
  });

  it("still creates nodes whose variable is called index", () => {
    expect(parseStatement("CREATE (index:Range) RETURN index").schema).toBeNull();
  });
});

describe("parseStatement: mistakes", () => {
  it.each([
    "",
    "RETUNR 1",
    "MATCH (n RETURN n",
    "MATCH (n Person) RETURN n",
    "MATCH (n) WHERE RETURN n",
    "MATCH (n) WHERE n.x != 1 RETURN n",
    "MATCH (n) WHERE n.x == 1 RETURN n",
    "MATCH (a)-[:R..]->(b) RETURN a",
    "MATCH (a)-[KNOWS LIKES]->(b) RETURN a",
    "RETURN [1, 2",
    "RETURN 1 RETURN 2; RETURN 3",
    "RETURN {1a: 2}",
    "RETURN 42 — 41",
    "CREATE (n) SET n.x += 1",
    "MATCH (n) REMOVE n",
    "FOREACH (x IN [1] | MATCH (n))",
    "SELECT * FROM ships",
    "SHOW USERS",
    "MATCH (a) ((x)-[:NEAR]->(y)){3,1} (b) RETURN b",
    "MATCH (a) ((x)-[:NEAR]->(y)){0} (b) RETURN b",
    "MATCH (a)-->(b) ((x)-[:NEAR]->(y)) (c) RETURN c",
    "MATCH SHORTEST (a)-->+(b) RETURN b",
    "MATCH SHORTEST 0 (a)-->+(b) RETURN b",
    "CREATE INDEX",
    "CYPHER 26 RETURN 1",
    "CALL { RETURN 1 AS x } IN TRANSACTIONS OF 10 ROWS RETURN x",
    "CREATE VECTOR INDEX t FOR (n:A) ON (n.b)",
    "CREATE CONSTRAINT FOR (n:A) REQUIRE n.b IS NOT NULL",
    "RETURN 1 IS :: WHOLE",
    "LOAD CSV 'x' AS row RETURN row",
    "RETURN CASE WHEN 1 THEN 2",
    "MATCH (n) RETURN n.name, FROM n",
  ])("explains what is wrong with `%s`", (source) => {
    expect(failure(source)).toMatchSnapshot();
  });

  it.each([
    { what: "parentheses", source: `RETURN ${"(".repeat(5000)}1${")".repeat(5000)}` },
    { what: "lists", source: `RETURN ${"[".repeat(5000)}` },
    { what: "NOT", source: `RETURN ${"NOT ".repeat(5000)}true` },
    { what: "subqueries", source: "CALL { ".repeat(5000) },
    { what: "labels", source: `MATCH (n:${"!".repeat(5000)}A) RETURN n` },
    { what: "operands", source: `RETURN ${"1 + ".repeat(5000)}1` },
    { what: "look-ups", source: `RETURN a${".b".repeat(5000)}` },
    { what: "null checks", source: `RETURN a${" IS NULL".repeat(5000)}` },
  ])("refuses too many nested $what with a plain sentence", ({ source }) => {
    expect(failure(source)).toMatch(/nests deeper than|operators follow each other/);
  });

  it("answers any text with a tree or a CypherError", () => {
    const words = fc.constantFrom(
      ..."MATCH OPTIONAL WHERE RETURN WITH UNWIND AS CREATE MERGE SET CALL CASE WHEN END IN NOT ( ) [ ] { } - > < : | , . .. = + * $p 'x' 1 2.5 a b ; EXISTS COUNT".split(
        " ",
      ),
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 30 }), (tokens) => {
        failure(tokens.join(" "));
      }),
      { seed: 7, numRuns: 2000 },
    );
  });
});
