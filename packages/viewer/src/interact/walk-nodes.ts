import { isDrawn } from "../scene/look-up.js";
import type { PageScene } from "../scene/page-scene.js";

/** A direction of the arrow keys. */
export type Heading = "left" | "right" | "up" | "down";

const STEP: Readonly<Record<Heading, readonly [number, number]>> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
};

/** The seen node one reaches from another by an arrow key: near, and straight in that direction; null where none lies there. */
export function nextNode(
  { nodes }: Pick<PageScene, "nodes">,
  seen: readonly boolean[],
  from: number,
  heading: Heading,
): number | null {
  const start = nodes[from];
  if (!isDrawn(start)) return null;
  const [sx, sy] = STEP[heading];
  let best: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  nodes.forEach((node, at) => {
    if (at === from || !isDrawn(node) || seen[at] !== true) return;
    const dx = node.at.x - start.at.x;
    const dy = node.at.y - start.at.y;
    const along = dx * sx + dy * sy;
    const aside = Math.abs(dx * sy) + Math.abs(dy * sx);
    if (along <= 1 || aside > along * 2) return;
    const cost = along + aside * 1.6;
    if (cost < least) {
      best = at;
      least = cost;
    }
  });
  return best;
}
