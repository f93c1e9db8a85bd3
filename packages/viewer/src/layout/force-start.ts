import { UndirectedGraph } from "graphology";
import forceAtlas2Module from "graphology-layout-forceatlas2";
import type { Point } from "../scene/scene.js";
import type { Body, Tie } from "./body.js";

/** The module is CommonJS whose export is the function itself; its types promise a `default`. */
const forceAtlas2 = forceAtlas2Module as unknown as typeof forceAtlas2Module.default;

/** Scaled so that nodes come to rest about as far apart as the picture wants them. */
const SETTINGS = { scalingRatio: 260, gravity: 0, slowDown: 12, barnesHutOptimize: false } as const;
const SPREAD_ROUNDS = 500;
const SIZE_ROUNDS = 100;
/** Pull of a node to the middle of its ground, against a link's pull of one. */
const HOME_PULL = 1.4;
/** The same where there are no grounds and the middle of the picture holds all together. */
const LONE_PULL = 0.08;
const GOLDEN_ANGLE = 2.399963229728653;

/**
 * First places: a spiral around each home by degree, then ForceAtlas2 with every home as a fixed
 * point that pulls, 500 rounds and 100 more that mind sizes. Synchronous; the same order of bodies
 * gives the same places. `turn` rotates the spiral, so that several starts can be compared.
 */
export function forceStart(
  bodies: readonly Body[],
  ties: readonly Tie[],
  homes: readonly Point[],
  turn: number,
): readonly Point[] {
  const pull = homes.length > 1 ? HOME_PULL : LONE_PULL;
  const graph = new UndirectedGraph();
  homes.forEach((home, at) => {
    graph.addNode(`h${at}`, { x: home.x, y: home.y, size: 1, fixed: true });
  });
  const starts = spiralStarts(bodies, homes, turn);
  bodies.forEach((body, at) => {
    const start = starts[at] ?? { x: 0, y: 0 };
    const size = (body.halfWidth + body.halfHeight) / 2;
    graph.addNode(`b${at}`, { x: start.x, y: start.y, size });
    for (const ground of body.grounds) {
      graph.addEdge(`b${at}`, `h${ground}`, { weight: pull / body.grounds.length });
    }
  });
  for (const { a, b, weight } of ties) {
    if (b < 0 || a === b || graph.hasEdge(`b${a}`, `b${b}`)) continue;
    graph.addEdge(`b${a}`, `b${b}`, { weight });
  }
  forceAtlas2.assign(graph, { iterations: SPREAD_ROUNDS, settings: SETTINGS });
  forceAtlas2.assign(graph, {
    iterations: SIZE_ROUNDS,
    settings: { ...SETTINGS, adjustSizes: true },
  });
  return bodies.map((_, at) => ({
    x: graph.getNodeAttribute(`b${at}`, "x"),
    y: graph.getNodeAttribute(`b${at}`, "y"),
  }));
}

function spiralStarts(
  bodies: readonly Body[],
  homes: readonly Point[],
  turn: number,
): readonly Point[] {
  const counts = new Map<number, number>();
  const order = bodies
    .map((_, at) => at)
    .sort((a, b) => (bodies[b]?.degree ?? 0) - (bodies[a]?.degree ?? 0) || a - b);
  const starts: Point[] = bodies.map(() => ({ x: 0, y: 0 }));
  for (const at of order) {
    const body = bodies[at];
    if (body === undefined) continue;
    const ground = body.grounds[0] ?? 0;
    const nth = counts.get(ground) ?? 0;
    counts.set(ground, nth + 1);
    const home = homes[ground] ?? { x: 0, y: 0 };
    const radius = 14 * Math.sqrt(nth + 0.5);
    const angle = nth * GOLDEN_ANGLE + turn;
    starts[at] = { x: home.x + radius * Math.cos(angle), y: home.y + radius * Math.sin(angle) };
  }
  return starts;
}
