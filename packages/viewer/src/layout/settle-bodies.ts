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
}

/** Where each drawn node stands, by node; null for those that are not drawn. */
export function settleNodes(settling: Settling): readonly (Point | null)[] {
  const bodies = makeBodies(settling);
  const ties = makeTies(settling, bodies);
  const homes = settling.cells.map(cellCentre);
  let best: readonly Point[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (let start = 0; start < startCount(bodies.length); start += 1) {
    settleOnce(settling, bodies, ties, forceStart(bodies, ties, homes, start * 0.8));
    const cost = tangle(bodies, ties);
    if (cost < least - 1e-6) {
      least = cost;
      best = bodies.map(({ x, y }) => ({ x, y }));
    }
  }
  const places: (Point | null)[] = settling.nodes.map(() => null);
  bodies.forEach(({ node }, at) => {
    places[node] = best[at] ?? null;
  });
  return places;
}

function settleOnce(
  { obstacles }: Settling,
  bodies: readonly Body[],
  ties: readonly Tie[],
  starts: readonly Point[],
): void {
  const room = { obstacles, restLength: REST_LENGTH, margin: MARGIN };
  bodies.forEach((body, at) => {
    body.x = starts[at]?.x ?? body.x;
    body.y = starts[at]?.y ?? body.y;
    settle(body, MARGIN);
  });
  relax(bodies, ties, room, 120);
  untangle(bodies, ties, 6);
  relax(bodies, ties, room, 160);
  untangle(bodies, ties, 3);
  relax(bodies, ties, room, 200);
}

/** Several starts where that is quick; one where the picture is large. */
function startCount(bodies: number): number {
  if (bodies <= 80) return 8;
  return bodies <= 120 ? 3 : 1;
}

function makeBodies({ nodes, plan, drawn, cells }: Settling): readonly Body[] {
  const claim = claimScale(nodes, drawn, cells);
  return nodes.flatMap((node, at) => {
    if (drawn.drawn[at] !== true) return [];
    const grounds = plan.grounds.length === 0 ? [0] : (plan.groundsOf[at] ?? []);
    const home = cells[grounds[0] ?? 0];
    if (home === undefined) return [];
    const [a, b] = grounds;
    const track = a !== undefined && b !== undefined ? borderTrack(cells, a, b) : null;
    const radius = nodeSize(node.kind, drawn.hub[at] === true);
    const width = Math.min(
      150,
      Math.max(textWidth(node.label, LABEL_SIZE), textWidth(node.sub ?? "", SUB_SIZE)),
    );
    return [
      {
        node: at,
        x: 0,
        y: 0,
        radius,
        halfWidth: Math.max(radius + 9, (width / 2 + 8) * claim),
        halfHeight: Math.max(radius + 8, (radius + (node.sub === null ? 13 : 20)) * claim),
        degree: drawn.degree[at] ?? 0,
        home: insetCell(home, HALF_GAP),
        track,
        grounds,
      },
    ];
  });
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

function makeTies({ merged, plan, cells }: Settling, bodies: readonly Body[]): readonly Tie[] {
  const bodyAt = new Map(bodies.map(({ node }, at) => [node, at]));
  return merged.lines.flatMap((line): readonly Tie[] => {
    if (line.a === line.b) return [];
    const weight = 1 + Math.log2(line.edges.length);
    const a = bodyAt.get(line.a);
    const b = bodyAt.get(line.b);
    if (a !== undefined && b !== undefined) return [{ a, b, anchor: null, weight }];
    const body = a ?? b;
    const ground = plan.groundOf[a === undefined ? line.a : line.b] ?? null;
    const cell = ground === null ? undefined : cells[ground];
    const own = body === undefined ? undefined : bodies[body];
    if (body === undefined || cell === undefined || own === undefined) return [];
    const anchor = pullInside(cell, cellCentre(own.home), MARGIN);
    return [{ a: body, b: -1, anchor, weight: weight * 0.5 }];
  });
}
