import type { Shape } from "@redthread/core/model";
import type { Point } from "../scene/scene.js";
import { tenth } from "./svg-node.js";

const RADIUS = 3.3;

/** Marks of one kind as one path: shapes first, filled even-odd, so that rings and targets are open. */
export function marksPath(shape: Shape, points: readonly Point[]): string {
  return points.map((point) => markAt(shape, point)).join("");
}

function markAt(shape: Shape, { x, y }: Point): string {
  switch (shape) {
    case "square":
      return square(x, y, 2.9);
    case "open-square":
      return square(x, y, 2.9) + square(x, y, 1.7);
    case "diamond":
      return polygon(x, y, 4, 3.7);
    case "hexagon":
      return polygon(x, y, 6, 3.5);
    case "disc":
    case "dot":
      return circles(x, y, [3.1]);
    case "ring":
      return circles(x, y, [RADIUS, 2]);
    case "small-ring":
    case "state":
      return circles(x, y, [2.7, 1.7]);
    case "target":
      return circles(x, y, [3.5, 2.5, 1.4]);
  }
}

function square(x: number, y: number, half: number): string {
  return `M${tenth(x - half)} ${tenth(y - half)}h${2 * half}v${2 * half}h${-2 * half}z`;
}

/** Circles about one middle, each begun from where the one before closed, so that few bytes draw many. */
function circles(x: number, y: number, radii: readonly number[]): string {
  return radii
    .map((r, at) => {
      const before = radii[at - 1];
      const start =
        before === undefined ? `M${tenth(x - r)} ${tenth(y)}` : `m${tenth(before - r)} 0`;
      return `${start}a${r} ${r} 0 1 0 ${2 * r} 0 ${r} ${r} 0 1 0-${2 * r} 0z`;
    })
    .join("");
}

function polygon(x: number, y: number, corners: number, r: number): string {
  const at = (nth: number) => {
    const angle = (nth / corners) * 2 * Math.PI;
    return `${tenth(x + r * Math.cos(angle))} ${tenth(y + r * Math.sin(angle))}`;
  };
  return `M${Array.from({ length: corners }, (_, nth) => at(nth)).join("L")}z`;
}
