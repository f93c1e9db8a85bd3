import { bezier, distance } from "../scene/geometry.js";
import type { ContentLine, Point, SceneLine, SceneNode } from "../scene/scene.js";

/** A node or another disc that lines keep off. */
export interface Disc extends Point {
  readonly node: number;
  readonly size: number;
}

/** The drawn nodes as discs. */
export function discsOf(nodes: readonly Pick<SceneNode, "at" | "size">[]): readonly Disc[] {
  return nodes.flatMap(({ at, size }, node) => (at === null ? [] : [{ node, ...at, size }]));
}

/** Bends tried for a line, as shares of its length, straight first. */
const BENDS = [0, 0.09, -0.09, 0.17, -0.17, 0.26, -0.26];
const SAMPLES = 14;
/** How far beyond a node the far end of a loop stands. */
const LOOP = 30;

/** Two ends that a line may have; an end in a ground may lie at several places. */
export type Ends = readonly [Point, Point];

/** Gives each line its course: straight, or bent just enough to pass by the nodes in its way. */
export function courseLines(
  lines: readonly ContentLine[],
  choices: readonly (readonly Ends[])[],
  discs: readonly Disc[],
): readonly SceneLine[] {
  return lines.map((line, at) => {
    const [first = [ORIGIN, ORIGIN] as const, ...others] = choices[at] ?? [];
    if (line.a === line.b) return loopLine(line, first[0], discs);
    let best = bestCourse(line, first, discs);
    for (const ends of others) {
      const course = bestCourse(line, ends, discs);
      if (course.cost + OTHER_END < best.cost) best = { ...course, cost: course.cost + OTHER_END };
    }
    return { ...line, from: best.from, control: best.control, to: best.to, loop: false };
  });
}

/** What it costs not to take the nearest end. */
const OTHER_END = 0.4;

const ORIGIN = { x: 0, y: 0 };

function bestCourse(
  line: ContentLine,
  [from, to]: Ends,
  discs: readonly Disc[],
): { readonly from: Point; readonly control: Point; readonly to: Point; readonly cost: number } {
  let best = bent(from, to, 0);
  let least = Number.POSITIVE_INFINITY;
  for (const bend of BENDS) {
    const control = bent(from, to, bend);
    const cost = coverCost(line, from, control, to, discs) + Math.abs(bend) * 1.5;
    if (cost >= least - 1e-9) continue;
    best = control;
    least = cost;
  }
  return { from, control: best, to, cost: least };
}

/** How much of other nodes a course passes over; nearly touching counts a little. */
function coverCost(
  line: ContentLine,
  from: Point,
  control: Point,
  to: Point,
  discs: readonly Disc[],
): number {
  let cost = 0;
  for (const disc of discs) {
    if (disc.node === line.a || disc.node === line.b) continue;
    let nearest = Number.POSITIVE_INFINITY;
    for (let at = 1; at < SAMPLES * 2; at += 1) {
      nearest = Math.min(nearest, distance(disc, bezier(from, control, to, at / (SAMPLES * 2))));
    }
    if (nearest < disc.size + 2) cost += 3;
    else if (nearest < disc.size + 7) cost += 0.6;
  }
  return cost;
}

function bent(from: Point, to: Point, bend: number): Point {
  return {
    x: (from.x + to.x) / 2 - (to.y - from.y) * bend,
    y: (from.y + to.y) / 2 + (to.x - from.x) * bend,
  };
}

/** A loop that leaves its node where the neighbours are farthest. */
function loopLine(line: ContentLine, at: Point, discs: readonly Disc[]): SceneLine {
  const around = [
    { x: 0, y: -1 },
    { x: 1, y: 0 },
    { x: 0, y: 1 },
    { x: -1, y: 0 },
  ].map(({ x, y }) => ({ x: at.x + x * LOOP, y: at.y + y * LOOP }));
  const space = (point: Point) =>
    Math.min(...discs.filter(({ node }) => node !== line.a).map((disc) => distance(disc, point)));
  const control = around.reduce((best, point) => (space(point) > space(best) ? point : best));
  return { ...line, from: at, control, to: at, loop: true };
}
