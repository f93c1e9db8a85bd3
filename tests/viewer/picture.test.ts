import type { PropertyGraph } from "@redthread/core/graph";
import { PropertyGraph as Graph } from "@redthread/core/graph";
import { createScene, renderSvg, type Scene } from "@redthread/viewer";
import { beforeAll, describe, expect, it } from "vitest";
import { fieldSchema } from "./fixtures/field-schema.js";
import { harbourGraph } from "./fixtures/harbour-graph.js";
import { boxesOverlap, drawnNodes, isOnGround, ringMiddle } from "./picture-checks.js";

describe("the picture of a case of five states", () => {
  let scene: Scene;
  beforeAll(() => {
    scene = createScene(harbourGraph(), { schema: fieldSchema() });
  });

  const drawn = () => drawnNodes(scene);

  it("shows every state as a ground and none as a node", () => {
    const states = scene.grounds.filter(({ kind }) => kind === "state").map(({ name }) => name);
    expect(states.sort()).toEqual(["Belgium", "France", "Netherlands", "Portugal", "Spain"]);
    expect(drawn().map(({ kind }) => kind)).not.toContain("Country");
  });

  it("places labels that touch no other label", () => {
    const placed = drawn().flatMap(({ name, labelSpot }) =>
      labelSpot ? [{ name, box: labelSpot.box }] : [],
    );
    const touching = placed.flatMap((a, at) =>
      placed
        .slice(at + 1)
        .filter((b) => boxesOverlap(a.box, b.box))
        .map((b) => [a.name, b.name]),
    );
    expect(touching).toEqual([]);
  });

  it("places labels on no node and on no name of a ground", () => {
    const covered = drawn().flatMap(({ name, labelSpot }) => {
      if (labelSpot === null) return [];
      const nodes = drawn().filter((node) => boxesOverlap(labelSpot.box, discBox(node)));
      const grounds = scene.grounds.filter(({ label }) => boxesOverlap(labelSpot.box, label.box));
      return [...nodes, ...grounds].map((other) => [name, other.name]);
    });
    expect(covered).toEqual([]);
  });

  it("names at least nineteen of twenty things", () => {
    const named = drawn().filter(({ labelSpot }) => labelSpot !== null).length;
    expect(named / drawn().length).toBeGreaterThanOrEqual(0.95);
  });

  it("stands every thing on its ground or on the border between its two", () => {
    const lost = drawn()
      .filter((node) => !isOnGround(scene, node))
      .map(({ name }) => name);
    expect(lost).toEqual([]);
  });

  it("keeps nodes apart", () => {
    const nodes = drawn();
    const close = nodes.flatMap((a, at) =>
      nodes
        .slice(at + 1)
        .filter((b) => Math.hypot(a.at.x - b.at.x, a.at.y - b.at.y) < a.size + b.size + 2)
        .map((b) => [a.name, b.name]),
    );
    expect(close).toEqual([]);
  });

  it.each([
    ["Portugal", "west of", "France"],
    ["Spain", "west of", "Belgium"],
    ["Portugal", "west of", "Netherlands"],
  ])("keeps %s %s %s", (west, _, east) => {
    expect(middleOf(scene, west).x).toBeLessThan(middleOf(scene, east).x);
  });

  it.each([
    ["Netherlands", "north of", "Spain"],
    ["Belgium", "north of", "Portugal"],
    ["France", "north of", "Spain"],
  ])("keeps %s %s %s", (north, _, south) => {
    expect(middleOf(scene, north).y).toBeLessThan(middleOf(scene, south).y);
  });

  it("draws no line for what the ground says", () => {
    const said = scene.edges.filter(({ type }) => type === "AGENCY_OF" || type === "LOCATED_IN");
    expect(said.length).toBeGreaterThan(0);
    expect(said.every(({ line }) => line === null)).toBe(true);
  });

  it("numbers every quote once and gives every link its numbers", () => {
    expect(scene.evidence.map(({ number }) => number)).toEqual(
      scene.evidence.map((_, at) => at + 1),
    );
    expect(scene.edges.filter(({ evidence }) => evidence.length === 0)).toEqual([]);
  });

  it("offers chains that cross borders, each hop an edge that meets its stops", () => {
    expect(scene.chains.length).toBeGreaterThan(0);
    for (const { stops, hops, borders } of scene.chains) {
      expect(borders).toBeGreaterThan(0);
      hops.forEach(({ link, forward }, at) => {
        const { from, to } = scene.edges[link] ?? { from: -1, to: -1 };
        expect(forward ? [from, to] : [to, from]).toEqual([stops[at], stops[at + 1]]);
      });
    }
  });

  it("comes out the same byte for byte, whatever the order of the graph", () => {
    const again = JSON.stringify(createScene(harbourGraph(), { schema: fieldSchema() }));
    expect(again).toBe(JSON.stringify(scene));
    expect(JSON.stringify(createScene(reversed(harbourGraph()), { schema: fieldSchema() }))).toBe(
      again,
    );
  });

  it("writes one SVG with fixed colours and no script", () => {
    const svg = renderSvg(scene);
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(svg).not.toMatch(/<script|<style|var\(--| on\w+=|href=/);
  });

  it("uses red only along the chain that is drawn", () => {
    const red = "#C2102E";
    expect(renderSvg({ ...scene, open: null })).not.toContain(red);
    expect(renderSvg({ ...scene, open: 0 })).toContain(red);
  });
});

describe("the picture of a case where states say little", () => {
  it("is a plain layout without grounds", () => {
    const graph = new Graph();
    const names = ["Quay office", "Night tug", "Dry dock", "Crane hall"];
    const slots = names.map((name) =>
      graph.createNode(
        ["Network"],
        [
          ["id", name],
          ["name", name],
        ],
      ),
    );
    slots.slice(1).forEach((slot) => {
      graph.createRelationship("SUPPLIES", slots[0] ?? 0, slot, []);
    });
    const scene = createScene(graph, { schema: fieldSchema() });
    expect(scene.grounds).toEqual([]);
    expect(scene.lines).toHaveLength(3);
    expect(scene.nodes.every(({ at, labelSpot }) => at !== null && labelSpot !== null)).toBe(true);
  });
});

describe("the picture of an empty case", () => {
  it("has no nodes and still writes", () => {
    expect(renderSvg(createScene(new Graph()))).toContain("<svg");
  });
});

function discBox({ at: { x, y }, size }: ReturnType<typeof drawnNodes>[number]) {
  return { x: x - size, y: y - size, width: 2 * size, height: 2 * size };
}

function middleOf(scene: Scene, name: string) {
  return ringMiddle(scene.grounds.find((ground) => ground.name === name)?.outline ?? []);
}

/** The same graph written in the opposite order. */
function reversed(graph: PropertyGraph): PropertyGraph {
  const other = new Graph();
  const slots = new Map<number, number>();
  const nodes: number[] = [];
  graph.forEachNode(null, (node) => {
    nodes.push(node);
    return true;
  });
  for (const node of nodes.reverse()) {
    const entries = graph
      .nodePropertyKeys(node)
      .map((key) => [key, graph.nodeProperty(node, key) ?? ""] as const);
    slots.set(node, other.createNode(graph.labelsOf(node), entries));
  }
  const links: number[] = [];
  graph.forEachRelationship(null, (link) => {
    links.push(link);
    return true;
  });
  for (const link of links.reverse()) {
    const entries = graph
      .relationshipPropertyKeys(link)
      .map((key) => [key, graph.relationshipProperty(link, key) ?? ""] as const);
    const [start, end] = [slots.get(graph.startOf(link)) ?? 0, slots.get(graph.endOf(link)) ?? 0];
    other.createRelationship(graph.typeOf(link), start, end, entries);
  }
  return other;
}

describe("the legend", () => {
  it("keeps the order and the shapes of the field", () => {
    const scene = createScene(harbourGraph(), { schema: fieldSchema() });
    const shown = scene.kinds.filter(({ kind }) => kind !== "Document");
    expect(shown.map(({ plural, shape }) => `${plural}: ${shape}`)).toEqual([
      "Operations: target",
      "Agencies: square",
      "Networks: diamond",
      "Officials: disc",
      "Persons: ring",
      "Drugs: hexagon",
      "Places: small-ring",
      "States: state",
    ]);
  });

  it("is made of labels where no field declares anything", () => {
    const { kinds, grounds } = createScene(harbourGraph());
    expect(new Set(kinds.map(({ shape }) => shape))).toEqual(new Set(["dot"]));
    expect(kinds.map(({ plural }) => plural)).toContain("Agency");
    expect(grounds.map(({ kind }) => kind)).not.toContain("international");
  });
});
