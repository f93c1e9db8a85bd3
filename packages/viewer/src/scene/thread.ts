import type { Chain } from "@redthread/core/trace";
import { type Course, distance, isInRing, isStraight, pointOn } from "./geometry.js";
import { isDrawn } from "./look-up.js";
import type { Box, DrawnNode, Point, Scene, SceneGround } from "./scene.js";

/** One hop of the red line with the place of its number. */
interface ThreadHop {
  /** Its course as points, short of the shapes at its ends. */
  readonly points: readonly Point[];
  readonly stop: Point;
}

/** The red line along a chain. */
export interface Thread {
  readonly hops: readonly ThreadHop[];
  /** Drawn nodes on the way. */
  readonly nodes: readonly number[];
  /** Grounds that the chain reaches as states. */
  readonly grounds: readonly number[];
  /** Where it enters or leaves them. */
  readonly ends: readonly Point[];
}

type ThreadScene = Pick<Scene, "nodes" | "edges" | "lines" | "grounds">;

/** The boxes that the numbers and the ends of a thread take, `scale` times their usual size. */
export function stopBoxes({ hops, ends }: Thread, scale: number): readonly Box[] {
  return [
    ...hops.map(({ stop }) => boxAround(stop, (STOP_SIZE + 1) * scale)),
    ...ends.map((end) => boxAround(end, 5 * scale)),
  ];
}

function boxAround({ x, y }: Point, reach: number): Box {
  return { x: x - reach, y: y - reach, width: 2 * reach, height: 2 * reach };
}

/** Radius of a numbered stop. */
export const STOP_SIZE = 8.5;
/** How far outside a node's shape the red ring around it stands. */
export const RING_GAP = 3.2;
/** Places tried for a stop's number along its hop. */
const SHARES = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74];

/** The course of a chain over the picture; a hop that is no line runs straight between its ends. */
export function threadOf(scene: ThreadScene, chain: Pick<Chain, "stops" | "hops">): Thread {
  const boxes = scene.grounds.map(({ label }) => label.box);
  const taken: Point[] = [];
  const hops = chain.hops.map(({ link }, at) => {
    const [from, to] = [chain.stops[at] ?? 0, chain.stops[at + 1] ?? 0];
    const course = courseOf(scene, link, from, to);
    const stop = stopPlace(scene, course, boxes, taken);
    taken.push(stop);
    return {
      points: trimmed(scene, course, from, to),
      stop,
    };
  });
  return {
    hops,
    nodes: chain.stops.filter((stop) => isDrawn(scene.nodes[stop])),
    grounds: chain.stops.flatMap((stop) => scene.nodes[stop]?.isGround ?? []),
    ends: chain.stops.flatMap((stop, at) => {
      if ((scene.nodes[stop]?.isGround ?? null) === null) return [];
      const hop = hops[at === 0 ? 0 : at - 1];
      const nearest = at === 0 ? hop?.points[0] : hop?.points.at(-1);
      return nearest === undefined ? [] : [nearest];
    }),
  };
}

function courseOf(scene: ThreadScene, edge: number, from: number, to: number): Course {
  const line = scene.lines[scene.edges[edge]?.line ?? -1];
  if (line !== undefined) {
    return line.a === from ? line : { ...line, from: line.to, to: line.from };
  }
  return courseBetween(scene, from, to);
}

/** The straight course between two things of which at most one is a state. */
function courseBetween(
  scene: Pick<ThreadScene, "nodes" | "grounds">,
  from: number,
  to: number,
): Course {
  const start = anchorOf(scene, from, to);
  const end = anchorOf(scene, to, from);
  const control = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 };
  return { from: start, control, to: end, loop: false };
}

/** The points of a course between two things that lie outside their shapes. */
export function trimmedPoints(
  scene: ThreadScene,
  edge: number,
  from: number,
  to: number,
): readonly Point[] {
  return trimmed(scene, courseOf(scene, edge, from, to), from, to);
}

function trimmed(scene: ThreadScene, course: Course, from: number, to: number): readonly Point[] {
  const discs = [from, to].flatMap((end) => {
    const node = scene.nodes[end];
    return isDrawn(node) ? [{ ...node.at, size: node.size }] : [];
  });
  const samples = 48;
  const outside = Array.from({ length: samples + 1 }, (_, at) =>
    pointOn(course, at / samples),
  ).filter((point) => discs.every((disc) => distance(disc, point) > disc.size + RING_GAP));
  if (!isStraight(course)) return outside;
  return outside.filter((_, at) => at === 0 || at === outside.length - 1);
}

/**
 * A node's place; for a state that is a ground, a place in the ground near to the other end where that
 * stands on it, else the near side of its name.
 */
function anchorOf(
  scene: Pick<ThreadScene, "nodes" | "grounds">,
  node: number,
  other: number,
): Point {
  const own = scene.nodes[node];
  const index = own?.isGround ?? null;
  const ground = index === null ? undefined : scene.grounds[index];
  if (index === null || ground === undefined) return placeOf(scene, node);
  const target = scene.nodes[other];
  const stub =
    isDrawn(target) && target.grounds.includes(index) ? stubInto(scene, target, ground) : null;
  return stub ?? nearestOn(ground.label.box, placeOf(scene, other));
}

/** Where a node is seen: at its place, or at the name of the ground that it is. */
function placeOf({ nodes, grounds }: Pick<ThreadScene, "nodes" | "grounds">, node: number): Point {
  const own = nodes[node];
  if (isDrawn(own)) return own.at;
  const box = grounds[own?.isGround ?? -1]?.label.box;
  if (box === undefined) throw new TypeError(`a thread passes \`${own?.id}\`, which has no place`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Directions tried for a short stroke from a node into the ground it stands on. */
const DIRECTIONS = Array.from({ length: 24 }, (_, at) => (at / 24) * 2 * Math.PI);
const STUB = 50;

/** The end of a short stroke from a node into a ground, where the fewest nodes and lines' ends stand; null where none lies in it. */
function stubInto(
  { nodes }: Pick<ThreadScene, "nodes">,
  node: DrawnNode,
  { outline, label }: SceneGround,
): Point | null {
  const others = nodes.filter(isDrawn).filter((other) => other !== node);
  let best: Point | null = null;
  let most = 0;
  for (const angle of DIRECTIONS) {
    const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
    const end = { x: node.at.x + dx * STUB, y: node.at.y + dy * STUB };
    const beyond = { x: node.at.x + dx * (STUB + 12), y: node.at.y + dy * (STUB + 12) };
    if (!isInRing(outline, end) || !isInRing(outline, beyond)) continue;
    const middle = { x: node.at.x + dx * STUB * 0.6, y: node.at.y + dy * STUB * 0.6 };
    const around = others.map(({ at }) => Math.min(distance(at, end), distance(at, middle) + 4));
    const space = Math.min(nearBox(label.box, end) ? 4 : 60, ...around);
    if (space <= most) continue;
    most = space;
    best = end;
  }
  return best;
}

function nearestOn({ x, y, width, height }: Box, point: Point): Point {
  return {
    x: Math.max(x - 4, Math.min(x + width + 2, point.x)),
    y: Math.max(y - 3, Math.min(y + height + 3, point.y)),
  };
}

function stopPlace(
  scene: ThreadScene,
  course: Course,
  boxes: readonly Box[],
  taken: readonly Point[],
): Point {
  const drawn = scene.nodes.filter(isDrawn);
  let best = pointOn(course, 0.5);
  let least = Number.POSITIVE_INFINITY;
  SHARES.forEach((share, at) => {
    const point = pointOn(course, share);
    const names = boxes.filter((box) => nearBox(box, point)).length;
    const nodes = drawn.filter((node) => touches(node, point));
    const stops = taken.filter((other) => distance(other, point) < STOP_SIZE * 2 + 2).length;
    const cost = at * 0.2 + (names + nodes.length) * 3 + stops * 6;
    if (cost < least) {
      best = point;
      least = cost;
    }
  });
  return { x: Math.round(best.x * 10) / 10, y: Math.round(best.y * 10) / 10 };
}

const touches = (node: DrawnNode, point: Point): boolean =>
  distance(node.at, point) < node.size + STOP_SIZE + 2;

function nearBox({ x, y, width, height }: Box, point: Point): boolean {
  return (
    point.x > x - STOP_SIZE &&
    point.x < x + width + STOP_SIZE &&
    point.y > y - STOP_SIZE &&
    point.y < y + height + STOP_SIZE
  );
}
