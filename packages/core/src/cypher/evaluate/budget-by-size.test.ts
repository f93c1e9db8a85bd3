import { describe, expect, it } from "vitest";
import { RedthreadError } from "../../errors/redthread-error.js";
import { PropertyGraph } from "../../graph/property-graph.js";
import { createEngine } from "../engine.js";
import type { CypherValue } from "../values/cypher-value.js";
import { sizeOf } from "../values/value-size.js";

const LIMIT_MS = 200;

/** The sentence with which a query ends; one that does not end meets the runner's own limit. */
function ending(query: string, memoryBytes = 64 * 1_048_576) {
  const engine = createEngine({ graph: new PropertyGraph(), clock: Date.now, memoryBytes });
  try {
    const { rows } = engine.run(query, new Map(), { timeoutMs: LIMIT_MS });
    return { code: "none", message: `${rows.length} rows` };
  } catch (error) {
    if (error instanceof RedthreadError) return { code: error.code, message: error.message };
    throw error;
  }
}

const BIG = "reduce(s = 'a', x IN range(1, 20) | s + s)";
const SHARED = (levels: number) => `reduce(m = {a: 1}, x IN range(1, ${levels}) | {a: m, b: m})`;

describe("a query that grows without end is ended with one sentence", () => {
  it.each([
    ["a list that doubles", "RETURN reduce(l = [1], x IN range(1, 40) | l + l)[0] AS n"],
    ["a text that doubles", "RETURN size(reduce(s = 'ab', x IN range(1, 40) | s + s)) AS n"],
    ["a map that shares itself", `RETURN ${SHARED(24)} AS m`],
    ["a list inside a list", "RETURN reduce(l = [], x IN range(1, 100000) | [l]) AS l"],
    ["lists in a comprehension", "RETURN size([x IN range(1, 3000) | range(1, 10000)]) AS n"],
    [
      "lists that are collected",
      "UNWIND range(1, 10000) AS x RETURN collect(range(1, 10000)) AS l",
    ],
    ["rows that are sorted", "UNWIND range(1, 100000000) AS x WITH x ORDER BY -x RETURN count(x)"],
    [
      "groups",
      "UNWIND range(1, 100000000) AS x WITH toString(x) AS t, count(*) AS c RETURN count(t)",
    ],
    ["distinct rows", "UNWIND range(1, 100000000) AS x WITH DISTINCT x RETURN count(x)"],
    ["a text that is replaced", `RETURN replace(${BIG}, 'a', ${BIG}) AS x`],
    ["a text that is taken apart", `RETURN size(split(${BIG} + 'a' + ${BIG}, '')) AS n`],
    ["a long range", "RETURN any(x IN range(1, 1000000000) WHERE x < 0) AS x"],
  ])("%s", (_what, query) => {
    const { code, message } = ending(query);
    expect(code, message).toMatch(/QUERY_LIMIT|QUERY_INVALID/);
    expect(message.split("\n")).toHaveLength(1);
  });
});

describe("the time limit is kept inside", () => {
  it.each([
    [
      "quantifiers",
      "RETURN any(x IN range(1, 900000) WHERE any(y IN range(1, 900000) WHERE x + y < 0)) AS x",
    ],
    [
      "reduce",
      "RETURN reduce(s = 0, x IN range(1, 900000) | s + reduce(t = 0, y IN range(1, 1000) | t + y)) AS x",
    ],
    [
      "comprehensions",
      "RETURN size([x IN range(1, 900000) WHERE size([y IN range(1, 1000) WHERE y < 0]) > 0]) AS x",
    ],
    ["look-ups in lists", "WITH range(1, 900000) AS l RETURN none(x IN l WHERE x + 0.5 IN l) AS x"],
    [
      "searches of texts",
      `WITH ${BIG} AS big UNWIND range(1, 1000000) AS i WITH i, big WHERE big CONTAINS 'b' RETURN count(*)`,
    ],
    [
      "comparisons of texts letter by letter",
      "UNWIND range(1, 1000000) AS i RETURN sum(apoc.text.levenshteinDistance(reduce(s = 'ab', x IN range(1, 12) | s + s), reduce(s = 'ba', x IN range(1, 12) | s + s))) AS d",
    ],
    [
      "comparisons of shared maps",
      `WITH ${SHARED(16)} AS m UNWIND range(1, 100000) AS i WITH i, m WHERE m = ${SHARED(16)} RETURN count(*)`,
    ],
    [
      "subqueries",
      "UNWIND range(1, 100000) AS i RETURN COUNT { UNWIND range(1, 100000) AS j RETURN j } AS n",
    ],
  ])("%s", (_what, query) => {
    const { message } = ending(query);
    expect(message).toContain("longer than 200 ms");
  });
});

describe("the size of a value", () => {
  const shared: CypherValue = [1, "two"];
  it.each<[string, CypherValue, number, number]>([
    ["a number", 1, 8, 0],
    ["a text", "abcd", 20, 0],
    ["a list", [1, 2, 3], 56, 1],
    ["a list of lists", [[1], [2]], 128, 2],
    ["a map", new Map([["a", "b"]]), 97, 1],
    ["parts that are shared, each time", [shared, shared], 182, 2],
  ])("%s", (_what, value, bytes, depth) => {
    expect(sizeOf(value)).toEqual({ bytes, depth });
  });
});
