import { wrapLabel } from "../labels/wrap-label.js";
import type { GroundPlan } from "../scene/assign-grounds.js";
import type { MergedLines } from "../scene/merge-lines.js";
import type { Box, ContentNode, Point } from "../scene/scene.js";
import { LABEL_SIZE, SUB_SIZE } from "../theme/fonts.js";
import { textWidth } from "../theme/text-width.js";
import type { Body, Tie } from "./body.js";
import { type DrawnNodes, nodeSize } from "./choose-drawn.js";
import { type Cell, cellArea, cellCentre, insetCell, pullInside } from "./convex-cell.js";
import { forceStart } from "./force-start.js";
import { borderTrack, HALF_GAP, labelDemand } from "./ground-frames.js";
import { relax, settle } from "./relax.js";
import { reseat } from "./reseat.js";
import { tangle, untangle } from "./swap.js";

/** How far nodes stand from the edge of their ground. */
const MARGIN = 15;
const REST_LENGTH = 78;
/** Share of the picture that nodes and labels may claim before their claims are scaled down. */
const FILL = 0.62;

export interface Settling {
  readonly nodes: readonly ContentNode[];
  readonly plan: GroundPlan;
  readonly merged: MergedLines;
  readonly drawn: DrawnNodes;
  /** One a ground; a single one that is the whole frame where there are no grounds. */
  readonly cells: readonly Cell[];
  readonly obstacles: readonly Box[];
  /** Starts compared at most; as many as the size allows where absent. */
  readonly starts?: number;
  /** True where each body at last takes the place that costs least. */
  readonly reseated?: boolean;
}

/** Where each drawn node stands, by node; null for those that are not drawn. */
export function settleNodes(settling: Settling): readonly (Point | null)[] {
  const bodies = makeBodies(settling);
  const ties = makeTies(settling, bodies);
  const homes = settling.cells.map(cellCentre);
  const room = { obstacles: settling.obstacles, restLength: REST_LENGTH, margin: MARGIN };
  const drafts = Array.from(
    { length: Math.min(settling.starts ?? 6, startCount(bodies.length)) },
    (_, start) => {
      putAt(bodies, forceStart(bodies, ties, homes, start * 0.8));
      for (const body of bodies) settle(body, MARGIN);
      relax(bodies, ties, room, 60);
      untangle(bodies, ties);
      return { places: placesOf(bodies), cost: tangle(bodies, ties) };
    },
  ).sort((a, b) => a.cost - b.cost);
  const finished = drafts.slice(0, FINALISTS).map(({ places }) => {
    putAt(bodies, places);
    if (settling.plan.grounds.length === 0) fillFrame(bodies);
    relax(bodies, ties, room, 140);
    untangle(bodies, ties);
    relax(bodies, ties, room, 180);
    if (settling.plan.grounds.length === 0) fillFrame(bodies);
    relax(bodies, [], room, 40);
    if (settling.reseated === true) reseat(bodies, ties, room);
    return { places: placesOf(bodies), cost: tangle(bodies, ties) };
  });
  const best = finished.reduce((a, b) => (b.cost < a.cost - 1e-6 ? b : a));
  const places: (Point | null)[] = settling.nodes.map(() => null);
  bodies.forEach(({ node }, at) => {
    places[node] = best.places[at] ?? null;
  });
  return places;
}

/** Of several starts, those that are worked out to the end. */
const FINALISTS = 2;

/** Most that the longer side may be stretched against the other. */
const MOST_STRETCH = 1.4;
/** Part of the frame that a plain layout fills; the rest is room for labels. */
const FILLED = 0.84;

/** Stretches a layout without grounds over its frame. */
function fillFrame(bodies: readonly Body[]): void {
  const [first] = bodies;
  if (first === undefined || bodies.length < 2) return;
  const frame = boundsOf(first.home.corners);
  const used = boundsOf(bodies);
  const wide = (frame.width * FILLED) / Math.max(1, used.width);
  const high = (frame.height * FILLED) / Math.max(1, used.height);
  const least = Math.min(wide, high);
  const [x, y] = [wide, high].map((scale) => Math.min(3, scale, least * MOST_STRETCH));
  for (const body of bodies) {
    body.x = frame.x + frame.width / 2 + (body.x - used.x - used.width / 2) * (x ?? 1);
    body.y = frame.y + frame.height / 2 + (body.y - used.y - used.height / 2) * (y ?? 1);
  }
}

function boundsOf(points: readonly Point[]): Box {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

function putAt(bodies: readonly Body[], places: readonly Point[]): void {
  bodies.forEach((body, at) => {
    body.x = places[at]?.x ?? body.x;
    body.y = places[at]?.y ?? body.y;
  });
}

function placesOf(bodies: readonly Body[]): readonly Point[] {
  return bodies.map(({ x, y }) => ({ x, y }));
}

/** Several starts where that is quick; one where the picture is large. */
function startCount(bodies: number): number {
  if (bodies <= 80) return 6;
  return bodies <= 120 ? 3 : 1;
}

function makeBodies(settling: Settling): readonly Body[] {
  const { nodes, plan, drawn, cells } = settling;
  const claim = claimScale(nodes, drawn, cells);
  const members = cells.map((_, ground) =>
    plan.grounds.length === 0
      ? nodes.length
      : (plan.grounds[ground]?.members ?? []).filter((at) => drawn.drawn[at] === true).length,
  );
  return nodes.flatMap((node, at) => {
    const stand = drawn.drawn[at] === true ? standOf(settling, at) : null;
    if (stand === null) return [];
    const { home, grounds } = stand;
    const share = cellArea(home) / Math.max(3, members[grounds[0] ?? 0] ?? 1);
    return [
      {
        node: at,
        x: 0,
        y: 0,
        ...extentOf(node, drawn, at, claim),
        elbow: 1.05 * Math.sqrt(share),
        degree: drawn.degree[at] ?? 0,
        ...stand,
        home: insetCell(home, HALF_GAP),
      },
    ];
  });
}

/** The grounds a node belongs to, the cell it stays in, and the border it stays on where there are two. */
function standOf(
  { plan, cells }: Settling,
  at: number,
): Pick<Body, "home" | "track" | "grounds"> | null {
  const grounds = plan.grounds.length === 0 ? [0] : (plan.groundsOf[at] ?? []);
  const [a, b] = grounds;
  const home = cells[a ?? 0];
  if (home === undefined) return null;
  const track = a !== undefined && b !== undefined ? borderTrack(cells, a, b) : null;
  return { home, track, grounds };
}

/** The room that a node claims with its label. */
function extentOf(
  node: ContentNode,
  { hub, degree }: DrawnNodes,
  at: number,
  claim: number,
): Pick<Body, "radius" | "halfWidth" | "halfHeight"> {
  const isHub = hub[at] === true;
  const radius = nodeSize(node.kind, isHub);
  const { lines, width: wide } = wrapLabel(node.label, LABEL_SIZE, isHub);
  const width = Math.max(wide, textWidth(node.sub ?? "", SUB_SIZE));
  const height = lines.length * 7 + (node.sub === null ? 0 : 7);
  const crowd = Math.min(16, (degree[at] ?? 0) * 1.2);
  return {
    radius,
    halfWidth: Math.max(radius + 9, (width / 2 + 8) * claim) + crowd / 2,
    halfHeight: Math.max(radius + 8, (radius + 6 + height) * claim) + crowd / 2,
  };
}

/** Factor on the claims of labels that keeps their sum below what the picture holds. */
function claimScale(
  nodes: readonly ContentNode[],
  { drawn }: DrawnNodes,
  cells: readonly Cell[],
): number {
  const area = cells.reduce((sum, cell) => sum + cellArea(cell), 0);
  let claimed = 0;
  nodes.forEach((node, at) => {
    if (drawn[at] === true) claimed += labelDemand(node);
  });
  return Math.min(1, Math.sqrt((area * FILL) / Math.max(1, claimed)));
}

function makeTies(settling: Settling, bodies: readonly Body[]): readonly Tie[] {
  const bodyAt = new Map(bodies.map(({ node }, at) => [node, at]));
  return settling.merged.lines.flatMap(({ a: from, b: to, edges }): readonly Tie[] => {
    if (from === to) return [];
    const weight = 1 + Math.log2(edges.length);
    const [a, b] = [bodyAt.get(from), bodyAt.get(to)];
    if (a !== undefined && b !== undefined) return [{ a, b, anchor: null, weight }];
    const body = a ?? b;
    const anchor = anchorOf(settling, a === undefined ? from : to, bodies[body ?? -1]);
    if (body === undefined || anchor === null) return [];
    return [{ a: body, b: -1, anchor, weight: weight * 0.5 }];
  });
}

/** Where a tie to a ground as a whole ends: the place in it that is nearest to the body's home. */
function anchorOf({ plan, cells }: Settling, node: number, own: Body | undefined): Point | null {
  const ground = plan.groundOf[node] ?? null;
  const cell = ground === null ? undefined : cells[ground];
  if (cell === undefined || own === undefined) return null;
  return pullInside(cell, cellCentre(own.home), MARGIN);
}
