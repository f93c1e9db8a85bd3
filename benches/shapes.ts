import type { CypherValue } from "@redthread/core/cypher";
import type { PropertyGraph } from "@redthread/core/graph";
import type { CaseGraph } from "./case-graph.js";

/** A question to the engine and the same question as loops written by hand, which is the limit to reach for. */
export interface Shape {
  readonly name: string;
  readonly query: string;
  readonly parameters: ReadonlyMap<string, CypherValue>;
  /** The number of rows, or the one number that the query returns. */
  readonly byHand: () => number;
}

/** Adjacency as the loops use it: one type, one direction. */
function rowsOf(graph: PropertyGraph, type: string, direction: "outgoing" | "incoming") {
  const rows = graph[direction];
  const id = graph.typeIdOf(type);
  return {
    neighbours: rows.neighbours,
    relationships: rows.relationships,
    start: (node: number) => rows.typeStart(node, id),
    end: (node: number) => rows.typeEnd(node, id),
  };
}

/** The dozen questions, over a graph of {@link caseGraph}. */
export function shapes({ graph, slots }: CaseGraph): readonly Shape[] {
  const people = slots.get("Person") ?? [];
  const networks = slots.get("Network") ?? [];
  const documents = slots.get("Document") ?? [];
  const first = people[0] ?? 0;
  const middle = people[Math.floor(people.length / 50)] ?? 0;
  const far = people[Math.floor(people.length / 3)] ?? 0;
  const idOf = (node: number) => String(graph.nodeProperty(node, "id"));
  const knows = { out: rowsOf(graph, "KNOWS", "outgoing"), in: rowsOf(graph, "KNOWS", "incoming") };
  const transferred = {
    out: rowsOf(graph, "TRANSFERRED", "outgoing"),
    in: rowsOf(graph, "TRANSFERRED", "incoming"),
  };
  const memberOf = rowsOf(graph, "MEMBER_OF", "outgoing");
  const citizenOf = rowsOf(graph, "CITIZEN_OF", "outgoing");
  const operatesIn = rowsOf(graph, "OPERATES_IN", "outgoing");
  const operatedBy = rowsOf(graph, "OPERATES_IN", "incoming");
  const age = graph.nodeColumn("age");
  const risk = graph.nodeColumn("risk");
  const text = graph.nodeColumn("text");
  const byId = new Map(people.map((node) => [idOf(node), node]));
  const marks = new Int32Array(graph.nodeSlots);
  let mark = 0;
  const around = [knows.out, knows.in, transferred.out, transferred.in];

  return [
    {
      name: "one person by id",
      query: "MATCH (p:Person {id: $id}) RETURN p.name AS name",
      parameters: new Map([["id", idOf(middle)]]),
      byHand: () => (byId.has(idOf(middle)) ? 1 : 0),
    },
    {
      name: "scan with two filters, counted",
      query: "MATCH (p:Person) WHERE p.age > 40 AND p.risk < 20 RETURN count(*) AS n",
      parameters: new Map(),
      byHand: () => {
        let n = 0;
        for (const node of people) {
          const years = age?.get(node);
          const danger = risk?.get(node);
          if (
            typeof years === "number" &&
            typeof danger === "number" &&
            years > 40 &&
            danger < 20
          ) {
            n += 1;
          }
        }
        return n;
      },
    },
    {
      name: "scan that returns rows",
      query:
        "MATCH (p:Person) WHERE p.risk < 5 RETURN p.id AS id, p.name AS name, p.age AS age, p.risk AS risk",
      parameters: new Map(),
      byHand: () => {
        const rows: unknown[] = [];
        for (const node of people) {
          const danger = risk?.get(node);
          if (typeof danger === "number" && danger < 5) {
            rows.push([
              graph.nodeProperty(node, "id"),
              graph.nodeProperty(node, "name"),
              age?.get(node),
              danger,
            ]);
          }
        }
        return rows.length;
      },
    },
    {
      name: "text that contains a word",
      query: "MATCH (d:Document) WHERE d.text CONTAINS 'heroin' RETURN count(*) AS n",
      parameters: new Map(),
      byHand: () => {
        let n = 0;
        for (const node of documents) {
          const words = text?.get(node);
          if (typeof words === "string" && words.includes("heroin")) {
            n += 1;
          }
        }
        return n;
      },
    },
    {
      name: "all neighbours of a hub",
      query: "MATCH (p:Person {id: $id})-[r]-(m) RETURN type(r) AS type, m.id AS id",
      parameters: new Map([["id", idOf(first)]]),
      byHand: () => {
        const rows: unknown[] = [];
        graph.expand(first, "both", null, (relationship, node) => {
          rows.push([graph.typeOf(relationship), graph.nodeProperty(node, "id")]);
          return true;
        });
        return rows.length;
      },
    },
    {
      name: "two hops, filtered and counted",
      query:
        "MATCH (a:Person)-[:KNOWS]->(b:Person)-[:TRANSFERRED]->(c:Person) WHERE c.risk > 90 RETURN count(*) AS n",
      parameters: new Map(),
      byHand: () => {
        let n = 0;
        for (const a of people) {
          for (let i = knows.out.start(a); i < knows.out.end(a); i += 1) {
            const b = knows.out.neighbours[i] ?? 0;
            for (let j = transferred.out.start(b); j < transferred.out.end(b); j += 1) {
              const danger = risk?.get(transferred.out.neighbours[j] ?? 0);
              n += typeof danger === "number" && danger > 90 ? 1 : 0;
            }
          }
        }
        return n;
      },
    },
    {
      name: "ends of walks up to three long",
      query:
        "MATCH (p:Person {id: $id})-[:KNOWS|TRANSFERRED*1..3]-(m) WHERE m <> p RETURN count(DISTINCT m) AS n",
      parameters: new Map([["id", idOf(middle)]]),
      byHand: () => {
        mark += 1;
        marks[middle] = mark;
        let frontier = [middle];
        let n = 0;
        for (let depth = 0; depth < 3; depth += 1) {
          const next: number[] = [];
          for (const node of frontier) {
            for (const rows of around) {
              for (let at = rows.start(node); at < rows.end(node); at += 1) {
                const neighbour = rows.neighbours[at] ?? 0;
                if (marks[neighbour] !== mark) {
                  marks[neighbour] = mark;
                  next.push(neighbour);
                  n += 1;
                }
              }
            }
          }
          frontier = next;
        }
        return n;
      },
    },
    {
      name: "shortest path",
      query:
        "MATCH (a:Person {id: $a}), (b:Person {id: $b}) MATCH p = shortestPath((a)-[:KNOWS|TRANSFERRED*..12]-(b)) RETURN length(p) AS n",
      parameters: new Map([
        ["a", idOf(middle)],
        ["b", idOf(far)],
      ]),
      byHand: () => {
        // One side only, until the other is met: what a reader would write first.
        mark += 1;
        let frontier = [middle];
        marks[middle] = mark;
        for (let depth = 1; frontier.length > 0; depth += 1) {
          const next: number[] = [];
          for (const node of frontier) {
            for (const rows of around) {
              for (let at = rows.start(node); at < rows.end(node); at += 1) {
                const neighbour = rows.neighbours[at] ?? 0;
                if (neighbour === far) {
                  return depth;
                }
                if (marks[neighbour] !== mark) {
                  marks[neighbour] = mark;
                  next.push(neighbour);
                }
              }
            }
          }
          frontier = next;
        }
        return 0;
      },
    },
    {
      name: "grouped by country",
      query:
        "MATCH (p:Person)-[:CITIZEN_OF]->(c:Country) RETURN c.name AS country, count(*) AS n, avg(p.age) AS age ORDER BY n DESC",
      parameters: new Map(),
      byHand: () => {
        const counts = new Int32Array(graph.nodeSlots);
        const years = new Float64Array(graph.nodeSlots);
        for (const node of people) {
          const own = age?.get(node);
          for (let at = citizenOf.start(node); at < citizenOf.end(node); at += 1) {
            const country = citizenOf.neighbours[at] ?? 0;
            counts[country] = (counts[country] ?? 0) + 1;
            years[country] = (years[country] ?? 0) + (typeof own === "number" ? own : 0);
          }
        }
        return counts.filter((count) => count > 0).length;
      },
    },
    {
      name: "twenty highest degrees",
      query:
        "MATCH (p:Person) RETURN p.id AS id, COUNT { (p)--() } AS degree ORDER BY degree DESC, id LIMIT 20",
      parameters: new Map(),
      byHand: () => {
        const degrees = people.map((node) => graph.degree(node, "both", null));
        return degrees.sort((a, b) => b - a).slice(0, 20).length;
      },
    },
    {
      name: "networks in one country",
      query:
        "MATCH (a:Network)-[:OPERATES_IN]->(c:Country)<-[:OPERATES_IN]-(b:Network) WHERE a.id < b.id RETURN count(*) AS n",
      parameters: new Map(),
      byHand: () => {
        const ids = new Map(networks.map((node) => [node, idOf(node)]));
        let n = 0;
        for (const a of networks) {
          const own = ids.get(a) ?? "";
          for (let i = operatesIn.start(a); i < operatesIn.end(a); i += 1) {
            const country = operatesIn.neighbours[i] ?? 0;
            for (let j = operatedBy.start(country); j < operatedBy.end(country); j += 1) {
              n += own < (ids.get(operatedBy.neighbours[j] ?? 0) ?? "") ? 1 : 0;
            }
          }
        }
        return n;
      },
    },
    {
      name: "triangles",
      query:
        "MATCH (a:Person)-[:TRANSFERRED]->(b)-[:TRANSFERRED]->(c)-[:TRANSFERRED]->(a) RETURN count(*) AS n",
      parameters: new Map(),
      byHand: () => {
        let n = 0;
        const { out, in: back } = transferred;
        const seen = new Int32Array(graph.nodeSlots);
        for (const a of people) {
          for (let i = back.start(a); i < back.end(a); i += 1) {
            const c = back.neighbours[i] ?? 0;
            seen[c] = (seen[c] ?? 0) + 1;
          }
          for (let i = out.start(a); i < out.end(a); i += 1) {
            const b = out.neighbours[i] ?? 0;
            for (let j = out.start(b); b !== a && j < out.end(b); j += 1) {
              const c = out.neighbours[j] ?? 0;
              n += c === a || c === b ? 0 : (seen[c] ?? 0);
            }
          }
          for (let i = back.start(a); i < back.end(a); i += 1) {
            seen[back.neighbours[i] ?? 0] = 0;
          }
        }
        return n;
      },
    },
    {
      name: "nobody's member",
      query:
        "MATCH (p:Person) WHERE NOT EXISTS { (p)-[:MEMBER_OF]->(:Network) } RETURN count(*) AS n",
      parameters: new Map(),
      byHand: () => {
        let n = 0;
        for (const node of people) {
          n += memberOf.start(node) === memberOf.end(node) ? 1 : 0;
        }
        return n;
      },
    },
    {
      name: "across borders",
      query:
        "MATCH (c1:Country)<-[:CITIZEN_OF]-(a:Person)-[t:TRANSFERRED]->(b:Person)-[:CITIZEN_OF]->(c2:Country) WHERE c1 <> c2 RETURN c1.name AS start, c2.name AS end, count(*) AS n, sum(t.amount) AS amount ORDER BY n DESC LIMIT 20",
      parameters: new Map(),
      byHand: () => {
        const groups = new Map<number, { n: number; amount: number }>();
        const amounts = graph.relationshipColumn("amount");
        for (const a of people) {
          for (let i = citizenOf.start(a); i < citizenOf.end(a); i += 1) {
            const from = citizenOf.neighbours[i] ?? 0;
            for (let j = transferred.out.start(a); j < transferred.out.end(a); j += 1) {
              const b = transferred.out.neighbours[j] ?? 0;
              const amount = amounts?.get(transferred.out.relationships[j] ?? 0);
              for (let k = citizenOf.start(b); k < citizenOf.end(b); k += 1) {
                const to = citizenOf.neighbours[k] ?? 0;
                if (from !== to) {
                  const key = from * 1_000_000 + to;
                  const group = groups.get(key) ?? { n: 0, amount: 0 };
                  group.n += 1;
                  group.amount += typeof amount === "number" ? amount : 0;
                  groups.set(key, group);
                }
              }
            }
          }
        }
        return [...groups.values()].sort((x, y) => y.n - x.n).slice(0, 20).length;
      },
    },
  ];
}
