import { PropertyGraph } from "@redthread/core/graph";
import { describe, expect, it } from "vitest";
import { createScene } from "../create-scene.js";
import { packScene, unpackScene } from "./page-scene.js";

describe("the scene of a page", () => {
  it("comes back as it was but for what the page holds as text", () => {
    const graph = new PropertyGraph();
    graph.createNode(
      ["Document"],
      Object.entries({ id: "doc:1", title: "Night shift", date: "2024-01-02" }),
    );
    const [quay, ship] = ["quay", "ship"].map((name) =>
      graph.createNode(["Agency"], Object.entries({ id: `agency:${name}`, name })),
    );
    for (const quote of ["The quay met the ship.", "The quay met the ship again."]) {
      const entries = { quotes: [quote], spans: [`doc:1:0-${quote.length}`], sources: 1 };
      graph.createRelationship("COOPERATED_WITH", quay ?? 0, ship ?? 0, Object.entries(entries));
    }
    const scene = createScene(graph);
    const back = unpackScene(JSON.parse(JSON.stringify(packScene(scene))));
    expect(back.edges).toEqual(scene.edges);
    expect(back.nodes).toEqual(scene.nodes);
    expect(back.evidence.map(({ number }) => number)).toEqual([1, 2]);
  });
});
