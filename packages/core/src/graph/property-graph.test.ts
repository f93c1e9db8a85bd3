import { describe, expect, it } from "vitest";
import { PropertyGraph } from "./property-graph.js";
import { Float, type PropertyValue } from "./property-value.js";

/** A harbour: two ships, a port, three calls and a self-loop. */
function harbour() {
  const graph = new PropertyGraph();
  const aurora = graph.createNode(
    ["Ship"],
    [
      ["name", "Aurora"],
      ["tonnes", 1200],
    ],
  );
  const borea = graph.createNode(
    ["Ship", "Tanker"],
    [
      ["name", "Borea"],
      ["tonnes", new Float(1200)],
    ],
  );
  const porto = graph.createNode(["Port"], [["name", "Porto"]]);
  const calls = graph.createRelationship("CALLS_AT", aurora, porto, [["year", 2021]]);
  const again = graph.createRelationship("CALLS_AT", aurora, porto, [["year", 2022]]);
  const meets = graph.createRelationship("MEETS", borea, aurora, []);
  const turns = graph.createRelationship("MEETS", aurora, aurora, []);
  return { graph, aurora, borea, porto, calls, again, meets, turns };
}

function neighbours(
  graph: PropertyGraph,
  node: number,
  direction: "out" | "in" | "both",
  types: readonly string[] | null = null,
): [number, number][] {
  const found: [number, number][] = [];
  graph.expand(node, direction, types, (relationship, neighbour) => {
    found.push([relationship, neighbour]);
    return true;
  });
  return found;
}

describe("PropertyGraph", () => {
  it("reads back labels, properties and their order", () => {
    const { graph, borea } = harbour();
    expect(graph.labelsOf(borea)).toEqual(["Ship", "Tanker"]);
    expect(graph.nodePropertyKeys(borea)).toEqual(["name", "tonnes"]);
    expect(graph.nodeProperty(borea, "tonnes")).toEqual(new Float(1200));
    expect(graph.nodeProperty(borea, "flag")).toBeUndefined();
    expect(graph.labels()).toEqual(["Port", "Ship", "Tanker"]);
    expect(graph.propertyKeys()).toEqual(["name", "tonnes", "year"]);
  });

  it("follows relationships by direction and type, a self-loop once", () => {
    const { graph, aurora, borea, porto, calls, again, meets, turns } = harbour();
    expect(neighbours(graph, aurora, "out")).toEqual([
      [calls, porto],
      [again, porto],
      [turns, aurora],
    ]);
    expect(neighbours(graph, aurora, "both")).toEqual([
      [calls, porto],
      [again, porto],
      [turns, aurora],
      [meets, borea],
    ]);
    expect(neighbours(graph, aurora, "in", ["MEETS"])).toEqual([
      [meets, borea],
      [turns, aurora],
    ]);
    expect(neighbours(graph, aurora, "both", ["MEETS", "MEETS", "SINKS"])).toHaveLength(2);
    expect(graph.degree(aurora, "both", null)).toBe(4);
    expect(graph.degree(aurora, "both", ["MEETS"])).toBe(2);
    expect(graph.degree(aurora, "out", ["CALLS_AT"])).toBe(2);
  });

  it("stops when the visitor returns false", () => {
    const { graph, aurora } = harbour();
    let seen = 0;
    graph.expand(aurora, "both", null, () => {
      seen += 1;
      return false;
    });
    expect(seen).toBe(1);
  });

  it("keeps the order of a row when one of its relationships goes", () => {
    const { graph, aurora, porto, calls, again, turns } = harbour();
    graph.deleteRelationship(calls);
    expect(neighbours(graph, aurora, "out")).toEqual([
      [again, porto],
      [turns, aurora],
    ]);
    expect(graph.countWithType("CALLS_AT")).toBe(1);
  });

  it("refuses to delete a node that still has relationships", () => {
    const { graph, porto } = harbour();
    expect(() => graph.deleteNode(porto)).toThrow(/still has 2 relationships/);
  });

  it("finds nodes by value with 1200 and 1200.0 equal, in step with writes", () => {
    const { graph, aurora, borea } = harbour();
    expect(graph.findNodes("Ship", "tonnes", 1200)).toEqual([aurora, borea]);
    graph.setNodeProperty(aurora, "tonnes", 900);
    expect(graph.findNodes("Ship", "tonnes", new Float(1200))).toEqual([borea]);
    expect(graph.findNodes("Ship", "tonnes", 900)).toEqual([aurora]);
    graph.removeLabel(borea, "Ship");
    expect(graph.findNodes("Ship", "tonnes", 1200)).toEqual([]);
    const late = graph.createNode(["Ship"], [["tonnes", 900]]);
    expect(graph.findNodes("Ship", "tonnes", 900)).toEqual([aurora, late]);
  });

  it("uses a deleted slot again only after the statement is committed", () => {
    const graph = new PropertyGraph();
    const first = graph.createNode(["Buoy"], []);
    graph.begin();
    graph.deleteNode(first);
    const second = graph.createNode(["Buoy"], []);
    expect(second).not.toBe(first);
    graph.commit();
    expect(graph.createNode(["Buoy"], [])).toBe(first);
  });

  it("brings back what a rolled-back statement changed", () => {
    const { graph, aurora, borea, calls, turns } = harbour();
    const before = neighbours(graph, aurora, "both");
    graph.findNodes("Ship", "name", "Aurora");
    graph.begin();
    graph.setNodeProperty(aurora, "name", undefined);
    graph.setNodeProperty(aurora, "flag", "PT");
    graph.removeLabel(borea, "Ship");
    graph.deleteRelationship(calls);
    graph.deleteRelationship(turns);
    const node = graph.createNode(["Ghost"], [["name", "Aurora"]]);
    graph.createRelationship("HAUNTS", node, aurora, []);
    graph.rollback();
    expect(neighbours(graph, aurora, "both")).toEqual(before);
    expect(graph.nodePropertyKeys(aurora)).toEqual(["name", "tonnes"]);
    expect(graph.labelsOf(borea)).toEqual(["Ship", "Tanker"]);
    expect(graph.findNodes("Ship", "name", "Aurora")).toEqual([aurora]);
    expect(graph.relationshipProperty(calls, "year")).toBe(2021);
    expect(graph.nodeCount).toBe(3);
    expect(graph.relationshipTypes()).toEqual(["CALLS_AT", "MEETS"]);
    expect(graph.typeIdOf("HAUNTS")).toBe(-1);
  });

  it("raises its version with each change and on rollback", () => {
    const { graph, aurora } = harbour();
    const before = graph.version;
    graph.begin();
    graph.setNodeProperty(aurora, "name", "Aurora II");
    const during = graph.version;
    graph.rollback();
    expect(during).toBeGreaterThan(before);
    expect(graph.version).toBeGreaterThan(during);
  });

  it("leaves nothing behind when the properties of a new node throw", () => {
    const { graph } = harbour();
    function* broken(): Generator<readonly [string, PropertyValue]> {
      yield ["name", "Cursed"];
      throw new Error("torn page");
    }
    expect(() => graph.createNode(["Ship"], broken())).toThrow("torn page");
    expect(graph.nodeCount).toBe(3);
  });
});
