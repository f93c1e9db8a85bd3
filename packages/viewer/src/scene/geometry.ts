import type { Point, SceneLine } from "./scene.js";

/** Samples along a curve where it is needed as a chain of segments. */
const SAMPLES = 14;

export function distance(a: Point, b: Point): number {
  return Math.sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2);
}

/** The point at share `t` of the way. */
export function between(a: Point, b: Point, t: number): Point {
  return { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t };
}

/** Point on a quadratic curve. */
export function bezier(a: Point, control: Point, b: Point, t: number): Point {
  return between(between(a, control, t), between(control, b, t), t);
}

/** The course of a line, as a scene holds it. */
export type Course = Pick<SceneLine, "from" | "control" | "to" | "loop">;

/** True where a course needs no curve. */
export function isStraight({ from, control, to, loop }: Course): boolean {
  return !loop && distance(control, between(from, to, 0.5)) < 0.5;
}

/** The two control points of a self-link: a loop from the node out to `control` and back. */
function loopControls({ from, control }: Course): readonly [Point, Point] {
  const dx = (control.x - from.x) * 1.33;
  const dy = (control.y - from.y) * 1.33;
  return [
    { x: from.x + dx - dy * 0.6, y: from.y + dy + dx * 0.6 },
    { x: from.x + dx + dy * 0.6, y: from.y + dy - dx * 0.6 },
  ];
}

/** The point of a course at share `t`. */
export function pointOn(course: Course, t: number): Point {
  if (!course.loop) return bezier(course.from, course.control, course.to, t);
  const [one, two] = loopControls(course);
  const a = bezier(course.from, one, two, t);
  const b = bezier(one, two, course.to, t);
  return between(a, b, t);
}

/** Points along a course, ends included; two where it is straight. */
export function coursePoints(course: Course, samples = SAMPLES): readonly Point[] {
  if (isStraight(course)) return [course.from, course.to];
  return Array.from({ length: samples + 1 }, (_, at) => pointOn(course, at / samples));
}

/** The course as an SVG path. */
export function coursePath(course: Course): string {
  const { from, control, to } = course;
  if (isStraight(course)) return `M${pair(from)}L${pair(to)}`;
  if (!course.loop) return `M${pair(from)}Q${pair(control)} ${pair(to)}`;
  const [one, two] = loopControls(course);
  return `M${pair(from)}C${pair(one)} ${pair(two)} ${pair(to)}`;
}

/** Points joined by straight strokes. */
export function pointsPath(points: readonly Point[]): string {
  return points.map((point, at) => `${at === 0 ? "M" : "L"}${pair(point)}`).join("");
}

/** A closed smooth path through the middles of a ring's sides. */
export function ringPath(points: readonly Point[]): string {
  const last = points.at(-1);
  const first = points[0];
  if (first === undefined || last === undefined) return "";
  const start = between(last, first, 0.5);
  const parts = points.map((point, at) => {
    const next = points[(at + 1) % points.length] ?? point;
    return `Q${pair(point)} ${pair(between(point, next, 0.5))}`;
  });
  return `M${pair(start)}${parts.join("")}Z`;
}

/** True where the point lies in the ring (even-odd rule). */
export function isInRing(ring: readonly Point[], { x, y }: Point): boolean {
  let inside = false;
  ring.forEach((a, at) => {
    const b = ring[(at + 1) % ring.length] ?? a;
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
  });
  return inside;
}

function pair({ x, y }: Point): string {
  return `${tenth(x)},${tenth(y)}`;
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
