import type { Box } from "../scene/scene.js";
import type { PictureSize } from "./place-scene.js";

const GAP = 26;
const ROUNDS = 400;

/** Boxes moved as little as can be so that none touches another and all lie in the frame. */
export function pushApart(wishes: readonly Box[], size: PictureSize, rim: number): readonly Box[] {
  for (let shrink = 1; shrink > 0.3; shrink *= 0.93) {
    const boxes = wishes.map(({ x, y, width, height }) => ({
      x: x + (width * (1 - shrink)) / 2,
      y: y + (height * (1 - shrink)) / 2,
      width: width * shrink,
      height: height * shrink,
    }));
    if (settle(boxes, size, rim)) return boxes.map(rounded);
  }
  return stacked(wishes, size, rim);
}

interface Movable {
  x: number;
  y: number;
  readonly width: number;
  readonly height: number;
}

/** Pushes each two that overlap apart where it is shortest; true where none is left. */
function settle(boxes: readonly Movable[], { width, height }: PictureSize, rim: number): boolean {
  const pairs = boxes.flatMap((a, at) => boxes.slice(at + 1).map((b) => [a, b] as const));
  for (let round = 0; round < ROUNDS; round += 1) {
    const touching = pairs.filter(([a, b]) => pushPair(a, b, round)).length;
    for (const box of boxes) {
      box.x = Math.min(width - rim - box.width, Math.max(rim, box.x));
      box.y = Math.min(height - rim - box.height, Math.max(rim, box.y));
    }
    if (touching === 0) return true;
  }
  return false;
}

/** Moves two that overlap half of the way each; false where they do not. */
function pushPair(a: Movable, b: Movable, round: number): boolean {
  const overX = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) + GAP;
  const overY = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) + GAP;
  if (overX <= 0.5 || overY <= 0.5) return false;
  // Every few rounds the other way is tried, for two that the frame holds together.
  const isSideways = round % 7 === 6 ? overX > overY : overX <= overY;
  const [axis, size, by] = isSideways
    ? (["x", "width", overX / 2] as const)
    : (["y", "height", overY / 2] as const);
  const way = a[axis] + a[size] / 2 <= b[axis] + b[size] / 2 ? 1 : -1;
  a[axis] -= by * way;
  b[axis] += by * way;
  return true;
}

/** One under another, for what nothing else holds. */
function stacked(
  wishes: readonly Box[],
  { width, height }: PictureSize,
  rim: number,
): readonly Box[] {
  const step = (height - 2 * rim) / Math.max(1, wishes.length);
  return wishes.map((_, at) =>
    rounded({ x: rim, y: rim + at * step, width: width - 2 * rim, height: step - 10 }),
  );
}

const rounded = ({ x, y, width, height }: Box): Box => ({
  x: Math.round(x),
  y: Math.round(y),
  width: Math.round(width),
  height: Math.round(height),
});
