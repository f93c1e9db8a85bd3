// The middle distance of a large case: what stands around a state or a thing.
import { createScene, placeFocusScene, type Scene } from "@redthread/viewer";
import { beforeAll, describe, expect, it } from "vitest";
import { fieldSchema } from "./fixtures/field-schema.js";
import { wideGraph } from "./fixtures/wide-graph.js";
import { boxesOverlap, drawnNodes } from "./picture-checks.js";

describe("a focus", () => {
  let scene: Scene;
  let states: readonly number[];
  let views: readonly Scene[];
  beforeAll(() => {
    scene = createScene(wideGraph(1200), { schema: fieldSchema() });
    const held = (state: number) => scene.nodes.filter(({ homes }) => homes[0] === state).length;
    states = scene.nodes
      .flatMap(({ isState }, at) => (isState === null ? [] : [at]))
      .sort((a, b) => held(b) - held(a) || a - b)
      .slice(0, 3);
    views = states.map((state) => placeFocusScene(scene, state));
  });

  it("puts no two things in one place and no label over another", () => {
    for (const view of views) {
      const drawn = drawnNodes(view);
      const labels = drawn.flatMap(({ labelSpot }) => labelSpot?.box ?? []);
      const touching = labels.flatMap((a, at) =>
        labels.slice(at + 1).filter((b) => boxesOverlap(a, b)),
      );
      const near = drawn.flatMap((a, at) =>
        drawn
          .slice(at + 1)
          .filter((b) => Math.hypot(a.at.x - b.at.x, a.at.y - b.at.y) < a.size + b.size),
      );
      expect([touching, near]).toEqual([[], []]);
    }
  });

  it("moves nothing when a handle opens, and its figure falls by what came", () => {
    let came = 0;
    for (const [nth, before] of views.entries()) {
      const state = states[nth] ?? 0;
      const after = placeFocusScene(scene, state, 1);
      before.nodes.forEach(({ at }, node) => {
        if (at !== null) expect(after.nodes[node]?.at).toEqual(at);
      });
      const more = (view: Scene) => view.grounds.find(({ node }) => node === state)?.more ?? 0;
      const fresh = drawnNodes(after).length - drawnNodes(before).length;
      expect(more(before) - more(after)).toBe(fresh);
      expect(fresh).toBeLessThanOrEqual(8);
      came += fresh;
    }
    expect(came).toBeGreaterThan(0);
  });

  it("tells place and goods in the label of an operation", () => {
    const drawn = views.flatMap(drawnNodes);
    const operations = drawn.filter(({ kind }) => kind === "Operation");
    const goods = scene.nodes.filter(({ kind }) => kind === "Drug").map(({ label }) => label);
    const told = operations.filter(({ sub }) => goods.some((name) => sub?.includes(name)));
    expect(told.length).toBeGreaterThan(0);
    expect(drawn.filter(({ kind }) => kind === "Drug" || kind === "Place")).toEqual([]);
  });

  it("writes a post under the one who holds it alone", () => {
    const bodies = new Set(
      scene.nodes.filter(({ kind }) => kind === "Agency").map(({ label }) => label),
    );
    const posts = views.flatMap((view) =>
      drawnNodes(view).filter(({ kind, sub }) => kind === "Official" && bodies.has(sub ?? "")),
    );
    expect(posts.length).toBeGreaterThan(0);
    const name = posts[0]?.sub;
    const view = views.find((one) => drawnNodes(one).some(({ sub }) => sub === name));
    expect(drawnNodes(view ?? scene).filter(({ label }) => label === name)).toEqual([]);
  });
});
