// The three distances of large cases: the many reports as one case where they are at hand, and made-up
// cases of 5,000 and 14,000 nodes.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { buildCase } from "@redthread/core/build";
import type { PropertyGraph } from "@redthread/core/graph";
import {
  createScene,
  placeChainScene,
  placeFocusScene,
  renderReport,
  renderSvg,
  type Scene,
} from "@redthread/viewer";
import { beforeAll, describe, expect, it } from "vitest";
import { seededRandom } from "../../benches/seeded-random.js";
import { findReference } from "../cases/shared-folder.js";
import { narcoticsPack } from "../support/read-pack.js";
import { fieldSchema } from "./fixtures/field-schema.js";
import { wideGraph } from "./fixtures/wide-graph.js";
import { boxesOverlap } from "./picture-checks.js";
import { allTexts, landOf, orderKept, platesOf, wayOverWater } from "./plate-checks.js";

const reports = findReference("eval/dev");

function reportsGraph(): PropertyGraph {
  const folder = reports ?? "";
  const inputs = readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .map((path) => ({ path, bytes: new Uint8Array(readFileSync(join(folder, path))) }));
  return buildCase(inputs, { pack: narcoticsPack() }).graph;
}

const CASES = [
  ["many reports", reports === null ? null : reportsGraph],
  ["5,000 nodes", () => wideGraph(5000)],
  ["14,000 nodes", () => wideGraph(14_000)],
] as const;

const isPlaced = ({ nodes }: Pick<Scene, "nodes">, at: number): boolean => {
  const node = nodes[at];
  return node !== undefined && (node.at !== null || node.isGround !== null);
};

describe.each(CASES)("a large case: %s", (name, make) => {
  let scene: Scene;
  beforeAll(() => {
    if (make !== null) scene = createScene(make(), { schema: fieldSchema() });
  });
  const when = it.skipIf(make === null);
  const quoteOf = (number: number) => scene.evidence[number - 1]?.quote ?? "";

  when("has an overview, and no thing in a corner", () => {
    expect(scene.overview).not.toBeNull();
    expect(scene.nodes.filter(({ at }) => at !== null)).toEqual([]);
  });

  when("places and draws every stop of every suggested chain", () => {
    expect(scene.chains.length).toBeGreaterThan(0);
    for (const chain of scene.chains) {
      const view = placeChainScene(scene, chain, quoteOf);
      expect(chain.stops.filter((at) => !isPlaced(view, at))).toEqual([]);
      const corner = view.nodes.filter(({ at }) => at !== null && at.x < 5 && at.y < 5);
      expect(corner).toEqual([]);
      const svg = renderSvg({ ...view, chains: [chain], open: 0 });
      expect(svg.match(/class="stop"/g)).toHaveLength(chain.hops.length);
    }
  });

  when("places a thing that is asked for, and those around it", () => {
    const draw = seededRandom(3);
    const actors = scene.nodes.flatMap(({ acts }, at) => (acts ? [at] : []));
    for (let nth = 0; nth < 5; nth += 1) {
      const asked = actors[Math.floor(draw() * actors.length)] ?? 0;
      const view = placeFocusScene(scene, asked);
      expect(isPlaced(view, asked)).toBe(true);
      const drawn = view.nodes.filter(({ at }) => at !== null).length;
      expect(drawn).toBeLessThanOrEqual(80);
    }
  });

  when("lays no ground, region or label over another, and writes none below 10 px", () => {
    for (const plate of platesOf(scene)) {
      const { grounds, regions } = landOf(plate);
      for (const boxes of [grounds, regions, allTexts(plate)]) {
        const touching = boxes.flatMap((a, at) =>
          boxes
            .slice(at + 1)
            .flatMap((b) => (boxesOverlap(a.box, b.box) ? [[a.name, b.name]] : [])),
        );
        expect(touching).toEqual([]);
      }
    }
    const sizes = [...renderSvg(scene).matchAll(/font-size="([\d.]+)"/g)].map(([, size]) =>
      Number(size),
    );
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(10);
  });

  when("keeps all that is written inside its ground", () => {
    for (const plate of platesOf(scene)) {
      const outside = plate.regions.flatMap(({ grounds }) =>
        grounds.flatMap(({ box, names, figures, marks }) => [
          ...[...names, ...figures].filter(
            (text) =>
              text.box.x < box.x ||
              text.box.x + text.box.width > box.x + box.width ||
              text.box.y + text.box.height > box.y + box.height + 1,
          ),
          ...marks.flatMap(({ points }) =>
            points.filter(({ x, y }) => x > box.x + box.width - 3 || y > box.y + box.height - 3),
          ),
        ]),
      );
      expect(outside).toEqual([]);
    }
  });

  when("keeps west in the west and north in the north", () => {
    const kept = orderKept(scene);
    expect(kept.inside).toBeGreaterThanOrEqual(0.95);
    expect(kept.eastward).toBeGreaterThanOrEqual(0.95);
    expect(kept.southward).toBeGreaterThanOrEqual(0.8);
  });

  when("shows every crossing once: in one band, or as strokes of its two grounds", () => {
    const { crossings = [], bands = [] } = scene.overview ?? {};
    const banded = bands.flatMap((band) => band.crossings);
    expect(new Set(banded).size).toBe(banded.length);
    expect(crossings.length).toBeGreaterThan(0);
    const weak = bands.filter(({ sources }) => sources < 2);
    expect(weak).toEqual([]);
    const between = bands.filter(({ grain }) => grain === "region");
    expect(between.length).toBeLessThanOrEqual(28);
  });

  when("leads bands over the water", () => {
    for (const plate of platesOf(scene)) expect(wayOverWater(plate)).toBeGreaterThanOrEqual(0.9);
  });

  when("shows every thing of a marked kind as a mark or in a figure", () => {
    const marked = new Set([
      "Operation",
      "Agency",
      "Network",
      "Official",
      "Person",
      "Organization",
    ]);
    const things = scene.nodes.filter(({ kind }) => marked.has(kind)).length;
    const [plate] = platesOf(scene);
    const stateless = (plate?.boxes ?? [])
      .flatMap(({ rows }) => rows.filter(({ kind }) => marked.has(kind)))
      .reduce((sum, { text }) => sum + Number(text), 0);
    const standing = scene.nodes.filter(
      ({ kind, homes }) => marked.has(kind) && homes.length > 0,
    ).length;
    expect(standing + stateless).toBe(things);
    if (plate?.unit !== 1) return;
    const marks = plate.regions
      .flatMap(({ grounds }) => grounds.flatMap((ground) => ground.marks))
      .filter(({ kind }) => marked.has(kind))
      .reduce((sum, { points }) => sum + points.length, 0);
    const grounds = new Set(plate.regions.flatMap((one) => one.grounds.map(({ node }) => node)));
    const held = scene.nodes.filter(
      ({ kind, homes }) => marked.has(kind) && grounds.has(homes[0] ?? -1),
    ).length;
    expect(marks).toBe(held);
  });

  when("writes an overview of few elements, the same bytes each time", () => {
    const svg = renderSvg(scene);
    expect((svg.match(/<[a-z]/g) ?? []).length).toBeLessThanOrEqual(1500);
    expect(svg.length).toBeLessThanOrEqual(150_000);
    expect(renderSvg(scene)).toBe(svg);
  });

  when("writes each sentence once", () => {
    const html = renderReport({ scene, title: name, appScript: "void 0" });
    const longest = scene.evidence
      .filter(({ quote }) => /^[\p{L} ,.]{60,}$/u.test(quote))
      .slice(0, 40);
    const unmarked = html.replace(/<\/?mark[^>]*>/g, "");
    const [first] = scene.overview?.bands ?? [];
    const shown =
      first?.crossings.flatMap((at) => scene.overview?.crossings[at]?.edges ?? []) ?? [];
    const open = new Set(shown.flatMap((edge) => scene.edges[edge]?.evidence ?? []));
    const twice = longest.filter(
      ({ quote, number }) => !open.has(number) && unmarked.split(`“${quote}”`).length > 2,
    );
    expect(twice).toEqual([]);
  });
});

describe("a large case with one thing less", () => {
  const boxesOf = ({ overview, nodes }: Scene) =>
    new Map(
      (overview?.wide.regions ?? []).flatMap(({ grounds }) =>
        grounds.map(({ node, box }) => [nodes[node]?.id ?? "", box] as const),
      ),
    );

  it("leaves its grounds where they were", () => {
    const whole = createScene(wideGraph(2000), { schema: fieldSchema() });
    const before = boxesOf(whole);
    const { width = 1, height = 1 } = whole.overview?.wide ?? {};
    const diagonal = Math.hypot(width, height);
    const leaves = whole.nodes.filter(({ kind }) => kind === "Person" || kind === "Official");
    const moves = [7, 101, 203, 307, 401, 503, 601].flatMap((at) => {
      const gone = leaves[at % leaves.length]?.name ?? "";
      const after = boxesOf(createScene(wideGraph(2000, gone), { schema: fieldSchema() }));
      return [...before].map(([id, box]) => {
        const now = after.get(id);
        return now === undefined ? 1 : Math.hypot(now.x - box.x, now.y - box.y) / diagonal;
      });
    });
    moves.sort((a, b) => a - b);
    expect(moves.length).toBeGreaterThan(100);
    expect(moves[Math.floor(moves.length / 2)]).toBeLessThanOrEqual(0.005);
  });
});
