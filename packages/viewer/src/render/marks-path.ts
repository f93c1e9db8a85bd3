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
      return circle(x, y, 3.1);
    case "ring":
      return circle(x, y, RADIUS) + circle(x, y, 2);
    case "small-ring":
    case "state":
      return circle(x, y, 2.7) + circle(x, y, 1.7);
    case "target":
      return circle(x, y, 3.5) + circle(x, y, 2.5) + circle(x, y, 1.4);
  }
}

function square(x: number, y: number, half: number): string {
  return `M${tenth(x - half)} ${tenth(y - half)}h${2 * half}v${2 * half}h${-2 * half}z`;
}

function circle(x: number, y: number, r: number): string {
  return `M${tenth(x - r)} ${tenth(y)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
}

function polygon(x: number, y: number, corners: number, r: number): string {
  const at = (nth: number) => {
    const angle = (nth / corners) * 2 * Math.PI;
    return `${tenth(x + r * Math.cos(angle))} ${tenth(y + r * Math.sin(angle))}`;
  };
  return `M${Array.from({ length: corners }, (_, nth) => at(nth)).join("L")}z`;
}
