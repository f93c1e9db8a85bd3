import { describe, expect, it } from "vitest";
import { parseStatement } from "./parser/parse-statement.js";
import { type Analysis, analyze } from "./semantics/analyze.js";
import type { Catalog } from "./semantics/catalog.js";
import { checkParameters } from "./semantics/check-parameters.js";
import { CypherError } from "./source/cypher-error.js";
import { positionOf } from "./source/excerpt.js";

const AGGREGATES = new Set(["count", "collect", "max", "sum"]);
const FUNCTIONS = new Set("toupper size length labels type rand head range properties".split(" "));

const CATALOG: Catalog = {
  findFunction: (name) =>
    FUNCTIONS.has(name.toLowerCase())
      ? { minArguments: name === "rand" ? 0 : 1, maxArguments: 3 }
      : undefined,
  findAggregate: (name) =>
    AGGREGATES.has(name.toLowerCase()) ? { minArguments: 1, maxArguments: 1 } : undefined,
  findProcedure: (name) =>
    name === "harbour.ships"
      ? {
          name,
          inputs: [
            { name: "port", type: "STRING?" },
            { name: "limit", type: "INTEGER?", optional: true },
          ],
          outputs: [{ name: "ship", type: "NODE?" }],
        }
      : undefined,
  functionNames: () => ["toUpper", "size", "collect"],
  procedureNames: () => ["harbour.ships"],
};

function analysis(source: string): Analysis {
  return analyze(parseStatement(source), source, CATALOG);
}

function failure(source: string): { error: CypherError; at: string } {
  try {
    analysis(source);
  } catch (error) {
    if (error instanceof CypherError) {
      const { line, column } = positionOf(source, error.span?.start ?? -1);
      return { error, at: `${line}:${column}` };
    }
    throw error;
  }
  throw new Error(`\`${source}\` was accepted`);
}

describe("analyze", () => {
  it.each([
    { source: "MATCH (n) RETURN n.name, 1 AS one", columns: ["n.name", "one"] },
    { source: "MATCH (b)-[a]->(c) RETURN *", columns: ["a", "b", "c"] },
    { source: "MATCH (b) RETURN *, 1 AS a", columns: ["b", "a"] },
    { source: "CREATE (n)", columns: [] },
    { source: "CALL harbour.ships('Beirut')", columns: ["ship"] },
    { source: "RETURN 1 AS x UNION RETURN 2 AS x", columns: ["x"] },
  ])("knows the columns of $source", ({ source, columns }) => {
    expect(analysis(source).columns).toEqual(columns);
  });

  it.each([
    { source: "MATCH (n) RETURN n", readOnly: true },
    { source: "MATCH (n) SET n.x = 1", readOnly: false },
    { source: "MATCH (n) CALL (n) { CREATE (:Mark) } RETURN n", readOnly: false },
    { source: "FOREACH (x IN [1] | CREATE ())", readOnly: false },
  ])("knows whether $source only reads", ({ source, readOnly }) => {
    expect(analysis(source).readOnly).toBe(readOnly);
  });

  it("gathers the parameters, also of subqueries and of a call without parentheses", () => {
    const source =
      "MATCH (n {x: $b}) WHERE EXISTS { MATCH (n)-->(m) WHERE m.y = $a RETURN m } RETURN n LIMIT $c";
    expect(analysis(source).parameters).toEqual(["a", "b", "c"]);
    expect(analysis("CALL harbour.ships").parameters).toEqual(["limit", "port"]);
  });

  it("misses a parameter without value, not one that is null", () => {
    const needed = analysis("RETURN $a, $b");
    expect(() => checkParameters(needed, new Map([["a", null]]))).toThrow(
      "The query uses `$b` and was given no value for it.",
    );
    expect(() => checkParameters(needed, new Set(["a", "b"]))).not.toThrow();
  });
});

describe("analyze: names", () => {
  it.each([
    { source: "MATCH (ship) RETURN shp", detail: "UndefinedVariable", at: "1:21" },
    { source: "MATCH (a) WITH a.x AS x RETURN a", detail: "UndefinedVariable", at: "1:32" },
    {
      source: "MATCH (a) RETURN DISTINCT a.x ORDER BY a.y",
      detail: "UndefinedVariable",
      at: "1:40",
    },
    { source: "RETURN [x IN [1] | x] AS l, x", detail: "UndefinedVariable", at: "1:29" },
    { source: "MATCH (a) WHERE (a)-->(b) RETURN a", detail: "UndefinedVariable", at: "1:24" },
    {
      source: "MATCH (a) CALL { RETURN a AS b } RETURN b",
      detail: "UndefinedVariable",
      at: "1:25",
    },
    {
      source: "MATCH (a), (b) CALL (a) { RETURN b AS c } RETURN c",
      detail: "UndefinedVariable",
      at: "1:34",
    },
    { source: "MATCH (a) MATCH ()-[a]->() RETURN a", detail: "VariableTypeConflict", at: "1:21" },
    { source: "WITH 1 AS a MATCH (a) RETURN a", detail: "VariableTypeConflict", at: "1:20" },
    { source: "MATCH (p), p = (a)--(b) RETURN p", detail: "VariableAlreadyBound", at: "1:12" },
    { source: "MATCH (a) CREATE (a)", detail: "VariableAlreadyBound", at: "1:19" },
    { source: "MATCH (a) CREATE (a:New)-[:R]->(b)", detail: "VariableAlreadyBound", at: "1:19" },
    { source: "MATCH (a) UNWIND [1] AS a RETURN a", detail: "VariableAlreadyBound", at: "1:25" },
    {
      source: "MATCH (a) CALL { RETURN 1 AS a } RETURN a",
      detail: "VariableAlreadyBound",
      at: "1:11",
    },
    {
      source: "MATCH ()-[r]->()-[r]->() RETURN r",
      detail: "RelationshipUniquenessViolation",
      at: "1:19",
    },
    { source: "RETURN 1 AS a, 2 AS a", detail: "ColumnNameConflict", at: "1:16" },
    { source: "MATCH (a) WITH a.x RETURN 1", detail: "NoExpressionAlias", at: "1:16" },
    { source: "MATCH () RETURN *", detail: "NoVariablesInScope", at: "1:17" },
  ])("rejects $source with $detail at $at", ({ source, detail, at }) => {
    const found = failure(source);
    expect({ detail: found.error.detail, at: found.at }).toEqual({ detail, at });
  });

  it("proposes the name that was probably meant", () => {
    expect(failure("MATCH (ship) RETURN shpi").error.message).toBe(
      "Variable `shpi` is not defined. Did you mean `ship`?",
    );
    expect(failure("RETURN toUper('a')").error.message).toBe(
      "There is no function `toUper()`. Did you mean `toUpper()`?",
    );
  });

  it.each([
    "MATCH (a)-->(b) WITH a.x AS x, b WHERE a.y = 1 RETURN x ORDER BY b.z",
    "MATCH (a) WITH a.x AS x, count(*) AS c ORDER BY a.x, count(*) WHERE x > 1 RETURN c",
    "MATCH (a)-[rs*]->(b) WITH a, rs, b MATCH (a)-[rs*]->(b) RETURN rs",
    "MATCH (a {x: b.x}), (b) RETURN a",
    "MATCH (a) CALL { WITH a RETURN a.x AS x } CALL (*) { RETURN x + 1 AS y } RETURN y",
    "MATCH (a) WHERE EXISTS { (a)-->(b) WHERE b.x = a.x } RETURN [(a)-->(b) | b.x]",
    "OPTIONAL MATCH (a) WITH null AS n, a MATCH (n)-->(a) RETURN n",
    "CREATE (a {x: 1})-[:R]->(b), (a)-[:S]->(c {x: a.x}) RETURN c",
  ])("accepts %s", (source) => {
    expect(() => analysis(source)).not.toThrow();
  });
});

describe("analyze: aggregates", () => {
  it.each([
    { source: "MATCH (a) WHERE count(a) > 1 RETURN a", detail: "InvalidAggregation" },
    { source: "RETURN [x IN [1] | count(x)]", detail: "InvalidAggregation" },
    { source: "MATCH (a) RETURN a.x ORDER BY max(a.y)", detail: "InvalidAggregation" },
    { source: "MATCH (a) RETURN a.x AS x, count(*) ORDER BY max(x)", detail: "InvalidAggregation" },
    { source: "MATCH (a) SET a.x = count(a)", detail: "InvalidAggregation" },
    { source: "RETURN count(count(*))", detail: "NestedAggregation" },
    { source: "RETURN count(rand())", detail: "NonConstantExpression" },
    { source: "MATCH (a) RETURN a.x + count(*)", detail: "AmbiguousAggregationExpression" },
    {
      source: "MATCH (a) RETURN a.x + a.y, a.x + a.y + count(*)",
      detail: "AmbiguousAggregationExpression",
    },
  ])("rejects $source with $detail", ({ source, detail }) => {
    expect(failure(source).error.detail).toBe(detail);
  });

  it.each([
    "MATCH (a) RETURN a.x, a.x + count(*)",
    "MATCH (a) RETURN a, a.x + count(*)",
    "MATCH (a) RETURN toUpper(a.x), size(toUpper(a.x)) + count(*)",
    "MATCH (a) RETURN $p + count(*), [x IN collect(a) WHERE x.y | x.z]",
    "MATCH (a) RETURN *, count(*) + a.x",
    "MATCH (a) RETURN a.x + 1 AS k, count(*) ORDER BY a.x + 1, count(*) * 2",
  ])("accepts %s", (source) => {
    expect(() => analysis(source)).not.toThrow();
  });
});

describe("analyze: types", () => {
  it.each([
    { source: "RETURN 1 AND true", kind: "SyntaxError" },
    { source: "RETURN NOT 'x'", kind: "SyntaxError" },
    { source: "RETURN 1 IN 2", kind: "SyntaxError" },
    { source: "MATCH (a) WHERE a RETURN a", kind: "SyntaxError" },
    { source: "MATCH (a) RETURN type(a)", kind: "SyntaxError" },
    { source: "MATCH (a) RETURN length([1])", kind: "SyntaxError" },
    { source: "MATCH p = (a)-->() RETURN size(p)", kind: "SyntaxError" },
    { source: "MATCH p = (a)-->() RETURN p.x", kind: "SyntaxError" },
    { source: "WITH 1 AS a RETURN a.x", kind: "TypeError" },
    { source: "RETURN any(x IN ['a'] WHERE x % 2 = 0)", kind: "SyntaxError" },
    { source: "DELETE 1 + 1", kind: "SyntaxError" },
    { source: "RETURN 1 AS x LIMIT 1.5", kind: "SyntaxError" },
    { source: "CALL harbour.ships(1)", kind: "SyntaxError" },
  ])("rejects $source with a $kind of InvalidArgumentType", ({ source, kind }) => {
    expect(failure(source).error).toMatchObject({ kind, detail: "InvalidArgumentType" });
  });
});

describe("analyze: clauses", () => {
  it.each([
    { source: "MATCH (a)", detail: "InvalidClauseComposition" },
    { source: "RETURN 1 AS x MATCH (a) RETURN a", detail: "InvalidClauseComposition" },
    { source: "CREATE (a) MATCH (b) RETURN b", detail: "InvalidClauseComposition" },
    {
      source: "MATCH (a) WHERE EXISTS { MATCH (a) SET a.x = 1 } RETURN a",
      detail: "InvalidClauseComposition",
    },
    {
      source: "RETURN 1 AS a UNION RETURN 2 AS a UNION ALL RETURN 3 AS a",
      detail: "InvalidClauseComposition",
    },
    { source: "RETURN 1 AS a UNION RETURN 2 AS b", detail: "DifferentColumnsInUnion" },
    { source: "MATCH (a) RETURN a LIMIT a.x", detail: "NonConstantExpression" },
    { source: "MATCH (a) RETURN a SKIP -1", detail: "NegativeIntegerArgument" },
    { source: "CREATE ()-[:A*2]->()", detail: "CreatingVarLength" },
    { source: "CREATE ()-[:A|B]->()", detail: "NoSingleRelationshipType" },
    { source: "CREATE ()-[:A]-()", detail: "RequiresDirectedRelationship" },
    { source: "MATCH (a $p) RETURN a", detail: "InvalidParameterUse" },
    { source: "MERGE (a $p) RETURN a", detail: "InvalidParameterUse" },
    { source: "MATCH (a) DELETE a:Ship", detail: "InvalidDelete" },
    { source: "MATCH (a) RETURN (a)-->()", detail: "UnexpectedSyntax" },
    { source: "MATCH (a) RETURN size((a)-->())", detail: "UnexpectedSyntax" },
    { source: "MATCH p = shortestPath((a)-->(b)-->(c)) RETURN p", detail: "UnexpectedSyntax" },
    { source: "RETURN size()", detail: "InvalidNumberOfArguments" },
    { source: "RETURN nosuch(1)", detail: "UnknownFunction" },
    { source: "CALL no.such()", detail: "ProcedureNotFound" },
    {
      source: "MATCH (a) CALL harbour.ships YIELD ship RETURN ship",
      detail: "InvalidArgumentPassingMode",
    },
    { source: "MATCH (a) CALL harbour.ships('x') YIELD * RETURN ship", detail: "UnexpectedSyntax" },
    { source: "CALL harbour.ships() YIELD ship RETURN ship", detail: "InvalidNumberOfArguments" },
    { source: "CALL harbour.ships('x') YIELD boat RETURN boat", detail: "UndefinedVariable" },
  ])("rejects $source with $detail", ({ source, detail }) => {
    expect(failure(source).error.detail).toBe(detail);
  });

  it.each([
    { source: "MATCH (a) RETURN size((a)-->())", advice: "`COUNT { (a)-->() }`" },
    { source: "CREATE (a) MATCH (b) RETURN b", advice: "Put `WITH *` before MATCH." },
    { source: "RETURN length([1])", advice: "Use `size()` for lists and texts." },
  ])("says what to write instead of $source", ({ source, advice }) => {
    expect(failure(source).error.message).toContain(advice);
  });
});
