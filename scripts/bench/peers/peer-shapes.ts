// The questions that Redthread and its peers are asked, each as the peer writes it.
import type { CaseGraph } from "../../../benches/case-graph.js";

/** What a parameter may hold, in every peer. */
export type PeerParameter = string | number | readonly Readonly<Record<string, string | number>>[];

export interface PeerShape {
  readonly name: string;
  readonly query: string;
  /** As Kùzu and LadybugDB write it, where their dialect differs. */
  readonly kuzu?: string;
  readonly parameters: Readonly<Record<string, PeerParameter>>;
  /** Changes the graph: asked once, after all others. */
  readonly writes?: true;
}

const WRITTEN = 10_000;

/** All questions, with parameters from the graph. */
export function peerShapes(filled: CaseGraph): readonly PeerShape[] {
  const { graph, slots } = filled;
  const people = slots.get("Person") ?? [];
  const at = (share: number): number => people[Math.floor(people.length * share)] ?? 0;
  const named: Named = {
    hub: String(graph.nodeProperty(at(0), "id")),
    known: String(graph.nodeProperty(at(1 / 50), "id")),
    knownName: String(graph.nodeProperty(at(1 / 50), "name")),
    far: String(graph.nodeProperty(at(1 / 3), "id")),
  };
  return [...lookUps(named), ...SCANS, ...walks(named), ...JOINS, ...writes(filled)];
}

/** Ids of people who have many relationships, some, and a few. */
interface Named {
  readonly hub: string;
  readonly known: string;
  readonly knownName: string;
  readonly far: string;
}

function lookUps({ known, knownName }: Named): readonly PeerShape[] {
  return [
    {
      name: "person by id",
      query: "MATCH (p:Person {id: $id}) RETURN p.name AS name",
      parameters: { id: known },
    },
    {
      name: "person by name",
      query: "MATCH (p:Person {name: $name}) RETURN p.id AS id",
      parameters: { name: knownName },
    },
  ];
}

const SCANS: readonly PeerShape[] = [
  {
    name: "scan, two filters",
    query:
      "MATCH (p:Person) WHERE p.age > 40 AND p.risk < 20 RETURN count(*) AS n, avg(p.age) AS age",
    parameters: {},
  },
  {
    name: "scan that returns rows",
    query:
      "MATCH (p:Person) WHERE p.risk < 5 RETURN p.id AS id, p.name AS name, p.age AS age, p.risk AS risk",
    parameters: {},
  },
  {
    name: "text that contains a word",
    query: "MATCH (d:Document) WHERE d.text CONTAINS 'heroin' RETURN count(*) AS n",
    parameters: {},
  },
];

function walks({ hub, known, far }: Named): readonly PeerShape[] {
  const one = { id: known };
  const two = { a: known, b: far };
  return [
    {
      name: "neighbours of a hub",
      query: "MATCH (p:Person {id: $id})-[r]-(m) RETURN type(r) AS type, m.id AS id",
      kuzu: "MATCH (p:Person {id: $id})-[r]-(m) RETURN label(r) AS type, m.id AS id",
      parameters: { id: hub },
    },
    {
      name: "two hops from a known person",
      query:
        "MATCH (p:Person {id: $id})-[:KNOWS]-(f:Person)-[:TRANSFERRED]->(x:Person) WHERE x.risk >= 25 RETURN x.id AS id, x.risk AS risk ORDER BY risk DESC, id LIMIT 20",
      parameters: one,
    },
    ...[3, 4].map((length) => ({
      name: `ends of walks up to ${length} long`,
      query: `MATCH (p:Person {id: $id})-[:KNOWS|TRANSFERRED*1..${length}]-(m) WHERE m <> p RETURN count(DISTINCT m) AS n`,
      kuzu: `MATCH (p:Person {id: $id})-[:KNOWS|TRANSFERRED*1..${length}]-(m:Person) WHERE m.id <> p.id RETURN count(DISTINCT m.id) AS n`,
      parameters: one,
    })),
    {
      name: "shortest path",
      query:
        "MATCH (a:Person {id: $a}), (b:Person {id: $b}) MATCH p = shortestPath((a)-[:KNOWS|TRANSFERRED*..12]-(b)) RETURN length(p) AS n",
      kuzu: "MATCH (a:Person {id: $a})-[e:KNOWS|TRANSFERRED* SHORTEST 1..12]-(b:Person {id: $b}) RETURN length(e) AS n",
      parameters: two,
    },
    {
      name: "all shortest paths",
      query:
        "MATCH (a:Person {id: $a}), (b:Person {id: $b}) MATCH p = allShortestPaths((a)-[:KNOWS|TRANSFERRED*..12]-(b)) RETURN count(p) AS n",
      kuzu: "MATCH (a:Person {id: $a})-[e:KNOWS|TRANSFERRED* ALL SHORTEST 1..12]-(b:Person {id: $b}) RETURN count(*) AS n",
      parameters: two,
    },
  ];
}

const JOINS: readonly PeerShape[] = [
  {
    name: "grouped by country",
    query:
      "MATCH (p:Person)-[:CITIZEN_OF]->(c:Country) RETURN c.name AS country, count(*) AS n, avg(p.age) AS age",
    parameters: {},
  },
  {
    name: "top degree",
    query: "MATCH (n)-[r]-() RETURN n.id AS id, count(r) AS d ORDER BY d DESC, id LIMIT 20",
    parameters: {},
  },
  {
    name: "co-occurrence",
    query:
      "MATCH (n1:Network)-[:OPERATES_IN]->(c:Country)<-[:OPERATES_IN]-(n2:Network), (n1)-[:TRAFFICS]->(d:Drug)<-[:TRAFFICS]-(n2) WHERE n1.id < n2.id RETURN count(*) AS n",
    parameters: {},
  },
  {
    name: "triangles",
    query:
      "MATCH (a:Person)-[:TRANSFERRED]->(b:Person)-[:TRANSFERRED]->(c:Person)-[:TRANSFERRED]->(a) WHERE a.id <> b.id AND b.id <> c.id AND a.id <> c.id RETURN count(*) AS n",
    parameters: {},
  },
  {
    name: "optional, collected",
    query:
      "MATCH (o:Official) WHERE o.name STARTS WITH 'Official 10' OPTIONAL MATCH (o)-[:WORKS_FOR]->(a:Agency) RETURN o.id AS id, collect(a.name) AS agencies",
    parameters: {},
  },
  {
    name: "nobody's member",
    query:
      "MATCH (p:Person) WHERE NOT EXISTS { MATCH (p)-[:MEMBER_OF]->(:Network) } RETURN count(*) AS n",
    parameters: {},
  },
  {
    name: "across borders",
    query:
      "MATCH (c1:Country)<-[:CITIZEN_OF]-(a:Person)-[t:TRANSFERRED]->(b:Person)-[:CITIZEN_OF]->(c2:Country) WHERE c1.name <> c2.name RETURN c1.name AS start, c2.name AS finish, count(*) AS n, sum(t.amount) AS amount ORDER BY n DESC, start, finish LIMIT 20",
    parameters: {},
  },
];

function writes({ graph, slots }: CaseGraph): readonly PeerShape[] {
  const people = slots.get("Person") ?? [];
  const idAt = (index: number): string =>
    String(graph.nodeProperty(people[index % people.length] ?? 0, "id"));
  const nodes = Array.from({ length: WRITTEN }, (_, index) => ({
    id: index % 2 === 0 ? idAt(index) : `new ${index}`,
    risk: index % 100,
  }));
  const pairs = Array.from({ length: WRITTEN }, (_, index) => ({
    a: idAt(index * 7),
    b: idAt(index * 13 + 1),
  }));
  return [
    {
      name: "merge 10,000 nodes",
      query:
        "UNWIND $rows AS row MERGE (p:Person {id: row.id}) ON CREATE SET p.risk = row.risk RETURN count(p) AS n",
      parameters: { rows: nodes },
      writes: true,
    },
    {
      name: "merge 10,000 relationships",
      query:
        "UNWIND $rows AS row MATCH (a:Person {id: row.a}), (b:Person {id: row.b}) MERGE (a)-[k:KNOWS]->(b) RETURN count(*) AS n",
      parameters: { rows: pairs },
      writes: true,
    },
  ];
}
