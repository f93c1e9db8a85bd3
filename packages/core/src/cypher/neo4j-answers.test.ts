import { describe, expect, it } from "vitest";
import { PropertyGraph } from "../graph/property-graph.js";
import { createEngine } from "./engine.js";
import { formatValue } from "./values/format-value.js";

/** What Neo4j 5.26.15 answered; an error is its code here. */
function answer(...queries: readonly string[]): string {
  const engine = createEngine({ graph: new PropertyGraph() });
  try {
    const results = queries.map((query) => engine.run(query).rows);
    return (results.at(-1) ?? []).map((row) => row.map(formatValue).join(", ")).join("; ");
  } catch (error) {
    return error instanceof Error && "detail" in error ? String(error.detail) : String(error);
  }
}

describe("an expression gives what Neo4j gives", () => {
  it.each([
    // Nothing is worked out that cannot change the answer.
    ["coalesce(1, 1/0)", "1"],
    ["coalesce(null, date('2020-01-01'), date('unknown'))", "2020-01-01"],
    ["any(x IN [1, 0] WHERE 1/x = 1)", "true"],
    ["none(x IN [1, 0] WHERE 1/x = 1)", "false"],
    ["all(x IN [2, 0] WHERE 1/x = 1)", "false"],
    ["single(x IN [1, 1, 0] WHERE 1/x = 1)", "false"],
    ["1/toInteger('0') = 1 OR true", "true"],
    ["false AND 1/toInteger('0') = 1", "false"],
    // The integer 0 divides nothing, unless both sides are written as numbers.
    ["1.0 / toInteger('0')", "DivisionByZero"],
    ["duration('PT1H') / toInteger('0')", "DivisionByZero"],
    ["1.0 / 0", "Infinity"],
    ["1 / toFloat('0')", "Infinity"],
    ["1.0 % toInteger('0')", "NaN"],
    ["duration('PT1H') / toFloat('0')", "PT0S"],
    // Durations to the last nanosecond.
    ["duration('PT1S') / 7", "PT0.142857142S"],
    ["duration('P1Y') / 7", "P1M21DT17H46M29.999999999S"],
    ["duration('PT9007199254740993S') * 2", "PT5003999585967H13M6S"],
    ["duration('PT1.123456789S') * 1000000007", "PT312071H19M56.864197523S"],
    ["duration('P1Y2M3DT4H5M6.789S') * 0.7", "P9M26DT13H38M51.552299996S"],
    ["duration({months: 0.1, days: 0.1})", "P3DT3H26M54.599999999S"],
    ["duration({years: 1.1, days: 2.2, nanoseconds: 3.9})", "P1Y1M8DT6H53M49.200000006S"],
    ["duration({seconds: 9007199254740993, nanoseconds: 1})", "PT2501999792983H36M33.000000001S"],
    ["duration('P0.1M')", "P3DT1H2M54.599999999S"],
    ["duration('PT1S') * 9223372036854775807", "PT2562047788015215H30M7S"],
    // Components and fields in any case.
    ["datetime('2024-01-01T00:00Z').epochseconds", "1704067200"],
    ["duration('PT25H').HOURS", "25"],
    ["point({x: 1, y: 2}).X", "1.0"],
    ["date({Year: 2020, MONTH: 3})", "2020-03-01"],
    ["duration({Hours: 2})", "PT2H"],
    // Texts.
    ["toString(datetime('2024-01-02T03:04:00Z'))", "'2024-01-02T03:04:00Z'"],
    ["toString(localtime('10:00'))", "'10:00:00'"],
    ["toString(localtime('10:00:00.5'))", "'10:00:00.5'"],
    ["toInteger('١٢')", "12"],
    ["normalize('e\\u0301') = normalize('é', NFC)", "true"],
    // Types and forms.
    ["1 IS :: INT", "true"],
    ["1 :: INTEGER", "true"],
    ["1 IS NOT TYPED INTEGER", "false"],
    ["null IS :: INTEGER", "true"],
    ["null IS :: INTEGER NOT NULL", "false"],
    ["null IS :: NOTHING", "false"],
    ["[1, null] IS :: LIST<INTEGER NOT NULL>", "false"],
    ["[1, 'a'] IS :: LIST<INTEGER | STRING>", "true"],
    ["[1] IS :: INTEGER LIST", "true"],
    ["1 IS :: ANY<INTEGER | FLOAT>", "true"],
    ["{a: 1} IS :: PROPERTY VALUE", "false"],
    ["datetime() IS :: TIMESTAMP WITH TIMEZONE", "true"],
    ["'e\\u0301' IS NFD NORMALIZED", "true"],
    ["'e\\u0301' IS NORMALIZED", "false"],
    ["1 IS NORMALIZED", "null"],
    ["exists(1)", "InvalidArgumentType"],
  ])("%s is %s", (expression, expected) => {
    expect(answer(`RETURN ${expression} AS x`)).toBe(expected);
  });
});

describe("a query gives what Neo4j gives", () => {
  it.each([
    ["WITH 1 AS a, 2 AS x RETURN reduce(a = 0, b IN collect(x) | a + b) AS s", "2"],
    ["WITH 1 AS a, 2 AS x RETURN [a IN collect(x) | a + 1] AS s", "[3]"],
    ["WITH 1 AS a, 2 AS x RETURN any(a IN collect(x) WHERE a > 1) AS s", "true"],
    [
      "WITH 1 AS a, 2 AS x RETURN reduce(s = a, b IN collect(x) | s + b) AS s",
      "AmbiguousAggregationExpression",
    ],
    [
      "CREATE (n:Site {x: 1.0, y: 2.0}) RETURN point(n) AS p",
      "point({x: 1.0, y: 2.0, crs: 'cartesian'})",
    ],
    [
      "CREATE ()-[r:AT {longitude: 1.0, latitude: 2.0}]->() RETURN point(r) AS p",
      "point({x: 1.0, y: 2.0, crs: 'wgs-84'})",
    ],
    ["CREATE (n:Site {name: 'x'}) RETURN point(n) AS p", "InvalidArgumentValue"],
    [
      "CREATE (a:Person {id: '7'}), (b:Place {id: '7'}) RETURN elementId(a) = elementId(b) AS same",
      "false",
    ],
    [
      "CREATE (a)-[r:R]->(b)-[s:R]->(c) RETURN a < b AS x, r < s AS y, a <= a AS z, a > b AS w",
      "true, true, true, false",
    ],
    ["CYPHER 26 RETURN 1 AS x", "UnexpectedSyntax"],
    ["CYPHER 5 RETURN 1 AS x", "1"],
    ["CALL { RETURN 1 AS a } IN TRANSACTIONS RETURN a", "UnexpectedSyntax"],
  ])("%s is %s", (query, expected) => {
    expect(answer(query)).toBe(expected);
  });
});
