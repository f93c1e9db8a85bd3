import type { Point } from "../scene/scene.js";
import type { Body, Tie } from "./body.js";

/** True where two segments cross between their ends. */
export function segmentsCross(a: Point, b: Point, c: Point, d: Point): boolean {
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

/** On which side of the line through two points a third one lies, as a sign. */
function side(p: Point, q: Point, r: Point): number {
  return (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
}

/** Where a tie starts and ends; one that leaves the picture ends at its anchor. */
export function endsOf(bodies: readonly Body[], tie: Tie): readonly [Point, Point] {
  const from = bodies[tie.a] ?? { x: 0, y: 0 };
  return [from, (tie.b < 0 ? tie.anchor : bodies[tie.b]) ?? from];
}

/** True where two ties that share no end cross. */
export function doCross(bodies: readonly Body[], one: Tie, two: Tie): boolean {
  if (one === two || one.a === two.a || one.a === two.b) return false;
  if (one.b >= 0 && (one.b === two.a || one.b === two.b)) return false;
  const [a, b] = endsOf(bodies, one);
  const [c, d] = endsOf(bodies, two);
  return segmentsCross(a, b, c, d);
}

/** True where a tie passes over the shape of a body, or nearer than `air` to it. */
export function passesOver(bodies: readonly Body[], tie: Tie, at: number, air: number): boolean {
  const body = bodies[at];
  if (body === undefined) return false;
  const [from, to] = endsOf(bodies, tie);
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const squared = dx * dx + dy * dy || 1;
  const t = ((body.x - from.x) * dx + (body.y - from.y) * dy) / squared;
  if (t <= 0.02 || t >= 0.98) return false;
  const off = Math.abs((body.x - from.x) * dy - (body.y - from.y) * dx) / Math.sqrt(squared);
  return off < body.radius + air;
}
