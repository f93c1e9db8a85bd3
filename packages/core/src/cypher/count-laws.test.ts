import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PropertyGraph } from "../graph/property-graph.js";
import { createEngine, type Engine } from "./engine.js";
import { formatValue } from "./values/format-value.js";

/*
 * Aggregations over patterns are read by columns and count relationships that nobody asks for instead
 * of following them. A value in the row keeps a query from that, so that both ways can be compared.
 */

type Edge = readonly [from: number, to: number, type: string];

const LABELS = ["Port", "Ship"] as const;

function graphOf(nodes: number, drawn: readonly Edge[]): PropertyGraph {
  const graph = new PropertyGraph();
  for (let node = 0; node < nodes; node += 1) {
    const label = LABELS[node % 2] ?? "Port";
    graph.createNode(
      [label],
      [
        ["k", node],
        ["name", `${label} ${node % 7}`],
        ...(node % 3 === 0 ? [["tons", node * 10] as const] : []),
      ],
    );
  }
  for (const [from, to, type] of drawn) {
    graph.createRelationship(type, from, to, [["w", from + to]]);
  }
  return graph;
}

function rowsOf(engine: Engine, query: string): readonly string[] {
  return engine
    .run(query)
    .rows.map((row) => row.map(formatValue).join(" | "))
    .sort();
}

function expectSameByColumns(engine: Engine, pattern: string, returned: string): void {
  const query = `MATCH ${pattern} RETURN ${returned}`;
  expect(rowsOf(engine, query), query).toEqual(rowsOf(engine, `UNWIND [0] AS value ${query}`));
}

const arrow = fc.constantFrom(["-", "->"], ["<-", "-"], ["-", "-"]);
const hop = fc
  .tuple(arrow, fc.constantFrom("", ":R", ":S", ":R|S"), fc.constantFrom("", "r", "s"))
  .map(([[start, end], types, name]) => ({ start, end, types, name }));
const name = fc.constantFrom("a", "b", "c", "d", "");
const label = fc.constantFrom("", "", ":Port", ":Ship", ":Port&!Ship");

/** One or two chains of nodes; a name may come again, a relationship's name may not. */
const pattern = fc
  .array(
    fc.record({
      nodes: fc.array(fc.tuple(name, label), { minLength: 3, maxLength: 3 }),
      hops: fc.array(hop, { minLength: 1, maxLength: 2 }),
    }),
    { minLength: 1, maxLength: 2 },
  )
  .map((chains) => {
    const used = new Set<string>();
    return chains
      .map(({ nodes, hops }) =>
        nodes
          .slice(0, hops.length + 1)
          .map(([node, labels], at) => {
            const next = hops[at];
            const own = `(${node}${labels})`;
            if (next === undefined) {
              return own;
            }
            const free = used.has(next.name) ? "" : next.name;
            used.add(free === "" ? " " : free);
            return `${own}${next.start}[${free}${next.types}]${next.end}`;
          })
          .join(""),
      )
      .join(", ");
  });

const edges = fc.array(
  fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: 5 }), fc.constantFrom("R", "S")),
  { maxLength: 14 },
);

const keys = fc.subarray(["a", "b.k", "c.name", "labels(a)", "a.k % 2"], { maxLength: 2 });
const aggregates = fc.subarray(
  [
    "count(*)",
    "count(a)",
    "count(b.tons)",
    "count(DISTINCT c)",
    "sum(a.k)",
    "avg(b.tons)",
    "min(c.k)",
    "max(b.name)",
    "count(DISTINCT b.name)",
  ],
  { minLength: 1, maxLength: 3 },
);
const condition = fc.constantFrom(
  "",
  " WHERE a.k < b.k",
  " WHERE a <> b",
  " WHERE a.name <= c.name",
  " WHERE a.tons > 20",
  " WHERE b.k <> 3 AND c.tons IS NULL",
  " WHERE EXISTS { (a)-[:S]->() }",
);

/** The parts that speak of what the pattern binds. */
function fitting(parts: readonly string[], drawn: string): readonly string[] {
  return parts.filter((part) =>
    ["a", "b", "c"].every(
      (node) => !new RegExp(`\\b${node}\\b`).test(part) || new RegExp(`\\(${node}\\b`).test(drawn),
    ),
  );
}

describe("an aggregation", () => {
  it("says the same whether it counts relationships or follows them", () => {
    fc.assert(
      fc.property(edges, pattern, keys, aggregates, condition, (drawn, match, by, over, where) => {
        const engine = createEngine({ graph: graphOf(6, drawn) });
        const test = fitting([where], match).join("");
        const returned = [...fitting(by, match), ...fitting(over, match), "count(*) AS rows"];
        expectSameByColumns(engine, `${match}${test}`, returned.join(", "));
      }),
      { numRuns: 1_500 },
    );
  });

  it("repeats a value as often as its row stands for", () => {
    fc.assert(
      fc.property(edges, (drawn) => {
        const engine = createEngine({ graph: graphOf(6, drawn) });
        expectSameByColumns(
          engine,
          "(a)-[r]->(b)-[:R]-()",
          "a.k, collect(b.k), stDev(b.k), percentileDisc(r.w, 0.5), sum(r.w)",
        );
      }),
      { numRuns: 100 },
    );
  });
});

/** 2,500 nodes of which the first have very many relationships, some of them to themselves. */
function largeGraph(): PropertyGraph {
  let state = 5;
  const random = (): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return state / 0x8000_0000;
  };
  const pick = () => Math.floor(2_500 * random() ** 3);
  const drawn = Array.from(
    { length: 6_000 },
    (): Edge => [pick(), pick(), random() < 0.5 ? "R" : "S"],
  );
  return graphOf(2_500, drawn);
}

describe("an aggregation over more rows than one batch holds", () => {
  const engine = createEngine({ graph: largeGraph() });

  it.each([
    ["(n)", "count(*)"],
    ["(n:Port)", "n.name, count(n), sum(n.k), avg(n.tons)"],
    ["()-[r]-()", "count(r)"],
    ["()-[r:R]-()", "count(r)"],
    ["()-[r]->()", "type(r), count(*), min(r.w), max(r.w)"],
    ["(n)-[r]-()", "n.k, count(r)"],
    ["()-[r:R|S]->(b)", "type(r), b.name, sum(r.w)"],
    ["(a)<-[r:S]-(b) WHERE r.w > 9", "r.w, count(a), max(b.k)"],
    ["(a)-[r]-(b)", "type(r), a.name, count(DISTINCT b), sum(r.w)"],
    ["(a:Port)-[:R]->(b:Ship)", "a.name, b.name, count(*)"],
    ["(a)-[:R]->(b)-[:S]->(c:Ship)", "a.name, count(*)"],
    ["(a)-[:R]->()<-[:R]-(b) WHERE a.k < 40 AND b.k < a.k", "a.k, b.k, count(*)"],
    ["(a)-[:R]->(m)<-[:R]-(b), (a)-[:S]->(n)<-[:S]-(b) WHERE a.name < b.name", "count(*)"],
    ["(a)-[:R]->(b)-[:R]->(c)-[:R]->(a)", "count(*)"],
    ["(a)-[]-(b)-[]-(a)", "count(*)"],
    ["(a:Port), (b:Ship)", "count(*)"],
  ])("says the same for %s and %s", (match, returned) => {
    expectSameByColumns(engine, match, returned);
  });

  it.each([
    ["n.k AS k, count(r) AS n ORDER BY n DESC, k LIMIT 20"],
    ["n.k AS k, count(r) AS n ORDER BY n, k DESC SKIP 7 LIMIT 5"],
    ["n.name AS name, count(DISTINCT r) AS n ORDER BY n DESC, name LIMIT 3"],
    ["n.tons AS tons, count(*) AS n ORDER BY n DESC, tons LIMIT 4"],
    ["n, count(*) AS n1, count(*) + 1 AS n2 ORDER BY n1 DESC, n.k LIMIT 4"],
    ["n.k AS k, count(*) AS n ORDER BY n DESC, k LIMIT 0"],
    ["n.k AS k, sum(r.w) AS n ORDER BY n DESC, k LIMIT 5"],
    ["DISTINCT n.k AS k, count(*) AS n ORDER BY n DESC, k LIMIT 5"],
  ])("gives the first groups of all: %s", (returned) => {
    const query = `MATCH (n)-[r]-() RETURN ${returned}`;
    const inOrder = (text: string) => engine.run(text).rows.map((row) => row.map(formatValue));
    for (let run = 0; run < 3; run += 1) {
      expect(inOrder(query)).toEqual(inOrder(`UNWIND [0] AS value ${query}`));
    }
  });

  it.each([
    ["a.k AS k, b.k AS l, count(*) AS n ORDER BY n DESC, k, l LIMIT 9"],
    ["a.k AS k, b.name AS l, count(*) AS n ORDER BY n DESC, k, l LIMIT 9"],
    ["a.tons AS k, b.k AS l, count(*) AS n ORDER BY n DESC, k, l LIMIT 9"],
    ["a, b, count(*) AS n ORDER BY n DESC, a.k, b.k LIMIT 9"],
  ])("gives the first pairs of all: %s", (returned) => {
    const query = `MATCH (a:Port)-[:R]->()<-[:R]-(b:Ship) RETURN ${returned}`;
    const inOrder = (text: string) => engine.run(text).rows.map((row) => row.map(formatValue));
    for (let run = 0; run < 3; run += 1) {
      expect(inOrder(query)).toEqual(inOrder(`UNWIND [0] AS value ${query}`));
    }
  });

  it("adds integers exactly beyond what a number holds, and on as a float beyond 64 bits", () => {
    const own = createEngine({ graph: new PropertyGraph() });
    own.run("UNWIND range(0, 2000) AS i CREATE (:Port {k: 9007199254740000 - i, l: -i})");
    expectSameByColumns(own, "(n:Port)", "sum(n.k), avg(n.k), sum(n.l), min(n.k), max(n.l)");
    expectSameByColumns(own, "(n:Port) WHERE n.l > -200", "sum(n.k), avg(n.k)");
  });

  it("refuses to guess a number of rows beyond what is exact", () => {
    const all = Array.from({ length: 5 }, (_, at) => `(n${at})`).join(", ");
    expect(() => engine.run(`MATCH ${all} RETURN count(*)`)).toThrow(/9,007,199,254,740,991 rows/);
    expect(engine.run("MATCH (a), (b), (c) RETURN count(*)").rows).toEqual([[2_500 ** 3]]);
  });

  it.each([
    "MATCH (a)-[:R]->()<-[:R]-(b), (a)-[:S]->()<-[:S]-(b) RETURN count(*)",
    "MATCH (a)--(b)--(c)--(d) RETURN a.name, count(*), collect(d.k)[0]",
    "MATCH (a), (b), (c) RETURN stDev(a.k)",
  ])("ends at its time limit: %s", (query) => {
    let now = 0;
    const clock = (): number => {
      now += 1;
      return now;
    };
    const own = createEngine({ graph: largeGraph(), clock });
    expect(() => own.run(query, new Map(), { timeoutMs: 20 })).toThrow(/time limit/);
  });

  it("sees what has been written since the last one", () => {
    const own = createEngine({ graph: graphOf(300, []) });
    const count = "MATCH (a)-[:R]->(b)<-[:R]-(c) RETURN count(*) AS ways";
    const answers: unknown[] = [];
    for (const write of [
      "MATCH (a), (b {k: 0}) CREATE (a)-[:R]->(b)",
      "MATCH (a)-[r:R]->() WHERE a.k > 99 DELETE r",
      "CREATE (:Port {k: 300})",
      "MATCH (a {k: 300}), (b {k: 0}) CREATE (a)-[:R]->(b)",
    ]) {
      own.run(write);
      answers.push(own.run(count).rows[0]?.[0], own.run(count).rows[0]?.[0]);
    }
    expect(answers).toEqual([89_700, 89_700, 9_900, 9_900, 9_900, 9_900, 10_100, 10_100]);
  });
});
