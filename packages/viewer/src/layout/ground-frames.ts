import { round } from "../labels/place-labels.js";
import { wrapLabel } from "../labels/wrap-label.js";
import type { GroundPlan } from "../scene/assign-grounds.js";
import { between, distance } from "../scene/geometry.js";
import type { Box, ContentNode, LabelSpot, Point } from "../scene/scene.js";
import { GROUND_SIZE, LABEL_SIZE, PHONE_NODE_SCALE, PHONE_SCALE } from "../theme/fonts.js";
import { fitText, textWidth } from "../theme/text-width.js";
import type { BorderTrack } from "./body.js";
import { type Cell, insetCell, isInside } from "./convex-cell.js";
import { groundSites } from "./ground-sites.js";
import type { Disc } from "./line-courses.js";
import { powerCells } from "./power-cells.js";

/** Half of the paper between two grounds. */
export const HALF_GAP = 4.5;
/** Space a name of a ground and its surroundings take. */
const NAME_DEMAND = 4200;
const TRACKING = 0.16;

/** Divides the frame among the grounds by what they hold. */
export function groundCells(
  plan: GroundPlan,
  nodes: readonly ContentNode[],
  drawn: readonly boolean[],
  frame: Box,
): readonly Cell[] {
  const shares = plan.grounds.map(({ members }) => {
    let demand = NAME_DEMAND;
    for (const member of members) {
      const node = nodes[member];
      if (node === undefined || drawn[member] !== true) continue;
      demand += labelDemand(node) / Math.max(1, (plan.groundsOf[member] ?? []).length);
    }
    return demand;
  });
  const least = shares.reduce((sum, share) => sum + share, 0) * 0.045;
  const sites = groundSites(plan.grounds, frame);
  return powerCells(
    sites,
    shares.map((share) => Math.max(share, least)),
    frame,
    plan.grounds.filter(({ kind }) => kind === "state").length,
  );
}

/** Area that a node with its label needs to breathe. */
export function labelDemand(node: Pick<ContentNode, "label" | "sub">): number {
  const { lines, width } = wrapLabel(node.label, LABEL_SIZE, false);
  return (width + 26) * (20 + 14 * lines.length + (node.sub === null ? 0 : 13));
}

/** The stretch of border two cells share, short of its ends, or null where they barely meet. */
export function borderTrack(cells: readonly Cell[], a: number, b: number): BorderTrack | null {
  const cell = cells[a];
  const at = cell?.sides.findIndex(({ neighbour }) => neighbour === b) ?? -1;
  const from = cell?.corners[at];
  const to = cell?.corners[(at + 1) % (cell?.corners.length ?? 1)];
  if (from === undefined || to === undefined) return null;
  const length = distance(from, to);
  if (length < 56) return null;
  const end = 20 / length;
  return { from: between(from, to, end), to: between(from, to, 1 - end) };
}

/** Where a ground's name stands before its nodes do: high and to the left inside its cell. */
export function groundLabel(name: string, cell: Cell): LabelSpot | null {
  return bestSpot(name, insetCell(cell, HALF_GAP + 9), GROUND_SIZE, [], 3);
}

/** Where the name stands among settled nodes: near its first place, on none of them where that can be. */
export function settledGroundLabel(
  name: string,
  cell: Cell,
  discs: readonly Disc[],
  courses: readonly Point[],
): LabelSpot | null {
  const inset = [HALF_GAP + 7, HALF_GAP].map((by) => insetCell(cell, by));
  for (const inner of inset) {
    const spot = bestSpot(name, inner, GROUND_SIZE, discs, 3, courses);
    if (spot !== null) return spot;
  }
  return null;
}

/** Where a phone shows the name: inside its cell, on as few nodes as possible; null where it does not fit. */
export function phoneGroundLabel(
  name: string,
  cell: Cell,
  discs: readonly Disc[],
): LabelSpot | null {
  const larger = discs.map((disc) => ({ ...disc, size: disc.size * PHONE_NODE_SCALE }));
  return bestSpot(name, insetCell(cell, HALF_GAP + 5), GROUND_SIZE * PHONE_SCALE, larger, 10);
}

function bestSpot(
  name: string,
  inner: Cell,
  size: number,
  discs: readonly Disc[],
  step: number,
  courses: readonly Point[] = [],
): LabelSpot | null {
  const { x: left, y: top, width: wide, height: high } = bounds(inner);
  const lines = nameLines(name.toUpperCase(), wide, size);
  const width = Math.max(...lines.map((line) => trackedWidth(line, size)));
  const height = size * 1.25 * lines.length;
  const near = discs.filter((disc) => covers({ x: left, y: top, width: wide, height: high }, disc));
  const crossing = courses.filter(
    ({ x, y }) => x > left && x < left + wide && y > top && y < top + high,
  );
  /** What a place costs, as far as it must be known to tell that it costs too much. */
  const costOf = (box: Box, limit: number): number => {
    const cost = (box.y - top) / high + ((box.x - left) / wide) * 0.05;
    if (cost >= limit || !boxInside(inner, box)) return Number.POSITIVE_INFINITY;
    const covered = cost + near.filter((disc) => covers(box, disc)).length * 2;
    return covered >= limit ? covered : covered + crossings(crossing, box) * 0.12;
  };
  let best: Box | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (let y = top; y + height <= top + high; y += step) {
    for (let x = left; x + width <= left + wide; x += step * 1.5) {
      const box = { x, y, width, height };
      const cost = costOf(box, least);
      if (cost >= least) continue;
      best = box;
      least = cost;
    }
  }
  if (best === null) return null;
  const box = roundBox(best);
  return { x: box.x, y: round(box.y + size), anchor: "start", lines, sub: null, box };
}

/** The name in one line, in two where the ground is narrow, cut where even that is too wide. */
function nameLines(name: string, wide: number, size: number): readonly string[] {
  if (trackedWidth(name, size) <= wide * 0.8) return [name];
  const words = name.split(" ");
  const half = Math.ceil(words.length / 2);
  const lines = [words.slice(0, half).join(" "), words.slice(half).join(" ")];
  return lines.filter(Boolean).map((line) => fitText(line, wide / (1 + TRACKING * 2), size, true));
}

/** How many points of lines a box holds, up to four. */
function crossings(points: readonly Point[], box: Box): number {
  let count = 0;
  for (const { x, y } of points) {
    if (x < box.x - 5 || x > box.x + box.width + 5) continue;
    if (y < box.y - 5 || y > box.y + box.height + 5) continue;
    count += 1;
    if (count === 4) break;
  }
  return count;
}

function bounds({ corners }: Cell): Box {
  const xs = corners.map(({ x }) => x);
  const ys = corners.map(({ y }) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

function covers(box: Box, { x, y, size }: Disc): boolean {
  const reach = size + 5;
  return (
    x > box.x - reach &&
    x < box.x + box.width + reach &&
    y > box.y - reach &&
    y < box.y + box.height + reach
  );
}

function roundBox({ x, y, width, height }: Box): Box {
  return { x: round(x), y: round(y), width: round(width), height: round(height) };
}

function trackedWidth(text: string, size: number): number {
  return textWidth(text, size, true) + [...text].length * TRACKING * size;
}

function boxInside(cell: Cell, { x, y, width, height }: Box): boolean {
  return [
    { x, y },
    { x: x + width, y },
    { x, y: y + height },
    { x: x + width, y: y + height },
  ].every((corner) => isInside(cell, corner));
}
