import { describe, expect, it } from "vitest";
import { sentStatement } from "./sent-statement.js";

describe("sentStatement", () => {
  it.each([
    ["RETURN 1", "RETURN 1"],
    [
      "MATCH (n) RETURN labels(n)[0] AS l",
      "MATCH (n) RETURN [redthread5 IN labels(n) WHERE NOT redthread5 IN ['InRedthreadCase']][0] AS l",
    ],
    [
      "MATCH (n) RETURN size(keys(n))",
      "MATCH (n) RETURN size([redthread7 IN keys(n) WHERE NOT redthread7 IN ['redthreadCase', 'redthreadBuild']])",
    ],
    ["RETURN 'labels(n)' // keys(n)", "RETURN 'labels(n)' // keys(n)"],
    ["RETURN m.labels, apoc.map.keys(m)", "RETURN m.labels, apoc.map.keys(m)"],
    ["RETURN labels(", "RETURN labels("],
    ["RETURN 'never closed", "RETURN 'never closed"],
  ])("sends `%s` as `%s`", (query, sent) => {
    expect(sentStatement(query).text).toBe(sent);
  });

  it("hides the mark in a call inside another", () => {
    const { text } = sentStatement("RETURN labels(head([x IN [labels(n)] | n]))");
    expect(text.match(/IN labels\(/g)).toHaveLength(2);
    expect(text.match(/WHERE NOT/g)).toHaveLength(2);
  });

  it("names columns as the query does", () => {
    const { text, columnOf } = sentStatement("MATCH (n) RETURN labels(n), size(keys(n)) + 1");
    const [, columns = ""] = text.split("RETURN ");
    expect(columnOf(columns)).toBe("labels(n), size(keys(n)) + 1");
  });

  it("knows the place in the query of a place in what was sent", () => {
    const query = "MATCH (n) RETURN labels(n), nope(n)";
    const { text, placeOf } = sentStatement(query);
    expect(placeOf(text.indexOf("nope"))).toBe(query.indexOf("nope"));
    expect(placeOf(3)).toBe(3);
  });

  it.each([
    ["CALL { CREATE () } IN TRANSACTIONS", true],
    ["CALL (x) { CREATE () } IN 4 CONCURRENT TRANSACTIONS OF 10 ROWS", true],
    ["CALL { CREATE () } in $n concurrent transactions", true],
    ["RETURN 'x IN TRANSACTIONS' AS `IN TRANSACTIONS`", false],
    ["MATCH (n) WHERE n.x IN transactions RETURN n // } IN TRANSACTIONS", false],
    ["MATCH (n) WHERE n.x IN [1] RETURN n", false],
  ])("tells whether `%s` commits by itself: %s", (query, commits) => {
    expect(sentStatement(query).commitsByItself).toBe(commits);
  });
});
