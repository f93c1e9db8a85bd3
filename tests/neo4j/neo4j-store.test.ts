import type { CypherValue } from "@redthread/core/cypher";
import {
  DateTimeValue,
  DateValue,
  DurationValue,
  Float,
  graphLines,
  LocalDateTimeValue,
  LocalTimeValue,
  PointValue,
  PropertyGraph,
  TimeValue,
} from "@redthread/core/graph";
import { type Neo4jStore, openNeo4jStore } from "@redthread/core/stores/neo4j";
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from "vitest";

const server = inject("neo4j");

describe.skipIf(server === null)("Neo4j store", () => {
  let store: Neo4jStore;

  beforeAll(async () => {
    if (server !== null) store = await openNeo4jStore(server);
  });
  afterAll(() => store.close());
  afterEach(() => rows("MATCH (n) DETACH DELETE n"));

  async function rows(
    query: string,
    parameters: Readonly<Record<string, CypherValue>> = {},
    options: Parameters<Neo4jStore["run"]>[2] = {},
  ): Promise<readonly (readonly CypherValue[])[]> {
    const result = await store.run(query, new Map(Object.entries(parameters)), options);
    const all: (readonly CypherValue[])[] = [];
    for await (const row of result.rows) all.push(row);
    return all;
  }

  it.each<[string, CypherValue]>([
    ["an integer", 7],
    ["an integer beyond 2^53", 9007199254740993n],
    ["a float that is whole", new Float(2)],
    ["a float", new Float(-0.5)],
    ["a text", "Zaʿatari 日本 👩‍🔬"],
    ["a boolean", false],
    ["null", null],
    ["a list", [1, new Float(1), "a", null, [true]]],
    [
      "a map with a key of machinery",
      new Map<string, CypherValue>([
        ["__proto__", 1],
        ["constructor", "x"],
      ]),
    ],
    ["a day before 1970", new DateValue(-800_000)],
    ["a local time", new LocalTimeValue(86_399_999_999_999)],
    ["a time", new TimeValue(1, -18_000)],
    ["a local date and time", new LocalDateTimeValue(19_905, 1)],
    ["a date and time at an offset", new DateTimeValue(19_905, 5, 7_200, null)],
    [
      "a date and time in a zone",
      new DateTimeValue(19_905, 36_000_000_000_000, 7_200, "Europe/Berlin"),
    ],
    ["a duration", new DurationValue(14, -3, 4, 500_000_000)],
    ["a point", new PointValue(4326, 35.5, 33.9, null)],
    ["a point in space", new PointValue(9157, 1, 2, 3)],
  ])("carries %s there and back", async (_, value) => {
    expect(await rows("RETURN $value AS value", { value })).toEqual([[value]]);
  });

  it("gives nodes, relationships and paths with labels, types and properties", async () => {
    const [[node, relationship, path] = []] = await rows(
      "CREATE (a:Ship:Tanker {name: 'Noka'})-[r:CALLED_AT {tons: 1.5}]->(b:Port) WITH * MATCH p = (b)<--(a) RETURN a, r, p",
    );
    expect(node).toMatchObject({
      labels: expect.arrayContaining(["Ship", "Tanker"]),
      properties: new Map([["name", "Noka"]]),
    });
    expect(relationship).toMatchObject({
      type: "CALLED_AT",
      properties: new Map([["tons", new Float(1.5)]]),
    });
    expect(path).toMatchObject({
      nodes: [{ labels: ["Port"] }, { properties: new Map([["name", "Noka"]]) }],
      relationships: [relationship],
    });
  });

  it("counts what a query changed", async () => {
    const result = await store.run("CREATE (:Ship {name: 'Noka'})-[:CALLED_AT]->(:Port)");
    for await (const _ of result.rows);
    expect(result.columns).toEqual([]);
    expect(result.changes()).toMatchObject({
      nodesCreated: 2,
      relationshipsCreated: 1,
      labelsAdded: 2,
      propertiesSet: 1,
    });
  });

  it.each([
    [
      "RETURN frend",
      { code: "QUERY_INVALID", kind: "SyntaxError", phase: "compile time", span: { start: 7 } },
    ],
    ["RETURN 1 / 0", { code: "QUERY_INVALID", kind: "ArithmeticError", phase: "runtime" }],
    ["RETURN $missing", { code: "QUERY_INVALID", kind: "ParameterMissing" }],
    ["UNWIND [1] AS i RETURN i LIMIT -1", { code: "QUERY_INVALID" }],
  ])("says what is wrong with %s", async (query, error) => {
    await expect(rows(query)).rejects.toMatchObject(error);
  });

  it("changes nothing when a query reaches its number of rows", async () => {
    await expect(
      rows("UNWIND range(1, 10) AS i CREATE (:Crate) RETURN i", {}, { maxRows: 3 }),
    ).rejects.toMatchObject({
      code: "QUERY_LIMIT",
    });
    expect(await rows("MATCH (c:Crate) RETURN count(c)")).toEqual([[0]]);
  });

  it("stops a query at its time limit", async () => {
    await expect(
      rows("UNWIND range(1, 100000000) AS i RETURN sum(i * i % 7)", {}, { timeoutMs: 300 }),
    ).rejects.toMatchObject({ code: "QUERY_LIMIT" });
  });

  it("stops reading when it is told to", async () => {
    const stop = new AbortController();
    const result = await store.run("UNWIND range(1, 1000000) AS i RETURN i", new Map(), {
      signal: stop.signal,
    });
    const read = async (): Promise<void> => {
      for await (const [i] of result.rows) if (i === 5) stop.abort(new Error("enough"));
    };
    await expect(read()).rejects.toMatchObject({ code: "QUERY_LIMIT" });
    const busy = new AbortController();
    const slow = store.run(
      "UNWIND range(1, 100000000) AS i WITH sum(i * i % 7) AS s RETURN s",
      new Map(),
      {
        signal: busy.signal,
      },
    );
    const waited = async (): Promise<void> => {
      for await (const _ of (await slow).rows);
    };
    const stopped = expect(waited()).rejects.toMatchObject({ code: "QUERY_LIMIT" });
    await slow;
    busy.abort(new Error("enough"));
    await stopped;
  });

  it("runs queries that commit by themselves", async () => {
    await rows(
      "UNWIND range(1, 10) AS i CALL { WITH i CREATE (:Crate {i: i}) } IN TRANSACTIONS OF 3 ROWS",
    );
    expect(await rows("MATCH (c:Crate) RETURN count(c)")).toEqual([[10]]);
  });

  describe("load", () => {
    function portGraph(name: string): PropertyGraph {
      const graph = new PropertyGraph();
      graph.createNode(
        ["Port"],
        [
          ["id", "port:beirut"],
          ["name", name],
        ],
      );
      return graph;
    }

    function allKinds(): PropertyGraph {
      const graph = new PropertyGraph();
      graph.createNode(
        ["Kind"],
        [
          ["id", 7],
          ["big", 2n ** 60n],
          ["flag", true],
          ["float", new Float(-0)],
          ["none", new Float(Number.NaN)],
          ["whole", new Float(3)],
          ["texts", ["", "\u0000", "\u{1F600}"]],
          ["empty", []],
          ["day", new DateValue(-800_000)],
          ["clock", new LocalTimeValue(86_399_999_999_999)],
          ["time", new TimeValue(1, -3_600)],
          ["local", new LocalDateTimeValue(19_000, 5)],
          ["moment", new DateTimeValue(19_000, 5, 7_200, null)],
          ["zoned", new DateTimeValue(19_000, 5, 10_800, "Asia/Baghdad")],
          ["length", new DurationValue(1, -2, 3n, 4)],
          ["point", new PointValue(4979, 1.5, 2, 3)],
        ],
      );
      return graph;
    }

    const nothing = {
      nodesCreated: 0,
      nodesDeleted: 0,
      relationshipsCreated: 0,
      relationshipsDeleted: 0,
      labelsAdded: 0,
      labelsRemoved: 0,
      propertiesSet: 0,
    };

    function harbour(): PropertyGraph {
      const graph = new PropertyGraph();
      const port = graph.createNode(
        ["Port"],
        [
          ["id", "port:beirut"],
          ["name", "Beirut"],
          ["depths", [10, 12]],
        ],
      );
      const ships = Array.from({ length: 2_500 }, (_, n) =>
        graph.createNode(n % 2 === 0 ? ["Ship"] : ["Ship", "Tanker"], [
          ["id", `ship:${n}`],
          ["tons", new Float(n)],
        ]),
      );
      for (const [n, ship] of ships.entries()) {
        graph.createRelationship("CALLED_AT", ship, port, [
          ["id", `call:${n}`],
          ["quotes", ["It called."]],
        ]);
      }
      graph.createRelationship("CALLED_AT", ships[0] ?? 0, port, [["id", "call:again"]]);
      return graph;
    }

    it("creates everything once and nothing the second time", async () => {
      const progress: number[] = [];
      const first = await store.load(harbour(), {
        onProgress: ({ done }) => progress.push(done),
      });
      expect(first).toMatchObject({ nodesCreated: 2_501, relationshipsCreated: 2_501 });
      expect(progress.at(-1)).toBe(5_002);
      expect([...progress].sort((a, b) => a - b)).toEqual(progress);
      expect(await store.load(harbour())).toMatchObject({
        nodesCreated: 0,
        relationshipsCreated: 0,
        labelsAdded: 0,
      });
      expect(
        await rows(
          "MATCH (:Ship {id: 'ship:0'})-[r:CALLED_AT]->(p:Port) RETURN count(r), p.depths, p.name",
        ),
      ).toEqual([[2, [10, 12], "Beirut"]]);
      expect(await rows("MATCH (t:Tanker) RETURN count(t), sum(t.tons)")).toEqual([
        [1_250, new Float(1_250 ** 2)],
      ]);
    });

    it("touches nothing that it did not load itself", async () => {
      await rows(
        "CREATE (:Port {id: 'port:beirut', name: 'Beyrouth', closed: true}), (:Note {text: 'mine'})",
      );
      await store.load(portGraph("Beirut"));
      expect(await rows("MATCH (p:Port) RETURN p.name, p.closed ORDER BY p.name")).toEqual([
        ["Beirut", null],
        ["Beyrouth", true],
      ]);
      expect(await rows("MATCH (n:Note) RETURN properties(n)")).toEqual([
        [new Map([["text", "mine"]])],
      ]);
    });

    it("shows nothing of what it writes for itself", async () => {
      await store.load(portGraph("Beirut"), { revision: "b1" });
      const [[node] = []] = await rows("MATCH (p:Port) RETURN p");
      const found = await rows(
        "MATCH (p) UNWIND keys(p) AS key WITH p, key ORDER BY key RETURN labels(p)[0], collect(key), properties(p), size(labels(p))",
      );
      expect(found).toEqual([
        [
          "Port",
          ["id", "name"],
          new Map([
            ["id", "port:beirut"],
            ["name", "Beirut"],
          ]),
          1,
        ],
      ]);
      expect(node).toMatchObject({
        labels: ["Port"],
        properties: new Map([
          ["id", "port:beirut"],
          ["name", "Beirut"],
        ]),
      });
    });

    it("removes what the case lost, and lets go of what others link to", async () => {
      const graph = harbour();
      await store.load(graph);
      await rows(
        "MATCH (s:Ship {id: 'ship:1'}) CREATE (:Note {text: 'mine'})-[:ABOUT {since: 1}]->(s)",
      );
      expect(await store.load(portGraph("Beirut"))).toMatchObject({
        nodesDeleted: 2_499,
        nodesLeft: 1,
        relationshipsDeleted: 2_501,
        propertiesSet: expect.any(Number),
      });
      expect(
        await rows("MATCH (n:Note)-[a:ABOUT]->(s) RETURN n.text, a.since, s.id, labels(s)"),
      ).toEqual([["mine", 1, "ship:1", ["Ship", "Tanker"]]]);
      expect(await store.pull()).toSatisfy((pulled: PropertyGraph) => pulled.nodeCount === 1);
    });

    it("keeps two cases of one database apart", async () => {
      await store.load(portGraph("Beirut"), { name: "a" });
      await store.load(portGraph("Beyrouth"), { name: "b" });
      expect(await rows("MATCH (p:Port) RETURN p.name ORDER BY p.name")).toEqual([
        ["Beirut"],
        ["Beyrouth"],
      ]);
      expect([...graphLines(await store.pull("b"))]).toEqual([
        ...graphLines(portGraph("Beyrouth")),
      ]);
    });

    it("refuses the name of another case, unless it shall be replaced", async () => {
      const other = new PropertyGraph();
      other.createNode(["Port"], [["id", "port:aqaba"]]);
      await store.load(portGraph("Beirut"));
      await expect(store.load(other)).rejects.toThrow("another case under the name `case`");
      expect(await store.load(other, { replace: true })).toMatchObject({ nodesDeleted: 1 });
    });

    it("writes nothing when the database holds the build already", async () => {
      await store.load(harbour(), { revision: "b1" });
      expect(await store.load(harbour(), { revision: "b1" })).toEqual({
        ...nothing,
        nodesLeft: 0,
      });
    });

    it("gives back every kind of value as it was", async () => {
      const graph = allKinds();
      await store.load(graph);
      expect([...graphLines(await store.pull())]).toEqual([...graphLines(graph)]);
      expect(await store.load(graph)).toMatchObject({ propertiesSet: 0 });
    });

    it("keeps a node one when a later build adds a label to it", async () => {
      const graph = (...labels: string[]): PropertyGraph => {
        const made = new PropertyGraph();
        made.createNode(labels, [["id", "person:1"]]);
        return made;
      };
      await store.load(graph("Person"));
      expect(await store.load(graph("Person", "Official"))).toMatchObject({
        nodesCreated: 0,
        labelsAdded: 1,
      });
      expect(await store.load(graph("Official"))).toMatchObject({
        nodesCreated: 0,
        labelsRemoved: 1,
      });
      expect(await rows("MATCH (n {id: 'person:1'}) RETURN count(n)")).toEqual([[1]]);
    });

    it.each([
      ["without an id", ["Ship"], [], /has no `id`/],
      [
        "with half a character",
        ["Ship"],
        [
          ["id", "x"],
          ["name", "\ud800"],
        ],
        /half a character/,
      ],
      [
        "with a number of more than 64 bits",
        ["Ship"],
        [
          ["id", "x"],
          ["n", 2n ** 64n],
        ],
        /64 bits/,
      ],
      [
        "with a list of several kinds",
        ["Ship"],
        [
          ["id", "x"],
          ["n", ["a", 1]],
        ],
        /several kinds/,
      ],
      ["that uses the marks of a load", ["InRedthreadCase"], [["id", "x"]], /writes for itself/],
      [
        "with a label that could end its quotes",
        ["a\\u0060"],
        [["id", "x"]],
        /cannot name a label/,
      ],
    ] as const)("refuses a node %s", async (_, labels, properties, sentence) => {
      const graph = new PropertyGraph();
      graph.createNode([...labels], [...properties]);
      await expect(store.load(graph)).rejects.toThrow(sentence);
    });

    it("takes a label that holds a backtick for a label", async () => {
      const graph = new PropertyGraph();
      graph.createNode(["odd`) DETACH DELETE n //"], [["id", "x"]]);
      await store.load(graph);
      expect(await rows("MATCH (n) RETURN labels(n)")).toEqual([[["odd`) DETACH DELETE n //"]]]);
    });
  });
});

describe.skipIf(server === null)("openNeo4jStore", () => {
  const uri = server?.uri ?? "";

  it.each([
    [
      "a wrong password",
      { uri, password: "wrong" },
      "STORE_REFUSED",
      /refused the password of user `neo4j`.*NEO4J_PASSWORD/,
    ],
    ["no password", { uri }, "STORE_REFUSED", /asks for a password and none was given/],
    [
      "an unknown database",
      { ...server, uri, database: "nowhere" },
      "STORE_REFUSED",
      /`nowhere`.*NEO4J_DATABASE/,
    ],
  ])("says what to do about %s", async (_, options, code, sentence) => {
    const refused = expect(openNeo4jStore(options)).rejects;
    await refused.toMatchObject({ code });
    await expect(openNeo4jStore(options)).rejects.toThrow(sentence);
  });

  it("lets the server refuse a write where only reading was asked for", async () => {
    const reader = await openNeo4jStore({ ...server, uri, access: "read" });
    const written = async (): Promise<void> => {
      const { rows } = await reader.run("CREATE (n:Crate) RETURN n");
      for await (const _ of rows);
    };
    await expect(written()).rejects.toThrow("Add `--write`");
    await reader.close();
  });
});
