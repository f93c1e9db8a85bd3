import { beforeEach, describe, expect, it } from "vitest";
import { RedthreadError } from "../errors/redthread-error.js";
import { PropertyGraph } from "../graph/property-graph.js";
import { createEngine, type Engine } from "./engine.js";
import type { CypherValue } from "./values/cypher-value.js";
import { formatValue } from "./values/format-value.js";

let graph: PropertyGraph;
let engine: Engine;
let now: number;

beforeEach(() => {
  graph = new PropertyGraph();
  now = 0;
  // Each look at the clock is a millisecond later, so that limits are met without waiting.
  engine = createEngine({ graph, clock: () => now++ });
});

function rows(query: string, parameters: Readonly<Record<string, CypherValue>> = {}): string[] {
  return engine
    .run(query, new Map(Object.entries(parameters)))
    .rows.map((row) => row.map(formatValue).join(", "));
}

function failure(work: () => unknown): RedthreadError {
  try {
    work();
  } catch (error) {
    if (error instanceof RedthreadError) {
      return error;
    }
    throw error;
  }
  throw new Error("nothing failed");
}

describe("a query that writes", () => {
  it("changes nothing when a later row fails", () => {
    rows("CREATE (:Port {name: 'Aqaba', piers: 3})");
    failure(() =>
      rows(
        "UNWIND [2, 1, 0] AS i MATCH (p:Port) SET p.piers = 6 / i, p:Busy CREATE (p)<-[:LANDED_AT]-(:Ship) RETURN i",
      ),
    );
    expect(rows("MATCH (n) RETURN labels(n), n.piers")).toEqual(["['Port'], 3"]);
    expect(rows("MATCH ()-[r]->() RETURN r")).toEqual([]);
  });

  it("changes nothing when it reaches a limit", () => {
    const error = failure(() =>
      engine.run("UNWIND range(1, 9) AS i CREATE (s:Ship) RETURN s", new Map(), { maxRows: 3 }),
    );
    expect(error.code).toBe("QUERY_LIMIT");
    expect(graph.nodeCount).toBe(0);
  });

  it("runs to its end although its rows are cut", () => {
    expect(rows("UNWIND range(1, 5) AS i CREATE (s:Ship {i: i}) RETURN i LIMIT 2")).toEqual([
      "1",
      "2",
    ]);
    expect(graph.nodeCount).toBe(5);
  });

  it("runs to its end although its reader wants no more", () => {
    const seen: unknown[] = [];
    engine.stream("UNWIND range(1, 5) AS i CREATE (s:Ship) RETURN i", new Map(), {}, (row) => {
      seen.push(row);
      return false;
    });
    expect(seen).toHaveLength(1);
    expect(graph.nodeCount).toBe(5);
  });

  it("does not see what it creates", () => {
    rows("CREATE (:Ship), (:Ship)");
    rows("MATCH (s:Ship) CREATE (:Ship)");
    expect(graph.nodeCount).toBe(4);
  });

  it("sees in a later clause all that an earlier one wrote", () => {
    expect(
      rows("UNWIND [1, 2, 3] AS i CREATE (s:Ship {i: i}) WITH s MATCH (t:Ship) RETURN count(*)"),
    ).toEqual(["9"]);
    expect(
      rows("MATCH (s:Ship) SET s.seen = true WITH s MATCH (t:Ship {seen: true}) RETURN count(*)"),
    ).toEqual(["9"]);
  });

  it("reads the right sides of one SET before any of them is written", () => {
    rows("CREATE (:Shift {start: 5, stop: 1})");
    expect(
      rows("MATCH (s:Shift) SET s.start = s.stop, s.stop = s.start RETURN s.start, s.stop"),
    ).toEqual(["1, 5"]);
    expect(
      rows("MATCH (s:Shift) SET s.start = 7 SET s.stop = s.start RETURN s.start, s.stop"),
    ).toEqual(["7, 7"]);
  });

  it("counts each new label and property once", () => {
    const { changes } = engine.run(
      "CREATE (s:Ship:Vessel {id: 's1', tons: 4, flag: null}) SET s:Ship",
    );
    expect(changes).toMatchObject({ nodesCreated: 1, labelsAdded: 2, propertiesSet: 2 });
  });
});

describe("MERGE", () => {
  it("sees what earlier rows created", () => {
    expect(
      rows("UNWIND [1, 2, 1] AS i MERGE (p:Port {i: i}) RETURN count(p), count(DISTINCT p)"),
    ).toEqual(["3, 2"]);
  });

  it("gives every match and changes each", () => {
    rows("CREATE (:Port {i: 1}), (:Port {i: 1})");
    expect(
      rows(
        "MERGE (p:Port {i: 1}) ON CREATE SET p.new = true ON MATCH SET p.seen = true RETURN p.new, p.seen",
      ),
    ).toEqual(["null, true", "null, true"]);
  });

  it("finds a relationship drawn either way and creates one to the right", () => {
    rows("CREATE (:Port {i: 1})<-[:LINKED]-(:Port {i: 2})");
    rows("MATCH (a:Port {i: 1}), (b:Port {i: 2}) MERGE (a)-[:LINKED]-(b)");
    expect(graph.relationshipCount).toBe(1);
    expect(
      rows(
        "MATCH (a:Port {i: 1}) MERGE (a)-[r:NEAR]-(b:Port {i: 3}) RETURN startNode(r).i, endNode(r).i",
      ),
    ).toEqual(["1, 3"]);
  });

  it("refuses a property that is null", () => {
    expect(failure(() => rows("MERGE (p:Port {i: $i})", { i: null })).message).toContain("`i`");
    expect(graph.nodeCount).toBe(0);
  });

  it("binds its path in both cases", () => {
    const query = "MERGE p = (:Port {i: 1})-[:LINKED]->(:Port {i: 2}) RETURN length(p)";
    expect(rows(query)).toEqual(["1"]);
    expect(rows(query)).toEqual(["1"]);
    expect(graph.nodeCount).toBe(2);
  });
});

describe("DELETE", () => {
  beforeEach(() => {
    rows("CREATE (:Ship {i: 1})-[:LANDED_AT]->(:Port)<-[:LANDED_AT]-(:Ship {i: 2})");
  });

  it("takes nodes and relationships in any order", () => {
    rows("MATCH (s:Ship)-[r]->(p) DELETE s, p, r");
    expect([graph.nodeCount, graph.relationshipCount]).toEqual([0, 0]);
  });

  it("lets a later clause delete the relationships that are left", () => {
    rows("MATCH (s:Ship {i: 1})-[r]->() DELETE s DELETE r");
    expect([graph.nodeCount, graph.relationshipCount]).toEqual([2, 1]);
  });

  it("fails at the end of the statement when a relationship is left", () => {
    const error = failure(() => rows("MATCH (s:Ship {i: 1}) DELETE s"));
    expect(error.message).toMatchInlineSnapshot(
      `"A deleted node still has 1 relationship, so nothing was changed. Delete them too, or use \`DETACH DELETE\`."`,
    );
    expect(graph.nodeCount).toBe(3);
  });

  it("makes reading what is gone an error", () => {
    expect(failure(() => rows("MATCH (s:Ship) DETACH DELETE s RETURN s.i")).message).toContain(
      "deleted",
    );
    expect(failure(() => rows("MATCH (s:Ship) DETACH DELETE s RETURN labels(s)")).code).toBe(
      "QUERY_INVALID",
    );
  });

  it("takes a whole path", () => {
    rows("MATCH p = (:Ship)-[*]->(:Port) DETACH DELETE p");
    expect(graph.nodeCount).toBe(0);
  });
});

describe("OPTIONAL MATCH", () => {
  beforeEach(() => {
    rows("CREATE (:Ship {i: 1})-[:LANDED_AT]->(:Port {name: 'Aqaba'}), (:Ship {i: 2})");
  });

  it("keeps the row and binds null when nothing matches", () => {
    expect(
      rows("MATCH (s:Ship) OPTIONAL MATCH (s)-[r]->(p) RETURN s.i, p.name, r IS NULL ORDER BY s.i"),
    ).toEqual(["1, 'Aqaba', false", "2, null, true"]);
  });

  it("tests its WHERE inside the search", () => {
    expect(
      rows(
        "MATCH (s:Ship) OPTIONAL MATCH (s)-->(p) WHERE p.name = 'Basra' RETURN s.i, p ORDER BY s.i",
      ),
    ).toEqual(["1, null", "2, null"]);
  });

  it("keeps a variable that was bound before", () => {
    expect(
      rows(
        "UNWIND [null, 1] AS i OPTIONAL MATCH (s:Ship {i: i}) WITH s AS ship OPTIONAL MATCH (ship)-->(p) RETURN ship.i, p.name",
      ),
    ).toEqual(["null, null", "1, 'Aqaba'"]);
  });
});

describe("shortestPath", () => {
  beforeEach(() => {
    rows(
      "CREATE (a:Stop {n: 'a'})-[:TO {km: 1}]->(b:Stop {n: 'b'})-[:TO {km: 9}]->(d:Stop {n: 'd'}), (a)-[:TO {km: 1}]->(c:Stop {n: 'c'})-[:TO {km: 1}]->(e:Stop {n: 'e'})-[:TO {km: 1}]->(d)",
    );
  });

  it("is the shortest that its WHERE lets pass", () => {
    const path = (where: string) =>
      rows(
        `MATCH (a {n: 'a'}), (d {n: 'd'}) MATCH p = shortestPath((a)-[:TO*]->(d)) ${where} RETURN [x IN nodes(p) | x.n]`,
      );
    expect(path("")).toEqual(["['a', 'b', 'd']"]);
    expect(path("WHERE all(r IN relationships(p) WHERE r.km < 5)")).toEqual([
      "['a', 'c', 'e', 'd']",
    ]);
    expect(path("WHERE length(p) > 3")).toEqual([]);
  });

  it("walks only relationships with the properties asked for", () => {
    expect(
      rows(
        "MATCH (a {n: 'a'}), (d {n: 'd'}) MATCH p = shortestPath((a)-[:TO* {km: 1}]->(d)) RETURN length(p)",
      ),
    ).toEqual(["3"]);
  });

  it("says so when both ends are one node, and gives the empty path where length 0 is allowed", () => {
    const same = "MATCH (a {n: 'a'}), (b {n: 'a'}) MATCH p = shortestPath((a)-[*";
    expect(failure(() => rows(`${same}]-(b)) RETURN p`)).message).toContain("the same");
    expect(rows(`${same}0..3]-(b)) RETURN length(p)`)).toEqual(["0"]);
  });

  it("is null, or an empty list, as an expression that finds nothing", () => {
    expect(
      rows(
        "MATCH (a {n: 'd'}), (b {n: 'a'}) RETURN shortestPath((a)-[*]->(b)), allShortestPaths((a)-[*]->(b))",
      ),
    ).toEqual(["null, []"]);
  });
});

describe("subqueries", () => {
  beforeEach(() => {
    rows(
      "UNWIND [1, 2, 3] AS i CREATE (s:Ship {i: i}) FOREACH (k IN range(1, i) | CREATE (s)-[:CARRIES]->(:Crate {kg: k}))",
    );
  });

  it("limit their rows for each row outside", () => {
    expect(
      rows(
        "MATCH (s:Ship) CALL (s) { MATCH (s)-->(c) RETURN c.kg AS kg ORDER BY kg DESC LIMIT 2 } RETURN s.i, collect(kg) ORDER BY s.i",
      ),
    ).toEqual(["1, [1]", "2, [2, 1]", "3, [3, 2]"]);
  });

  it("without RETURN leave the rows as they are", () => {
    expect(
      rows("MATCH (s:Ship) CALL (s) { CREATE (s)-[:CARRIES]->(:Seal) } RETURN count(*)"),
    ).toEqual(["3"]);
    expect(rows("MATCH (s:Seal) RETURN count(s)")).toEqual(["3"]);
  });

  it("of an expression see the variables around it, those of comprehensions too", () => {
    expect(
      rows(
        "MATCH (s:Ship) WITH collect(s) AS ships RETURN [s IN ships WHERE COUNT { (s)-->() } > 1 | COLLECT { MATCH (s)-->(c) RETURN c.kg ORDER BY c.kg }]",
      ),
    ).toEqual(["[[1, 2], [1, 2, 3]]"]);
  });

  it("unite their parts", () => {
    expect(
      rows(
        "MATCH (s:Ship {i: 3}) CALL (s) { RETURN s.i AS n UNION MATCH (s)-->(c) RETURN c.kg AS n } RETURN n ORDER BY n",
      ),
    ).toEqual(["1", "2", "3"]);
  });
});

describe("limits", () => {
  const ENDLESS = "UNWIND range(1, 1000000000) AS i WITH i WHERE i < 0 RETURN i";

  it("end a query by time, with what to do", () => {
    const error = failure(() => engine.run(ENDLESS, new Map(), { timeoutMs: 20 }));
    expect(error.code).toBe("QUERY_LIMIT");
    expect(error.message).toMatchInlineSnapshot(
      `"The query ran longer than 20 ms, its time limit, so it was stopped and nothing was changed. Narrow it, for example with an upper bound on \`*\`, or allow more time."`,
    );
  });

  it("end a walk without an upper bound", () => {
    rows("UNWIND range(0, 19) AS i CREATE (:Stop {i: i})");
    rows("MATCH (a:Stop), (b:Stop) WHERE a.i <> b.i CREATE (a)-[:TO]->(b)");
    expect(
      failure(() =>
        engine.run("MATCH (:Stop {i: 0})-[:TO*]->(b) RETURN count(b)", new Map(), {
          timeoutMs: 50,
        }),
      ).code,
    ).toBe("QUERY_LIMIT");
    expect(rows("MATCH (:Stop {i: 0})-[:TO*]->(b) RETURN count(DISTINCT b)")).toEqual(["20"]);
  });

  it("are looked at when the query is cancelled from its own rows", () => {
    const controller = new AbortController();
    const error = failure(() =>
      engine.stream(
        "UNWIND range(1, 100000) AS i RETURN i",
        new Map(),
        { signal: controller.signal },
        () => {
          controller.abort();
          return true;
        },
      ),
    );
    expect(error.message).toContain("cancelled");
  });

  it("end a query that would hold too much in memory", () => {
    const error = failure(() =>
      rows(
        "UNWIND range(1, 1000000000) AS i WITH i % 2 AS half, collect(i) AS all RETURN size(all)",
      ),
    );
    expect(error.code).toBe("QUERY_LIMIT");
    expect(error.message).toContain("in memory");
  });

  it("leave the engine as it was", () => {
    failure(() => engine.run(ENDLESS, new Map(), { timeoutMs: 20 }));
    expect(rows("RETURN 1")).toEqual(["1"]);
  });
});

describe("open", () => {
  it("pauses in the middle of a search and goes on from there", () => {
    rows("UNWIND range(1, 700) AS i CREATE (:Stop {i: i})");
    const { execution } = engine.open(
      "MATCH (a:Stop), (b:Stop) WHERE a.i + b.i = 2 RETURN count(*)",
    );
    const results: unknown[] = [];
    let pauses = 0;
    while (!execution.advance((row) => void results.push(row))) {
      pauses += 1;
    }
    expect(pauses).toBeGreaterThan(1);
    expect(results).toEqual([[1]]);
  });

  it("undoes what a cancelled query has written", () => {
    const { execution } = engine.open("UNWIND range(1, 1000000) AS i CREATE (:Ship)");
    expect(execution.advance(() => true)).toBe(false);
    expect(graph.nodeCount).toBeGreaterThan(0);
    execution.cancel();
    expect(graph.nodeCount).toBe(0);
    expect(execution.isDone).toBe(true);
  });
});

describe("stream", () => {
  it("gives rows as they come and stops when no more are wanted", () => {
    const seen: CypherValue[] = [];
    engine.stream("UNWIND range(1, 1000000000) AS i RETURN i", new Map(), {}, ([i = null]) => {
      seen.push(i);
      return seen.length < 3;
    });
    expect(seen).toEqual([1, 2, 3]);
  });

  it("can run the same query from within its rows", () => {
    const query = "UNWIND [1, 2] AS i RETURN i";
    const inner: string[] = [];
    engine.stream(query, new Map(), {}, () => {
      inner.push(rows(query).join("|"));
      return true;
    });
    expect(inner).toEqual(["1|2", "1|2"]);
  });
});

describe("a query text that comes again", () => {
  it("is answered with the parameters and the graph of the moment", () => {
    const query = "MATCH (p:Port) WHERE p.name IN $names RETURN p.name";
    rows("CREATE (:Port {name: 'Aqaba'}), (:Port {name: 'Basra'})");
    expect(rows(query, { names: ["Aqaba"] })).toEqual(["'Aqaba'"]);
    expect(rows(query, { names: ["Basra"] })).toEqual(["'Basra'"]);
    rows("MATCH (p:Port) SET p.name = 'Ceuta'");
    expect(rows(query, { names: ["Basra"] })).toEqual([]);
  });

  it("is planned anew when the graph has grown", () => {
    const query = "MATCH (a:Ship)-->(b:Port) RETURN count(*)";
    expect(rows(query)).toEqual(["0"]);
    rows("CREATE (p:Port) WITH p UNWIND range(1, 50) AS i CREATE (:Ship)-[:LANDED_AT]->(p)");
    expect(rows(query)).toEqual(["50"]);
  });

  it("gives random numbers that differ from run to run and repeat with the seed", () => {
    const [first] = rows("RETURN rand()");
    expect(rows("RETURN rand()")).not.toEqual([first]);
    engine = createEngine({ graph });
    expect(rows("RETURN rand()")).toEqual([first]);
  });
});
