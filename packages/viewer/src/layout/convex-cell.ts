import { between } from "../scene/geometry.js";
import type { Point } from "../scene/scene.js";

/** A side of a convex cell: inside where `nx·x + ny·y ≤ c`; the normal is of length one. */
export interface Side {
  readonly nx: number;
  readonly ny: number;
  readonly c: number;
  /** Site on the other side, or null at the rim of the picture. */
  readonly neighbour: number | null;
}

/** A convex polygon; side `i` runs from corner `i` to the next one. */
export interface Cell {
  readonly corners: readonly Point[];
  readonly sides: readonly Side[];
}

/** The part of the cell on the inner side. Keeps sides that still have length. */
export function cutCell(cell: Cell, side: Side): Cell {
  const corners: Point[] = [];
  const sides: Side[] = [];
  const count = cell.corners.length;
  for (let at = 0; at < count; at += 1) {
    const from = cell.corners[at];
    const to = cell.corners[(at + 1) % count];
    const own = cell.sides[at];
    if (from === undefined || to === undefined || own === undefined) continue;
    const before = distanceTo(side, from);
    const after = distanceTo(side, to);
    if (before <= 0) {
      corners.push(from);
      sides.push(own);
    }
    if (before <= 0 !== after <= 0) {
      corners.push(between(from, to, before / (before - after)));
      sides.push(before <= 0 ? side : own);
    }
  }
  return { corners, sides };
}

/** Signed distance from a side: negative inside. */
function distanceTo(side: Side, point: Point): number {
  return side.nx * point.x + side.ny * point.y - side.c;
}

/** A closed ring of corners as a cell; corners run clockwise on a screen (y down). */
export function cellOf(corners: readonly Point[]): Cell {
  const sides = corners.map((from, at) => {
    const to = corners[(at + 1) % corners.length] ?? from;
    const length = Math.sqrt((to.x - from.x) ** 2 + (to.y - from.y) ** 2) || 1;
    const nx = (to.y - from.y) / length;
    const ny = -(to.x - from.x) / length;
    return { nx, ny, c: nx * from.x + ny * from.y, neighbour: null };
  });
  return { corners, sides };
}

export function cellArea({ corners }: Cell): number {
  let double = 0;
  corners.forEach((a, at) => {
    const b = corners[(at + 1) % corners.length] ?? a;
    double += a.x * b.y - b.x * a.y;
  });
  return Math.abs(double) / 2;
}

/** Centre of mass; of an empty cell, the origin. */
export function cellCentre({ corners }: Cell): Point {
  let double = 0;
  let x = 0;
  let y = 0;
  corners.forEach((a, at) => {
    const b = corners[(at + 1) % corners.length] ?? a;
    const cross = a.x * b.y - b.x * a.y;
    double += cross;
    x += (a.x + b.x) * cross;
    y += (a.y + b.y) * cross;
  });
  if (Math.abs(double) < 1e-9) return corners[0] ?? { x: 0, y: 0 };
  return { x: x / (3 * double), y: y / (3 * double) };
}

/** The cell with every side moved inwards. */
export function insetCell(cell: Cell, by: number): Cell {
  let inner = cell;
  for (const side of cell.sides) inner = cutCell(inner, { ...side, c: side.c - by });
  return inner;
}

/** The point, or the nearest one at least `margin` inside; the centre where the cell is too small. */
export function pullInside(cell: Cell, point: Point, margin: number): Point {
  let { x, y } = point;
  for (let pass = 0; pass < 6; pass += 1) {
    let moved = false;
    for (const { nx, ny, c } of cell.sides) {
      const over = nx * x + ny * y - c + margin;
      if (over <= 1e-6) continue;
      x -= nx * over;
      y -= ny * over;
      moved = true;
    }
    if (!moved) return { x, y };
  }
  return cell.sides.every((side) => distanceTo(side, { x, y }) <= 0) ? { x, y } : cellCentre(cell);
}

export function isInside(cell: Cell, point: Point, margin = 0): boolean {
  return cell.sides.every((side) => distanceTo(side, point) <= -margin);
}
