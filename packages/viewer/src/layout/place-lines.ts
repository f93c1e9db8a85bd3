import type { GroundPlan } from "../scene/assign-grounds.js";
import type { ContentLine, Point, SceneLine, SceneNode } from "../scene/scene.js";
import { type Cell, pullInside } from "./convex-cell.js";
import { HALF_GAP } from "./ground-frames.js";
import { courseLines, discsOf } from "./line-courses.js";
import { roundPoint, warp } from "./outline.js";

/** How far inside a ground a line that means the whole state ends. */
const REACH = 13;

/** The lines with their courses between settled nodes and grounds. */
export function placeLines(
  lines: readonly ContentLine[],
  plan: GroundPlan,
  cells: readonly Cell[],
  nodes: readonly SceneNode[],
): readonly SceneLine[] {
  const endsOf = (node: number, other: number): readonly Point[] => {
    const own = nodes[node];
    const ground = plan.groundOf[node] ?? null;
    const cell = ground === null ? undefined : cells[ground];
    if (cell === undefined) return own?.at == null ? [] : [own.at];
    const otherGround = plan.groundOf[other] ?? null;
    const otherCell = otherGround === null ? undefined : cells[otherGround];
    const target = nodes[other]?.at ?? middle(cell);
    const towards = otherCell === undefined ? around(target, cell) : [meeting(cell, otherCell)];
    return towards.map((point) => roundPoint(warp(pullInside(cell, point, REACH + HALF_GAP))));
  };
  const ends = lines.map(({ a, b }) =>
    endsOf(a, b).flatMap((from) => endsOf(b, a).map((to) => [from, to] as const)),
  );
  return courseLines(lines, ends, discsOf(nodes)).map((line) => ({
    ...line,
    control: roundPoint(line.control),
  }));
}

/** How far to the side of the nearest place a line may end in a ground, in units of the picture. */
const ASIDE = [0, 55, -55, 110, -110];

/** A node's place and places beside it, seen from the cell. */
function around(target: Point, cell: Cell): readonly Point[] {
  const centre = middle(cell);
  const [dx, dy] = [target.x - centre.x, target.y - centre.y];
  const length = Math.sqrt(dx * dx + dy * dy) || 1;
  return ASIDE.map((by) => ({
    x: target.x - (dy / length) * by,
    y: target.y + (dx / length) * by,
  }));
}

/** A point of another cell that is near to this one. */
function meeting(cell: Cell, other: Cell): Point {
  let point = middle(other);
  for (let pass = 0; pass < 8; pass += 1) {
    point = pullInside(other, pullInside(cell, point, REACH), REACH);
  }
  return point;
}

function middle({ corners: points }: Cell): Point {
  const sum = points.reduce((a, b) => ({ x: a.x + b.x, y: a.y + b.y }), { x: 0, y: 0 });
  return { x: sum.x / Math.max(1, points.length), y: sum.y / Math.max(1, points.length) };
}
