import { describe, expect, it } from "vitest";
import { PropertyGraph } from "../../graph/property-graph.js";
import { createEngine } from "../engine.js";

/** Forty ships, each landed at one of four ports; one captain. */
function harbour(): PropertyGraph {
  const graph = new PropertyGraph();
  const ports = Array.from({ length: 4 }, (_, index) =>
    graph.createNode(["Port", "Place"], [["name", `port ${index}`]]),
  );
  for (let index = 0; index < 40; index += 1) {
    const ship = graph.createNode(
      ["Ship"],
      [
        ["id", `s${index}`],
        ["tons", index],
      ],
    );
    graph.createRelationship("LANDED_AT", ship, ports[index % 4] ?? 0, []);
    graph.createRelationship("PASSED", ship, ports[(index + 1) % 4] ?? 0, []);
  }
  graph.createNode(["Captain"], [["ship", "s7"]]);
  return graph;
}

function explain(query: string): string {
  return createEngine({ graph: harbour() }).explain(query);
}

describe("plans", () => {
  it("start at an indexed property", () => {
    expect(
      explain("MATCH (p:Port)<-[:LANDED_AT]-(s:Ship {id: 's7'}) RETURN p.name AS port"),
    ).toMatchInlineSnapshot(`
      "Assign p.name
      Expand ()-[:LANDED_AT]->() where p:Port
      NodeSeek :Ship(id) = 's7'
      Argument"
    `);
  });

  it("count relationships, and ways over a node, that nobody asks for", () => {
    expect(
      [
        "MATCH (s:Ship)-[r]-() RETURN s.id AS id, count(r) AS n",
        "MATCH (a:Port)<-[:LANDED_AT]-(s:Ship)-[:PASSED]->(b:Port) RETURN a.name AS a, b.name AS b, count(s) AS n",
        "MATCH (a:Ship)-[:LANDED_AT]->(p)<-[:LANDED_AT]-(b:Ship), (a)-[:PASSED]->(q)<-[:PASSED]-(b) WHERE a.id < b.id RETURN count(*) AS n",
        "MATCH (s:Ship) RETURN count(s) AS n",
        "MATCH ()-[r:PASSED]->() RETURN count(r) AS n",
      ]
        .map(explain)
        .join("\n\n"),
    ).toMatchInlineSnapshot(`
      "Assign count(r)
      Aggregate count(*)
      ExpandCount ()-[]-()
      NodeScan :Ship
      Argument

      Assign count(s)
      Aggregate count(*)
      ExpandTwice ()<-[:LANDED_AT]-(:Ship)-[:PASSED]->() where b:Port
      NodeScan :Port
      Argument

      Assign count(*)
      Aggregate count(*)
      ExpandTwice ()-[:PASSED]->()<-[:PASSED]-() into
      ExpandTwice ()-[:LANDED_AT]->()<-[:LANDED_AT]-() where b:Ship and a.id < b.id
      NodeScan :Ship
      Argument

      Assign count(s)
      Aggregate count(*)
      CountStore Ship
      Argument

      Assign count(r)
      Aggregate count(*)
      CountStore relationships:PASSED
      Argument"
    `);
  });

  it("start at the smaller end", () => {
    expect(
      explain("MATCH (s:Ship)-[:LANDED_AT]->(p:Port) WHERE p.name = 'port 1' RETURN s"),
    ).toMatchInlineSnapshot(`
      "Expand ()<-[:LANDED_AT]-() where s:Ship
      NodeSeek :Port(name) = 'port 1'
      Argument"
    `);
  });

  it("test a condition as soon as its variables are bound", () => {
    expect(
      explain(
        "MATCH (s:Ship)-[:LANDED_AT]->(p:Port)<-[:PASSED]-(t:Ship) WHERE s.tons > 30 AND s.tons < t.tons AND p:Place RETURN count(*) AS n",
      ),
    ).toMatchInlineSnapshot(`
      "Assign count(*)
      Aggregate count(*)
      Expand ()<-[:PASSED]-() where t:Ship and s.tons < t.tons
      Expand ()<-[:LANDED_AT]-() where s:Ship and s.tons > 30
      NodeScan :Port where p:Place
      Argument"
    `);
  });

  it("close a circle by looking for the last relationship between bound ends", () => {
    expect(
      explain(
        "MATCH (s:Ship {id: 's1'})-[:LANDED_AT]->(p)<-[:PASSED]-(t)-[:LANDED_AT]->(q)<-[:PASSED]-(s) RETURN t",
      ),
    ).toMatchInlineSnapshot(`
      "Expand ()<-[:PASSED]-() into
      Expand ()-[:LANDED_AT]->()
      Expand ()<-[:PASSED]-()
      Expand ()-[:LANDED_AT]->()
      NodeSeek :Ship(id) = 's1'
      Argument"
    `);
  });

  it("join patterns that share no relationship by their values", () => {
    expect(
      explain(
        "MATCH (c:Captain), (s:Ship) WHERE toUpper(s.id) = toUpper(c.ship) RETURN s.tons AS tons",
      ),
    ).toMatchInlineSnapshot(`
      "Assign s.tons
      NodeJoin :Ship by toUpper(s.id) = toUpper(c.ship) where toUpper(s.id) = toUpper(c.ship)
      NodeScan :Captain
      Argument"
    `);
    expect(
      explain("MATCH (c:Captain), (s:Ship {id: c.ship}) RETURN s.tons AS tons"),
    ).toMatchInlineSnapshot(`
      "Assign s.tons
      NodeSeek :Ship(id) = c.ship
      NodeScan :Captain
      Argument"
    `);
  });

  it("reach nodes where trails make no difference", () => {
    expect(
      explain("MATCH (s:Ship {id: 's1'})-[*1..5]-(t:Ship) RETURN count(DISTINCT t) AS n"),
    ).toMatchInlineSnapshot(`
      "Assign count(DISTINCT t)
      Aggregate count(distinct t)
      ExpandVariable ()-[*1..5]-() distinct ends where t:Ship
      NodeSeek :Ship(id) = 's1'
      Argument"
    `);
    expect(
      explain("MATCH (s:Ship {id: 's1'})-[*1..5]-(t:Ship) RETURN count(t) AS n"),
    ).toMatchInlineSnapshot(`
      "Assign count(t)
      Aggregate count(t)
      ExpandVariable ()-[*1..5]-() where t:Ship
      NodeSeek :Ship(id) = 's1'
      Argument"
    `);
  });

  it("work out columns of the rows that are left alone", () => {
    expect(
      explain("MATCH (s:Ship) RETURN s.id AS id, s.tons AS tons ORDER BY tons DESC LIMIT 3"),
    ).toMatchInlineSnapshot(`
      "Assign s.id, s.tons
      Limit 3
      Sort s.tons desc top
      NodeScan :Ship
      Argument"
    `);
  });

  it("read all before they write, and write all before they read", () => {
    expect(
      explain("MATCH (s:Ship) CREATE (t:Ship) WITH t MATCH (u:Ship) RETURN count(u) AS n"),
    ).toMatchInlineSnapshot(`
      "Assign count(u)
      Aggregate count(u)
      NodeScan :Ship
      Eager
      Create
      Eager
      NodeScan :Ship
      Argument"
    `);
  });

  it("let rows that only count pass straight into CREATE", () => {
    expect(explain("UNWIND range(1, 9) AS i CREATE (:Ship {tons: i})")).toMatchInlineSnapshot(`
      "Create
      Unwind range(1, 9)
      Argument"
    `);
  });
});
