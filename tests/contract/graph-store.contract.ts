import {
  type CypherValue,
  NodeRecord,
  PathRecord,
  RelationshipRecord,
} from "@redthread/core/cypher";
import { RedthreadError, type RedthreadErrorCode } from "@redthread/core/errors";
import { DateValue, Float, PropertyGraph } from "@redthread/core/graph";
import type { GraphStore, LoadProgress, RunOptions, StoreResult } from "@redthread/core/stores";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

type Row = readonly CypherValue[];
type Parameters = Readonly<Record<string, CypherValue>>;

/** Facts that hold for every store. `open` gives a store over an empty graph with a running clock. */
export function describeGraphStore(name: string, open: () => Promise<GraphStore>): void {
  describe(name, () => {
    let store: GraphStore;

    beforeEach(async () => {
      store = await open();
    });
    afterEach(async () => {
      await store.close();
    });

    const run = (query: string, parameters: Parameters = {}, options: RunOptions = {}) =>
      store.run(query, new Map(Object.entries(parameters)), options);
    const rowsOf = async (query: string, parameters: Parameters = {}, options: RunOptions = {}) =>
      await readAll(await run(query, parameters, options));
    const expectError = async (code: RedthreadErrorCode, work: () => Promise<unknown>) => {
      const error = await work().then(
        () => null,
        (thrown: unknown) => thrown,
      );
      expect(error).toBeInstanceOf(RedthreadError);
      expect(error).toHaveProperty("code", code);
    };

    describe("rows", () => {
      it("stand under columns in the order written", async () => {
        const result = await run("RETURN 'Basra' AS port, 3 AS piers, true AS `is open`");
        expect(result.columns).toEqual(["port", "piers", "is open"]);
        expect(await readAll(result)).toEqual([["Basra", 3, true]]);
      });

      it("come in the order asked for, null last", async () => {
        const rows = await rowsOf("UNWIND [2, null, 10, 1.5] AS kg RETURN kg ORDER BY kg");
        expect(rows).toEqual([[new Float(1.5)], [2], [10], [null]]);
      });

      it("come in reverse with null first", async () => {
        const rows = await rowsOf("UNWIND [2, null, 10] AS kg RETURN kg ORDER BY kg DESC");
        expect(rows).toEqual([[null], [10], [2]]);
      });

      it("can be left before the end, and the store goes on", async () => {
        const { rows } = await run("UNWIND range(1, 100000) AS crate RETURN crate");
        for await (const row of rows) {
          expect(row).toEqual([1]);
          break;
        }
        expect(await rowsOf("RETURN 1 AS one")).toEqual([[1]]);
      });

      it("of two queries can be read in turn", async () => {
        const first = (await run("UNWIND range(1, 3) AS i RETURN i")).rows[Symbol.asyncIterator]();
        const second = (await run("UNWIND range(7, 9) AS i RETURN i")).rows[Symbol.asyncIterator]();
        expect((await first.next()).value).toEqual([1]);
        expect((await second.next()).value).toEqual([7]);
        expect((await first.next()).value).toEqual([2]);
        await first.return?.();
        await second.return?.();
      });

      it("are those of the graph as it was when the query began", async ({ skip }) => {
        skip(!store.capabilities.readsSnapshot, "this store reads what others commit meanwhile");
        await rowsOf("UNWIND range(1, 2000) AS i CREATE (:Crate {i: i})");
        const { rows } = await run("MATCH (c:Crate) RETURN c.i AS i");
        let count = 0;
        for await (const _ of rows) {
          count += 1;
          if (count === 1) {
            await rowsOf("CREATE (:Crate {i: 2001})");
          }
        }
        expect(count).toBe(2000);
      });
    });

    describe("values", () => {
      it("keep integers and floats apart", async () => {
        expect(
          await rowsOf("RETURN 1 AS whole, 1.0 AS float, 7 / 2 AS cut, 7 / 2.0 AS half"),
        ).toEqual([[1, new Float(1), 3, new Float(3.5)]]);
      });

      it("keep every digit of a 64-bit integer", async () => {
        expect(await rowsOf("RETURN 9007199254740993 AS a, 9223372036854775807 AS b")).toEqual([
          [9007199254740993n, 9223372036854775807n],
        ]);
      });

      it("hold null, lists and maps inside each other", async () => {
        const rows = await rowsOf("RETURN [1, null, {a: [true], b: null}] AS value");
        expect(rows).toEqual([
          [
            [
              1,
              null,
              new Map<string, CypherValue>([
                ["a", [true]],
                ["b", null],
              ]),
            ],
          ],
        ]);
      });

      it("hold days", async () => {
        expect(await rowsOf("RETURN date('1970-01-11') AS day")).toEqual([[new DateValue(10)]]);
      });

      it("show a node with labels and properties", async () => {
        await rowsOf("CREATE (:Port:Place {name: 'Aqaba', depth: 20.5})");
        const [[port] = []] = await rowsOf("MATCH (p:Port) RETURN p");
        if (!(port instanceof NodeRecord)) {
          throw new Error("no node came back");
        }
        expect([...port.labels].sort()).toEqual(["Place", "Port"]);
        expect(new Map(port.properties)).toEqual(
          new Map<string, CypherValue>([
            ["name", "Aqaba"],
            ["depth", new Float(20.5)],
          ]),
        );
      });

      it("show a path as nodes and the relationships between them", async () => {
        await rowsOf(
          "CREATE (:Port {name: 'Aqaba'})<-[:LANDED_AT {kg: 5}]-(:Ship {name: 'Dalia'})",
        );
        const [[path] = []] = await rowsOf("MATCH p = (:Ship)-[:LANDED_AT]->(:Port) RETURN p");
        if (!(path instanceof PathRecord)) {
          throw new Error("no path came back");
        }
        const [ship, port] = path.nodes;
        const [landed] = path.relationships;
        expect(path.nodes.map((node) => node.properties.get("name"))).toEqual(["Dalia", "Aqaba"]);
        expect(landed).toBeInstanceOf(RelationshipRecord);
        expect(landed).toMatchObject({
          type: "LANDED_AT",
          startElementId: ship?.elementId,
          endElementId: port?.elementId,
        });
      });

      it("are null where an OPTIONAL MATCH finds nothing", async () => {
        await rowsOf("CREATE (:Port {name: 'Aqaba'})");
        expect(
          await rowsOf(
            "MATCH (p:Port) OPTIONAL MATCH (p)<--(s) RETURN p.name AS port, s, s.name AS n",
          ),
        ).toEqual([["Aqaba", null, null]]);
      });
    });

    describe("parameters", () => {
      it.each<[string, CypherValue]>([
        ["an integer", 2],
        ["a float that is whole", new Float(2)],
        ["a text that looks like a number", "0770"],
        ["null", null],
        ["a list", [1, "a", null]],
        ["a map", new Map<string, CypherValue>([["__proto__", 1]])],
        ["a day", new DateValue(19_000)],
      ])("arrive as they were given: %s", async (_, value) => {
        expect(await rowsOf("RETURN $value AS value", { value })).toEqual([[value]]);
      });

      it("can be the number of rows", async () => {
        const rows = await rowsOf("UNWIND range(1, 5) AS i RETURN i SKIP $s LIMIT $n", {
          s: 1,
          n: 2,
        });
        expect(rows).toEqual([[2], [3]]);
      });

      it("must be given", async () => {
        await expectError("QUERY_INVALID", () => rowsOf("RETURN $weight AS weight"));
      });
    });

    describe("writing", () => {
      it("counts what it changed", async () => {
        const created = await run("CREATE (:Ship {name: 'Dalia'})-[:LANDED_AT {kg: 5}]->(:Port)");
        await readAll(created);
        expect(created.changes()).toMatchObject({
          nodesCreated: 2,
          relationshipsCreated: 1,
          labelsAdded: 2,
          propertiesSet: 2,
        });
        const deleted = await run("MATCH (s:Ship) DETACH DELETE s");
        await readAll(deleted);
        expect(deleted.changes()).toMatchObject({ nodesDeleted: 1, relationshipsDeleted: 1 });
      });

      it("counts nothing for a query that reads", async () => {
        const result = await run("MATCH (n) RETURN count(n) AS n");
        await readAll(result);
        expect(Object.values(result.changes()).every((count) => count === 0)).toBe(true);
      });

      it("is seen by the next query", async () => {
        await rowsOf("CREATE (:Port {name: 'Aqaba'})");
        await rowsOf("MATCH (p:Port) SET p.depth = 20");
        expect(await rowsOf("MATCH (p:Port) RETURN p.name AS name, p.depth AS depth")).toEqual([
          ["Aqaba", 20],
        ]);
      });

      it("merges what is there and creates what is not", async () => {
        const merge = "UNWIND ['Aqaba', 'Basra', 'Aqaba'] AS name MERGE (p:Port {name: name})";
        await rowsOf(merge);
        await rowsOf(merge);
        expect(await rowsOf("MATCH (p:Port) RETURN p.name AS name ORDER BY name")).toEqual([
          ["Aqaba"],
          ["Basra"],
        ]);
      });

      it("is undone as a whole when the query fails", async () => {
        await expectError("QUERY_INVALID", () =>
          rowsOf("UNWIND [2, 1, 0] AS piers CREATE (:Port {share: 10 / piers})"),
        );
        expect(await rowsOf("MATCH (n) RETURN count(n) AS n")).toEqual([[0]]);
      });

      it("refuses to delete a node and leave its relationships", async () => {
        await rowsOf("CREATE (:Ship)-[:LANDED_AT]->(:Port)");
        await expectError("QUERY_INVALID", () => rowsOf("MATCH (s:Ship) DELETE s"));
        expect(await rowsOf("MATCH (n) RETURN count(n) AS n")).toEqual([[2]]);
      });
    });

    describe("errors", () => {
      it.each([
        ["a word out of place", "RETRUN 1"],
        ["a variable that is not defined", "MATCH (ship:Ship) RETURN shp.name"],
        ["a function that does not exist", "RETURN tonnage(1) AS t"],
        ["a division by zero", "RETURN 1 / 0 AS x"],
        ["an integer that is too large", "RETURN 9223372036854775807 + 1 AS x"],
      ])("name %s as the query's fault", async (_, query) => {
        await expectError("QUERY_INVALID", () => rowsOf(query));
      });

      it("leave the store usable", async () => {
        await expectError("QUERY_INVALID", () => rowsOf("RETRUN 1"));
        expect(await rowsOf("RETURN 1 AS one")).toEqual([[1]]);
      });

      it("are none for a label that nothing carries, only a remark", async () => {
        const result = await run("MATCH (s:Submarine) RETURN s");
        expect(await readAll(result)).toEqual([]);
        expect(result.notifications().join(" ")).toContain("Submarine");
      });
    });

    describe("limits", () => {
      it("stop a query at its number of rows", async () => {
        await expectError("QUERY_LIMIT", () =>
          rowsOf("UNWIND range(1, 50) AS i RETURN i", {}, { maxRows: 10 }),
        );
      });

      it("let a query pass that just reaches them", async () => {
        const rows = await rowsOf("UNWIND range(1, 10) AS i RETURN i", {}, { maxRows: 10 });
        expect(rows).toHaveLength(10);
      });

      it("stop a query at its time and leave the store usable", async () => {
        await expectError("QUERY_LIMIT", () =>
          rowsOf(
            "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN sum(a % 7 + b % 5) AS s",
            {},
            { timeoutMs: 200 },
          ),
        );
        expect(await rowsOf("RETURN 1 AS one")).toEqual([[1]]);
      });

      it("end a query that is cancelled while it runs", async () => {
        const controller = new AbortController();
        setTimeout(() => controller.abort(), 50);
        await expectError("QUERY_LIMIT", () =>
          rowsOf(
            "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN sum(a % 7 + b % 5) AS s",
            {},
            { signal: controller.signal },
          ),
        );
      });
    });

    describe("loading", () => {
      it("creates every element with its values", async () => {
        const changes = await store.load(harbour());
        expect(changes).toMatchObject({ nodesCreated: 3, relationshipsCreated: 2 });
        expect(
          await rowsOf(
            "MATCH (s:Ship)-[r:LANDED_AT]->(p:Port) RETURN s.id AS ship, s.flags AS flags, r.kg AS kg, r.on AS day, p.name AS port ORDER BY ship",
          ),
        ).toEqual([
          ["s1", ["JO", "LB"], new Float(5), new DateValue(19_000), "Aqaba"],
          ["s2", null, null, null, "Aqaba"],
        ]);
      });

      it("creates nothing the second time", async () => {
        await store.load(harbour());
        const changes = await store.load(harbour());
        expect(changes).toMatchObject({
          nodesCreated: 0,
          relationshipsCreated: 0,
          nodesDeleted: 0,
        });
        expect(await rowsOf("MATCH (n) RETURN count(n) AS n")).toEqual([[3]]);
        expect(await rowsOf("MATCH ()-[r]->() RETURN count(r) AS n")).toEqual([[2]]);
      });

      it("gives elements that are there exactly the properties of the graph", async () => {
        await store.load(harbour());
        await rowsOf("MATCH (p:Port) SET p.name = 'Akaba', p.depth = 20");
        await store.load(harbour());
        expect(await rowsOf("MATCH (p:Port) RETURN p.name AS name, p.depth AS depth")).toEqual([
          ["Aqaba", null],
        ]);
      });

      it("reports its progress up to the end", async () => {
        const reports: LoadProgress[] = [];
        await store.load(harbour(), { onProgress: (progress) => reports.push(progress) });
        expect(reports.at(-1)).toMatchObject({ done: 5, total: 5 });
      });

      it("removes what a later graph lacks, and nothing else", async () => {
        await rowsOf("CREATE (:Note {id: 'p1', text: 'mine'})");
        await store.load(harbour());
        const smaller = harbour();
        smaller.forEachRelationship(null, (r) => {
          smaller.deleteRelationship(r);
          return false;
        });
        expect(await store.load(smaller)).toMatchObject({
          nodesDeleted: 0,
          relationshipsDeleted: 1,
        });
        expect(await rowsOf("MATCH (n:Note) RETURN n.text AS text")).toEqual([["mine"]]);
      });

      it("refuses two elements of one id", async () => {
        const graph = harbour();
        graph.createNode(["Ship"], [["id", "s1"]]);
        await expectError("GRAPH_INVALID", () => store.load(graph));
      });

      it("refuses an element without an id", async () => {
        const graph = new PropertyGraph();
        graph.createNode(["Port"], [["name", "Aqaba"]]);
        await expectError("GRAPH_INVALID", () => store.load(graph));
      });
    });
  });
}

async function readAll(result: StoreResult): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for await (const row of result.rows) {
    rows.push(row);
  }
  return rows;
}

/** Two ships at one pier. */
function harbour(): PropertyGraph {
  const graph = new PropertyGraph();
  const port = graph.createNode(
    ["Port"],
    [
      ["id", "p1"],
      ["name", "Aqaba"],
    ],
  );
  const first = graph.createNode(
    ["Ship"],
    [
      ["id", "s1"],
      ["flags", ["JO", "LB"]],
    ],
  );
  const second = graph.createNode(["Ship"], [["id", "s2"]]);
  graph.createRelationship("LANDED_AT", first, port, [
    ["id", "r1"],
    ["kg", new Float(5)],
    ["on", new DateValue(19_000)],
  ]);
  graph.createRelationship("LANDED_AT", second, port, [["id", "r2"]]);
  return graph;
}
