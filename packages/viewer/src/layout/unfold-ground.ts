import { wrapLabel } from "../labels/wrap-label.js";
import type { GroundPlan } from "../scene/assign-grounds.js";
import { isInRing } from "../scene/geometry.js";
import { isDrawn } from "../scene/look-up.js";
import { mergeLines } from "../scene/merge-lines.js";
import type { Box, Point, SceneLine, SceneNode } from "../scene/scene.js";
import { LABEL_SIZE } from "../theme/fonts.js";
import { nodeSize } from "./choose-drawn.js";
import { moreOf } from "./choose-focus.js";
import type { PlacedContent, PlacedParts } from "./place-scene.js";

/** Things that one click on a handle brings. */
const A_STEP = 8;
/** Distance of the places that are tried. */
const STEP = 11;
/** Free space around a thing and its label. */
const AIR = 4;

/**
 * More things of a ground, eight a step, each in the free place nearest to what it is linked to.
 * Nothing that has a place moves; what finds no free place stays in the figure of the handle.
 */
export function unfoldGround(
  content: PlacedContent,
  placed: PlacedParts,
  plan: GroundPlan,
  state: number,
  steps: number,
  told: ReadonlySet<number>,
): PlacedParts {
  const ground = placed.grounds.findIndex(({ node }) => node === state);
  if (steps === 0 || ground < 0) return placed;
  const nodes: SceneNode[] = [...placed.nodes];
  const isKnown = (at: number) => told.has(at) || isDrawn(nodes[at]);
  const added: number[] = [];
  for (const at of moreOf(content, state, isKnown).slice(0, steps * A_STEP)) {
    const node = nodes[at];
    const place = node && freePlace({ ...placed, nodes }, ground, node, partnersOf(content, at));
    if (node === undefined || place === undefined || place === null) continue;
    const size = nodeSize(node.kind, false);
    nodes[at] = { ...node, at: place, grounds: [ground], size };
    added.push(at);
  }
  return withLines(content, { ...placed, nodes }, plan, ground, added);
}

function partnersOf({ edges }: PlacedContent, at: number): readonly number[] {
  return edges.flatMap(({ from, to }) => (from === at ? [to] : to === at ? [from] : []));
}

/** The place on a ground where a thing and its label lie on nothing, nearest to its partners; or null. */
function freePlace(
  { nodes, grounds }: PlacedParts,
  ground: number,
  node: SceneNode,
  partners: readonly number[],
): Point | null {
  const ring = grounds[ground]?.outline ?? [];
  const taken = [
    ...nodes.flatMap((other) => (isDrawn(other) ? [claimOf(other, other.at)] : [])),
    ...grounds.map(({ label }) => label.box),
  ];
  const near = partners.flatMap((at) => nodes[at]?.at ?? []);
  const xs = ring.map(({ x }) => x);
  const ys = ring.map(({ y }) => y);
  let best: Point | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (let y = Math.min(...ys) + STEP; y < Math.max(...ys); y += STEP) {
    for (let x = Math.min(...xs) + STEP; x < Math.max(...xs); x += STEP) {
      const point = { x: Math.round(x), y: Math.round(y) };
      const cost = near.reduce((sum, { x: a, y: b }) => sum + Math.hypot(a - x, b - y), 0);
      if (cost >= least) continue;
      const claim = claimOf(node, point);
      if (!cornersOf(claim).every((corner) => isInRing(ring, corner))) continue;
      if (taken.some((box) => overlap(claim, box))) continue;
      best = point;
      least = cost;
    }
  }
  return best;
}

/** The room of a thing and its label, which is written to its right. */
function claimOf({ label, size }: SceneNode, { x, y }: Point): Box {
  const { lines, width } = wrapLabel(label, LABEL_SIZE, false);
  const high = Math.max(size, lines.length * 8) + AIR;
  return { x: x - size - AIR, y: y - high, width: width + 2 * size + 3 * AIR, height: 2 * high };
}

const cornersOf = ({ x, y, width, height }: Box): readonly Point[] => [
  { x, y },
  { x: x + width, y },
  { x, y: y + height },
  { x: x + width, y: y + height },
];

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** The picture with straight lines from what came to what it is linked to. */
function withLines(
  content: PlacedContent,
  placed: PlacedParts,
  plan: GroundPlan,
  ground: number,
  added: readonly number[],
): PlacedParts {
  const isNew = new Set(added);
  const groundsOf = plan.groundsOf.map((held, at) => (isNew.has(at) ? [ground] : held));
  const { lines: all } = mergeLines(content, { ...plan, groundsOf });
  const lines: SceneLine[] = [...placed.lines];
  const edges = [...placed.edges];
  for (const line of all) {
    if (line.a === line.b || !(isNew.has(line.a) || isNew.has(line.b))) continue;
    const [from, to] = [placed.nodes[line.a]?.at ?? null, placed.nodes[line.b]?.at ?? null];
    if (from === null || to === null) continue;
    for (const at of line.edges) {
      const edge = edges[at];
      if (edge !== undefined) edges[at] = { ...edge, line: lines.length };
    }
    const control = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
    lines.push({ ...line, from, control, to, loop: false });
  }
  const grounds = placed.grounds.map((one, at) =>
    at === ground ? { ...one, members: [...one.members, ...added].sort((a, b) => a - b) } : one,
  );
  return { ...placed, edges, lines, grounds };
}
