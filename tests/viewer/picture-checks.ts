import type { Scene, SceneNode } from "@redthread/viewer";

type DrawnNode = SceneNode & { readonly at: Point };

type Point = { readonly x: number; readonly y: number };
type Box = Point & { readonly width: number; readonly height: number };

/** The nodes that stand on the picture. */
export function drawnNodes({ nodes }: Scene): readonly DrawnNode[] {
  return nodes.filter((node): node is DrawnNode => node.at !== null);
}

export function boxesOverlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** True where a node lies in its ground, or within reach of both of its two grounds. */
export function isOnGround(scene: Scene, node: DrawnNode): boolean {
  const rings = node.grounds.map((ground) => scene.grounds[ground]?.outline ?? []);
  if (rings.length === 1) return rings.every((ring) => isInRing(ring, node.at));
  return rings.length === 2 && rings.every((ring) => distanceToRing(ring, node.at) <= 14);
}

export function ringMiddle(ring: readonly Point[]): Point {
  const sum = ring.reduce((a, b) => ({ x: a.x + b.x, y: a.y + b.y }), { x: 0, y: 0 });
  return { x: sum.x / ring.length, y: sum.y / ring.length };
}

function isInRing(ring: readonly Point[], { x, y }: Point): boolean {
  let inside = false;
  ring.forEach((a, at) => {
    const b = ring[(at + 1) % ring.length] ?? a;
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
  });
  return inside;
}

function distanceToRing(ring: readonly Point[], point: Point): number {
  return Math.min(...ring.map((corner) => Math.hypot(corner.x - point.x, corner.y - point.y)));
}
