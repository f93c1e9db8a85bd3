import { between, bezier, distance } from "../scene/geometry.js";
import type { Point } from "../scene/scene.js";
import type { Cell } from "./convex-cell.js";

const CORNER = 34;
const STEP = 15;

/** A gentle displacement of the whole plane: shared borders bend together, so gaps stay even. */
export function warp({ x, y }: Point): Point {
  return {
    x: x + 6 * Math.sin(y / 53 + 0.7) + 3.2 * Math.sin((x + 1.7 * y) / 41),
    y: y + 6 * Math.sin(x / 61 + 1.9) + 3.2 * Math.sin((1.3 * x - y) / 37 + 0.4),
  };
}

/** The cell's border as closely spaced points with round corners, before the plane is bent. */
export function roundOutline({ corners }: Cell): readonly Point[] {
  const points: Point[] = [];
  const count = corners.length;
  for (let at = 0; at < count; at += 1) {
    const before = corners[(at + count - 1) % count];
    const corner = corners[at];
    const after = corners[(at + 1) % count];
    if (before === undefined || corner === undefined || after === undefined) continue;
    const start = between(corner, before, cutShare(corner, before));
    const end = between(corner, after, cutShare(corner, after));
    for (let step = 0; step <= 4; step += 1) points.push(bezier(start, corner, end, step / 4));
    const stop = between(after, corner, cutShare(after, corner));
    points.push(...subdivide(end, stop));
  }
  return points.filter((point, at) => {
    const last = points[(at + points.length - 1) % points.length];
    return last === undefined || distance(point, last) > 0.5;
  });
}

/** To 0.1 of a unit, the precision of the scene. */
export function roundPoint({ x, y }: Point): Point {
  return { x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 };
}

function cutShare(corner: Point, other: Point): number {
  const length = distance(corner, other) || 1;
  return Math.min(CORNER / length, 0.5);
}

/** Points strictly between two ends, about a step apart. */
function subdivide(from: Point, to: Point): readonly Point[] {
  const parts = Math.floor(distance(from, to) / STEP);
  return Array.from({ length: Math.max(0, parts - 1) }, (_, at) =>
    between(from, to, (at + 1) / parts),
  );
}
