import type { Draw } from "../../tests/differential/draw.js";

/** A query that would take for ever or all memory, were it let. */
export interface QueryBomb {
  readonly family: string;
  readonly text: string;
}

const LONG = ["900000", "5000000", "100000000"] as const;
const THINGS = ["any", "all", "none", "single"] as const;

type Family = (draw: Draw) => string;

/** So many brackets, operators or hops: beyond what a query needs, and what a parser may recurse through. */
const MANY = [500, 5_000, 50_000] as const;

const repeat = (text: string, times: number): string => text.repeat(times);

/** Bombs by kind; the graph has nodes `:Node {no}` in a chain of `NEXT` and a thicket of `LINK`. */
const FAMILIES: Readonly<Record<string, Family>> = {
  "nested quantifiers": (draw) =>
    `RETURN ${draw.one(THINGS)}(x IN range(1, ${draw.one(LONG)}) WHERE any(y IN range(1, ${draw.one(LONG)}) WHERE x + y < 0)) AS x`,
  "nested comprehensions": (draw) =>
    `RETURN size([x IN range(1, ${draw.one(LONG)}) WHERE size([y IN range(1, 5000) WHERE y > x]) < 0]) AS x`,
  "reduce in reduce": (draw) =>
    `RETURN reduce(s = 0, x IN range(1, ${draw.one(LONG)}) | s + reduce(t = 0, y IN range(1, 2000) | t + y % 7)) AS x`,
  "a list that doubles": (draw) =>
    `RETURN size(reduce(l = [${draw.whole(1, 9)}], x IN range(1, ${draw.whole(30, 60)}) | l + l)) AS x`,
  "a text that doubles": (draw) =>
    `RETURN size(reduce(t = 'ab', x IN range(1, ${draw.whole(30, 60)}) | t + t)) AS x`,
  "a map that shares itself": (draw) =>
    `RETURN reduce(m = {a: 1}, x IN range(1, ${draw.whole(20, 40)}) | {a: m, b: m}) AS x`,
  "a list that shares itself": (draw) =>
    `RETURN reduce(l = [1], x IN range(1, ${draw.whole(20, 40)}) | [l, l]) AS x`,
  "text of what shares itself": (draw) =>
    `RETURN size(toString(size(toStringList([reduce(l = [1], x IN range(1, ${draw.whole(20, 30)}) | [l, l])])))) AS x`,
  "a deep list": (draw) =>
    `RETURN reduce(l = [], x IN range(1, ${draw.one(["5000", "100000", "900000"])}) | [l]) AS x`,
  "comparing what is deep": (draw) =>
    `WITH reduce(l = [], x IN range(1, ${draw.one(["5000", "100000"])}) | [l]) AS a, reduce(l = [], x IN range(1, 5000) | [l]) AS b RETURN a = b AS x, a < b AS y`,
  "comparing what shares itself": (draw) =>
    `WITH reduce(l = [1], x IN range(1, ${draw.whole(24, 40)}) | [l, l]) AS a, reduce(l = [1], x IN range(1, 30) | [l, l]) AS b RETURN a = b AS x`,
  "levenshtein of long texts": (draw) =>
    `WITH reduce(t = 'ab', x IN range(1, ${draw.whole(12, 17)}) | t + t) AS t RETURN apoc.text.levenshteinDistance(t, reverse(t) + 'x') AS x`,
  "a pattern that goes back": (draw) =>
    `WITH reduce(t = 'a', x IN range(1, ${draw.whole(10, 18)}) | t + t) AS t RETURN t =~ '${draw.one(["(a+)+b", "(a|aa)+c", "(.*a){20}b", "(a*)*d"])}' AS x`,
  "replace by more": (draw) =>
    `WITH reduce(t = 'a', x IN range(1, ${draw.whole(12, 20)}) | t + t) AS t RETURN size(replace(replace(t, 'a', t), 'a', t)) AS x`,
  "split of a long text": (draw) =>
    `WITH reduce(t = 'a,', x IN range(1, ${draw.whole(16, 24)}) | t + t) AS t RETURN size(split(t, ',')) + size(split(t, '')) AS x`,
  "rows by rows": (draw) =>
    `UNWIND range(1, ${draw.one(LONG)}) AS x UNWIND range(1, 100000) AS y RETURN ${draw.one(["count(*)", "sum(x * y)", "max(x - y)", "collect(x)", "count(DISTINCT x + y)"])} AS c`,
  "rows that are sorted": (draw) =>
    `UNWIND range(1, ${draw.one(LONG)}) AS x WITH x ORDER BY ${draw.one(["-x", "x % 1000", "toString(x)"])} RETURN count(x) AS c`,
  "nodes by nodes": (draw) =>
    `MATCH (a:Node), (b:Node), (c:Node) WHERE a.no + b.no + c.no = -1 RETURN ${draw.one(["count(*)", "a.no", "collect(b)"])} AS x`,
  "walks without end": (draw) =>
    `MATCH p = (a)-[:LINK*]-(b) WHERE a.no = ${draw.whole(0, 50)} RETURN ${draw.one(["count(p)", "p", "max(length(p))", "collect(p)"])} AS x`,
  "quantified walks": (draw) =>
    `MATCH (a {no: ${draw.whole(0, 50)}}) (()-[:LINK]-()){1,${draw.whole(8, 30)}} (b) RETURN count(*) AS x`,
  "all shortest paths": (draw) =>
    `MATCH (a:Node), (b:Node) MATCH p = allShortestPaths((a)-[:LINK*..${draw.whole(2, 9)}]-(b)) WHERE a <> b RETURN count(p) AS x`,
  "a shortest path that nothing passes": (draw) =>
    `MATCH (a {no: 0}), (b {no: ${draw.whole(1, 5000)}}) MATCH p = shortestPath((a)-[:LINK|NEXT*]-(b)) WHERE all(n IN nodes(p) WHERE n.no < 0) AND size(nodes(p)) > 3 RETURN p`,
  "a pattern of many hops": (draw) =>
    `MATCH (a)${repeat("--()", draw.one(MANY))} RETURN count(*) AS x`,
  "many patterns": (draw) =>
    `MATCH ${Array.from({ length: draw.one([50, 300, 1_000]) }, (_, at) => `(n${at})-[:LINK]-(m${at})`).join(", ")} RETURN count(*) AS x`,
  "counted in conditions": (draw) =>
    `MATCH (a:Node) WHERE COUNT { MATCH (a)-[:LINK*1..${draw.whole(4, 8)}]-(b) } < 0 RETURN a`,
  "subqueries in subqueries": (draw) =>
    `UNWIND range(1, ${draw.one(LONG)}) AS x CALL (x) { UNWIND range(1, 10000) AS y RETURN sum(y * x) AS s } RETURN sum(s) AS t`,
  "many brackets": (draw) => {
    const times = draw.one(MANY);
    return `RETURN ${repeat(draw.one(["(", "[", "{a: "]), times)}1`;
  },
  "closed brackets": (draw) => {
    const times = draw.one(MANY);
    return `RETURN ${repeat("[", times)}1${repeat("]", times)} AS x`;
  },
  "many operators": (draw) =>
    `RETURN 1${repeat(draw.one([" + 1", " AND true", " OR false", " = 1", " IN [1]"]), draw.one(MANY))} AS x`,
  "many negations": (draw) =>
    `RETURN ${repeat(draw.one(["NOT ", "-", "+"]), draw.one(MANY))}1 AS x`,
  "many clauses": (draw) =>
    `${repeat(draw.one(["MATCH (a) ", "WITH * ", "UNWIND [1] AS x WITH 1 AS y ", "OPTIONAL MATCH (a)--(b) "]), draw.one([200, 2_000]))}RETURN count(*) AS c`,
  "many unions": (draw) =>
    Array.from({ length: draw.one([300, 3_000]) }, (_, at) => `RETURN ${at} AS x`).join(" UNION "),
  "a long list": (draw) =>
    `RETURN size([${Array.from({ length: draw.one([1_000, 100_000]) }, (_, at) => at).join(", ")}]) AS x`,
  "comprehensions whose pipes may close": (draw) => {
    const times = draw.one([20, 100, 190]);
    return `RETURN ${repeat("[x IN [1] WHERE x:A|B | ", times)}1${repeat("|", draw.whole(0, 2))}${repeat("]", times)} AS x`;
  },
  "nodes made without end": (draw) =>
    `UNWIND range(1, ${draw.one(LONG)}) AS x CREATE (:Made {no: x, text: '${repeat("x", 200)}'})`,
  "merging without end": (draw) => `UNWIND range(1, ${draw.one(LONG)}) AS x MERGE (:Made {no: x})`,
  "foreach in foreach": (draw) =>
    `FOREACH (x IN range(1, ${draw.one(LONG)}) | FOREACH (y IN range(1, 1000) | CREATE (:Made {no: x * y})))`,
  "setting over and over": (draw) =>
    `UNWIND range(1, ${draw.one(LONG)}) AS x MATCH (n:Node {no: x % 50}) SET n.list = range(1, 5000)`,
  "percentiles of many": (draw) =>
    `UNWIND range(1, ${draw.one(LONG)}) AS x RETURN percentileCont(x, 0.5) + stDev(x) AS y`,
  "rows that go to the reader": (draw) =>
    `UNWIND range(1, ${draw.one(LONG)}) AS x RETURN x, range(1, 1000) AS l, {a: x} AS m`,
};

const BOMB_FAMILIES: readonly string[] = Object.keys(FAMILIES);

/** The bomb of a number: the families in turn, the rest by chance. */
export function drawBomb(draw: Draw, at: number): QueryBomb {
  const family = BOMB_FAMILIES[at % BOMB_FAMILIES.length] ?? "";
  return { family, text: FAMILIES[family]?.(draw) ?? "" };
}
