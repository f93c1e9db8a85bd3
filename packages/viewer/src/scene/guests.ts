import { distance, isInRing } from "./geometry.js";
import { isDrawn } from "./look-up.js";
import type { Box, Point, Scene, SceneGround, SceneNode } from "./scene.js";

type GuestScene = Pick<Scene, "nodes" | "grounds" | "lines" | "width" | "height">;

/** How far apart places are tried, and in how many rings around the one that is wanted. */
const STEP = 13;
const RINGS = 9;
const DIRECTIONS = 16;
/** Free space around a guest. */
const AIR = 13;
/** How far from the edge of the picture a guest stays. */
const RIM = 16;

/**
 * The scene with a place for each of the nodes wanted that has none: what is followed or selected is
 * always on the picture, be it a route, a report, or what the picture had no room for. Nodes wanted
 * come in the order of the chain; each guest stands between its neighbours, else by its state, else
 * in the middle, where least is covered.
 */
export function withGuests<T extends GuestScene>(scene: T, wanted: readonly number[]): T {
  const hasPlace = (at: number) => middleOf(scene, scene.nodes[at]) !== null;
  if (wanted.every(hasPlace)) return scene;
  const nodes: SceneNode[] = [...scene.nodes];
  wanted.forEach((at, nth) => {
    const node = nodes[at];
    if (node === undefined || middleOf(scene, node) !== null) return;
    const target = between({ ...scene, nodes }, wanted, nth) ?? homeOf(scene, node);
    nodes[at] = { ...node, at: freePlace({ ...scene, nodes }, node, target) };
  });
  return { ...scene, nodes };
}

/** Where a node is, or the middle of the name of the ground that it is; null where it is nowhere. */
function middleOf({ grounds }: GuestScene, node: SceneNode | undefined): Point | null {
  if (isDrawn(node)) return node.at;
  const box = grounds[node?.isGround ?? -1]?.label.box;
  return box === undefined ? null : centre(box);
}

/** On the way from the stop before to the next one that has a place; beside the only one that has. */
function between(scene: GuestScene, wanted: readonly number[], nth: number): Point | null {
  const placeAt = (at: number) => middleOf(scene, scene.nodes[wanted[at] ?? -1]);
  const before = nth === 0 ? null : placeAt(nth - 1);
  let steps = 1;
  while (nth + steps < wanted.length && placeAt(nth + steps) === null) steps += 1;
  const after = placeAt(nth + steps);
  if (before === null || after === null) return before ?? after;
  const share = 1 / (steps + 1);
  return { x: before.x + (after.x - before.x) * share, y: before.y + (after.y - before.y) * share };
}

/** The middle of the ground of its state, else of the picture. */
function homeOf({ grounds, nodes, width, height }: GuestScene, node: SceneNode): Point {
  const home = node.homes.flatMap((state) => grounds[nodes[state]?.isGround ?? -1] ?? [])[0];
  if (home === undefined) return { x: width / 2, y: height / 2 };
  const xs = home.outline.map(({ x }) => x);
  const ys = home.outline.map(({ y }) => y);
  return {
    x: (Math.min(...xs) + Math.max(...xs)) / 2,
    y: (Math.min(...ys) + Math.max(...ys)) / 2,
  };
}

/** The place near the one wanted that covers least. */
function freePlace(scene: GuestScene, node: SceneNode, target: Point): Point {
  let best = target;
  let least = Number.POSITIVE_INFINITY;
  for (let ring = 0; ring < RINGS; ring += 1) {
    for (let turn = 0; turn < (ring === 0 ? 1 : DIRECTIONS); turn += 1) {
      const angle = ((turn + ring / 2) / DIRECTIONS) * 2 * Math.PI;
      const point = {
        x: Math.round((target.x + Math.cos(angle) * ring * STEP) * 10) / 10,
        y: Math.round((target.y + Math.sin(angle) * ring * STEP) * 10) / 10,
      };
      const cost = ring * 0.4 + coverCost(scene, node, point);
      if (cost >= least) continue;
      best = point;
      least = cost;
    }
  }
  return {
    x: Math.min(scene.width - RIM, Math.max(RIM, best.x)),
    y: Math.min(scene.height - RIM, Math.max(RIM, best.y)),
  };
}

function coverCost(scene: GuestScene, node: SceneNode, point: Point): number {
  let cost = isInFrame(scene, point) ? 0 : 20;
  for (const other of scene.nodes) {
    if (!isDrawn(other)) continue;
    const gap = distance(other.at, point) - other.size - node.size;
    if (gap < AIR) cost += 4 + (AIR - gap) / AIR;
    if (other.labelSpot !== null && isNear(other.labelSpot.box, point, node.size)) cost += 2.5;
  }
  for (const ground of scene.grounds) cost += nameCost(ground, point, node.size);
  const homes = node.homes.flatMap(
    (state) => scene.grounds[scene.nodes[state]?.isGround ?? -1] ?? [],
  );
  const isHome = homes.length === 0 || homes.some(({ outline }) => isInRing(outline, point));
  return isHome ? cost : cost + 3;
}

/** What it costs to lie on the name of a ground, on a desktop or on a phone. */
function nameCost({ label, phoneLabel }: SceneGround, point: Point, reach: number): number {
  const onPhone = phoneLabel !== null && isNear(phoneLabel.box, point, reach);
  return (isNear(label.box, point, reach) ? 4 : 0) + (onPhone ? 2 : 0);
}

function isInFrame({ width, height }: GuestScene, { x, y }: Point): boolean {
  return x >= RIM && y >= RIM && x <= width - RIM && y <= height - RIM;
}

function isNear({ x, y, width, height }: Box, point: Point, reach: number): boolean {
  const by = reach + 3;
  return (
    point.x > x - by && point.x < x + width + by && point.y > y - by && point.y < y + height + by
  );
}

function centre({ x, y, width, height }: Box): Point {
  return { x: x + width / 2, y: y + height / 2 };
}
