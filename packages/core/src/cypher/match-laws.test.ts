import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PropertyGraph } from "../graph/property-graph.js";
import { createEngine } from "./engine.js";
import { formatValue } from "./values/format-value.js";

/*
 * A matcher that follows the definition word by word, and random patterns on random small graphs: the
 * planner may choose any order, but never another answer.
 */

interface Hop {
  readonly types: readonly string[];
  readonly direction: "out" | "in" | "both";
  readonly length: readonly [number, number] | null;
  readonly to: string;
}
interface Chain {
  readonly from: string;
  readonly hops: readonly Hop[];
}
type Edge = readonly [from: number, to: number, type: string];

const NAMES = ["a", "b", "c", "d"] as const;
const LABELS = ["Port", "Ship"] as const;

const hop: fc.Arbitrary<Hop> = fc.record({
  types: fc.subarray(["R", "S"]),
  direction: fc.constantFrom("out", "in", "both"),
  length: fc.oneof(
    { weight: 3, arbitrary: fc.constant(null) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 3 }))
        .map(([min, more]) => [min, min + more] as const),
    },
  ),
  to: fc.constantFrom(...NAMES),
});
const chain: fc.Arbitrary<Chain> = fc.record({
  from: fc.constantFrom(...NAMES),
  hops: fc.array(hop, { maxLength: 2 }),
});
const edges = fc.array(
  fc.tuple(fc.nat({ max: 4 }), fc.nat({ max: 4 }), fc.constantFrom("R", "S")),
  { maxLength: 8 },
);
const labels = fc.dictionary(fc.constantFrom(...NAMES), fc.constantFrom(...LABELS));
const cases = fc.record({
  edges,
  chains: fc.array(chain, { minLength: 1, maxLength: 2 }),
  labels,
});
type Case = typeof cases extends fc.Arbitrary<infer T> ? T : never;

function graphOf(drawn: readonly Edge[]): PropertyGraph {
  const graph = new PropertyGraph();
  for (let node = 0; node < 5; node += 1) {
    graph.createNode([LABELS[node % 2] ?? "Port"], [["k", node]]);
  }
  for (const [from, to, type] of drawn) {
    graph.createRelationship(type, from, to, []);
  }
  return graph;
}

function textOf(chains: readonly Chain[], wanted: Case["labels"]): string {
  const seen = new Set<string>();
  const node = (name: string) => {
    const label = seen.has(name) ? undefined : wanted[name];
    seen.add(name);
    return label === undefined ? `(${name})` : `(${name}:${label})`;
  };
  return chains
    .map(
      ({ from, hops }) =>
        node(from) +
        hops
          .map(({ types, direction, length, to }) => {
            const inside = `${types.length === 0 ? "" : `:${types.join("|")}`}${length === null ? "" : `*${length[0]}..${length[1]}`}`;
            const [start, end] =
              direction === "in" ? ["<-", "-"] : direction === "out" ? ["-", "->"] : ["-", "-"];
            return `${start}[${inside}]${end}${node(to)}`;
          })
          .join(""),
    )
    .join(", ");
}

/** Every way to bind the names, chain by chain and hop by hop; relationships differ within the pattern. */
function matchByDefinition({ edges: drawn, chains, labels: wanted }: Case): readonly string[] {
  const names = namesOf(chains);
  const found: string[] = [];
  const bound = new Map<string, number>();
  const used = new Set<number>();
  const bind = (name: string, node: number, next: () => void) => {
    const before = bound.get(name);
    const label = wanted[name];
    if (
      (before !== undefined && before !== node) ||
      (label !== undefined && LABELS[node % 2] !== label)
    ) {
      return;
    }
    bound.set(name, node);
    next();
    if (before === undefined) {
      bound.delete(name);
    }
  };
  const step = (at: number, { types, direction }: Hop, next: (to: number) => void) => {
    drawn.forEach(([from, to, type], index) => {
      if (used.has(index) || (types.length > 0 && !types.includes(type))) {
        return;
      }
      const ends = new Set<number>();
      if (direction !== "in" && from === at) {
        ends.add(to);
      }
      if (direction !== "out" && to === at) {
        ends.add(from);
      }
      for (const end of ends) {
        used.add(index);
        next(end);
        used.delete(index);
      }
    });
  };
  const walk = (at: number, wantedHop: Hop, depth: number, next: (to: number) => void) => {
    const [min, max] = wantedHop.length ?? [1, 1];
    if (depth >= min) {
      next(at);
    }
    if (depth < max) {
      step(at, wantedHop, (to) => walk(to, wantedHop, depth + 1, next));
    }
  };
  const follow = (chainIndex: number, hopIndex: number, at: number) => {
    const current = chains[chainIndex];
    const next = current?.hops[hopIndex];
    if (next === undefined) {
      search(chainIndex + 1);
      return;
    }
    walk(at, next, 0, (to) => bind(next.to, to, () => follow(chainIndex, hopIndex + 1, to)));
  };
  const search = (chainIndex: number) => {
    const current = chains[chainIndex];
    if (current === undefined) {
      found.push(names.map((name) => bound.get(name)).join(","));
      return;
    }
    for (let node = 0; node < 5; node += 1) {
      bind(current.from, node, () => follow(chainIndex, 0, node));
    }
  };
  search(0);
  return found.sort();
}

function namesOf(chains: readonly Chain[]): readonly string[] {
  return [
    ...new Set(chains.flatMap(({ from, hops }) => [from, ...hops.map(({ to }) => to)])),
  ].sort();
}

function answer(graph: PropertyGraph, query: string): readonly string[] {
  return createEngine({ graph })
    .run(query)
    .rows.map((row) => row.join(","))
    .sort();
}

describe("MATCH", () => {
  it("finds what its definition says, whatever the order of search", () => {
    fc.assert(
      fc.property(cases, (given) => {
        const graph = graphOf(given.edges);
        const columns = namesOf(given.chains).map((name) => `${name}.k`);
        const query = `MATCH ${textOf(given.chains, given.labels)} RETURN ${columns.join(", ")}`;
        expect(answer(graph, query), query).toEqual(matchByDefinition(given));
      }),
      { numRuns: 600 },
    );
  });

  it("finds the same distinct ends whether it counts trails or only reaches nodes", () => {
    fc.assert(
      fc.property(cases, (given) => {
        const graph = graphOf(given.edges);
        const columns = namesOf(given.chains).map((name) => `${name}.k AS ${name}`);
        const pattern = textOf(given.chains, given.labels);
        const query = `MATCH ${pattern} RETURN DISTINCT ${columns.join(", ")}`;
        expect(answer(graph, query), query).toEqual([...new Set(matchByDefinition(given))]);
      }),
      { numRuns: 600 },
    );
  });

  it("keeps exactly the rows for which EXISTS finds the pattern", () => {
    fc.assert(
      fc.property(cases, (given) => {
        const graph = graphOf(given.edges);
        const [first = "a"] = namesOf(given.chains);
        const pattern = textOf(given.chains, given.labels);
        const query = `MATCH (${first}) WHERE EXISTS { ${pattern} } RETURN ${first}.k`;
        const expected = new Set(matchByDefinition(given).map((row) => row.split(",")[0] ?? ""));
        expect(answer(graph, query), query).toEqual([...expected].sort());
      }),
      { numRuns: 400 },
    );
  });

  it("counts as many rows as it gives", () => {
    fc.assert(
      fc.property(cases, (given) => {
        const graph = graphOf(given.edges);
        const query = `MATCH ${textOf(given.chains, given.labels)} RETURN count(*)`;
        expect(answer(graph, query), query).toEqual([String(matchByDefinition(given).length)]);
      }),
      { numRuns: 300 },
    );
  });

  it("gives the same rows in one stretch and with a WITH between its clauses", () => {
    fc.assert(
      fc.property(cases, fc.array(chain, { minLength: 1, maxLength: 1 }), (given, more) => {
        const graph = graphOf(given.edges);
        const names = namesOf([...given.chains, ...more]);
        const columns = names.map((name) => `${name}.k`).join(", ");
        const [first, second] = [textOf(given.chains, given.labels), textOf(more, {})];
        const whole = answer(graph, `MATCH ${first} MATCH ${second} RETURN ${columns}`);
        const parted = answer(graph, `MATCH ${first} WITH * MATCH ${second} RETURN ${columns}`);
        expect(whole, `${first} / ${second}`).toEqual(parted);
      }),
      { numRuns: 300 },
    );
  });

  it("groups alike by elements and by their values", () => {
    const groups = fc.array(fc.constantFrom("1", "1.0", "2", "'1'", "null", "true", "[1]"), {
      minLength: 5,
      maxLength: 5,
    });
    fc.assert(
      fc.property(edges, groups, (drawn, values) => {
        const graph = graphOf(drawn);
        const engine = createEngine({ graph });
        values.forEach((value, k) => {
          engine.run(`MATCH (a {k: ${k}}) SET a.g = ${value}`);
        });
        const rows = (query: string) =>
          engine.run(query).rows.map((row) => row.map(formatValue).join(", "));
        expect(
          rows("MATCH (a)-[r]-(b) RETURN a.g AS g, b.g AS h, count(*) AS n, min(a.k) AS k"),
        ).toEqual(
          rows(
            "MATCH (a)-[r]-(b) WITH a, a.g AS g, b.g AS h RETURN g, h, count(*) AS n, min(a.k) AS k",
          ),
        );
      }),
      { numRuns: 100 },
    );
  });

  it("splits into the rows for which a condition is true, false and null", () => {
    const condition = fc.constantFrom(
      "a.k > 2",
      "a.k = b.k",
      "a.none = 1",
      "a:Ship OR b.none IS NULL",
      "EXISTS { (a)-->(b) }",
      "a.k IN [1, null]",
      "NOT (a.k < 3 AND b.none > 0)",
      "a.k < b.k < 4 XOR a:Port",
    );
    fc.assert(
      fc.property(edges, condition, (drawn, test) => {
        const graph = graphOf(drawn);
        const rows = (where: string) => answer(graph, `MATCH (a)-[r]-(b) ${where} RETURN a.k, b.k`);
        const parts = [
          ...rows(`WHERE ${test}`),
          ...rows(`WHERE NOT (${test})`),
          ...rows(`WHERE (${test}) IS NULL`),
        ];
        expect(parts.sort(), test).toEqual(rows(""));
      }),
      { numRuns: 200 },
    );
  });
});

describe("a path that is repeated", () => {
  const arrows = fc.constantFrom(["-", "->"], ["<-", "-"], ["-", "-"]);
  const bounds = fc.constantFrom([0, 2], [1, 1], [1, 3], [2, 2], [0, 5], [3, 4]);

  it("is a relationship of variable length when it holds one", () => {
    fc.assert(
      fc.property(edges, arrows, bounds, (drawn, [start, end], [min, max]) => {
        const graph = graphOf(drawn);
        const rounds = `((x)${start}[r:R]${end}(y)){${min},${max}}`;
        const length = `${start}[r:R*${min}..${max}]${end}`;
        for (const target of ["(b)", "(b {k: 3})", "(a)"]) {
          const second = target === "(a)" ? "a" : "b";
          const returned = `RETURN a.k AS k, ${second}.k AS l, size(r) AS n`;
          expect(answer(graph, `MATCH (a) ${rounds} ${target} ${returned}`)).toEqual(
            answer(graph, `MATCH (a)${length}${target} ${returned}`),
          );
        }
      }),
      { numRuns: 150 },
    );
  });

  it("gives as the first groups the paths of the least lengths", () => {
    fc.assert(
      fc.property(edges, arrows, fc.integer({ min: 1, max: 3 }), (drawn, [start, end], count) => {
        const graph = graphOf(drawn);
        const path = `((x)${start}[r]${end}(y) WHERE x.k <> 3)*`;
        const all = answer(
          graph,
          `MATCH (a) ${path} (b) WITH a, b, size(r) AS n, count(*) AS paths ORDER BY n
           WITH a, b, collect([n, paths])[..${count}] AS first UNWIND first AS f
           RETURN a.k, b.k, f[0], f[1]`,
        );
        const chosen = answer(
          graph,
          `MATCH p = SHORTEST ${count} GROUPS (a) ${path} (b)
           RETURN a.k, b.k, length(p), count(*)`,
        );
        expect(chosen).toEqual(all);
      }),
      { numRuns: 150 },
    );
  });
});

describe("shortestPath", () => {
  const pair = fc.record({
    edges: fc.array(fc.tuple(fc.nat({ max: 4 }), fc.nat({ max: 4 }), fc.constantFrom("R", "S")), {
      maxLength: 10,
    }),
    direction: fc.constantFrom(["-", "->"], ["<-", "-"], ["-", "-"]),
    types: fc.constantFrom("", ":R"),
  });

  it("is as long as the shortest trail, and there are as many as trails of that length", () => {
    fc.assert(
      fc.property(pair, ({ edges: drawn, direction: [start, end], types }) => {
        const graph = graphOf(drawn);
        const all = answer(
          graph,
          `MATCH (a), (b) WHERE a <> b MATCH p = (a)${start}[${types}*]${end}(b)
           WITH a, b, length(p) AS n, count(*) AS paths ORDER BY n
           WITH a, b, collect([n, paths])[0] AS first RETURN a.k, b.k, first[0], first[1]`,
        );
        const shortest = answer(
          graph,
          `MATCH (a), (b) WHERE a <> b MATCH p = allShortestPaths((a)${start}[${types}*]${end}(b))
           RETURN a.k, b.k, length(p), count(*)`,
        );
        expect(shortest).toEqual(all);
      }),
      { numRuns: 200 },
    );
  });
});
