import type { GroundPlan } from "../scene/assign-grounds.js";
import { between, distance } from "../scene/geometry.js";
import type { Box, ContentNode, LabelPlace } from "../scene/scene.js";
import { GROUND_SIZE, LABEL_SIZE } from "../theme/fonts.js";
import { fitText, textWidth } from "../theme/text-width.js";
import type { BorderTrack } from "./body.js";
import { type Cell, insetCell, isInside } from "./convex-cell.js";
import { groundSites } from "./ground-sites.js";
import { powerCells } from "./power-cells.js";

/** Half of the paper between two grounds. */
export const HALF_GAP = 4.5;
/** Space a name of a ground and its surroundings take. */
const NAME_DEMAND = 5200;
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
  const least = shares.reduce((sum, share) => sum + share, 0) * 0.035;
  const sites = groundSites(plan.grounds, frame);
  return powerCells(
    sites,
    shares.map((share) => Math.max(share, least)),
    frame,
  );
}

/** Area that a node with its label needs to breathe. */
export function labelDemand(node: Pick<ContentNode, "label" | "sub">): number {
  const width = Math.min(150, textWidth(node.label, LABEL_SIZE)) + 26;
  return width * (node.sub === null ? 34 : 48);
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

/** Where a ground's name stands: high and to the left inside its cell, at the given size. */
export function groundLabel(name: string, cell: Cell, size = GROUND_SIZE): LabelPlace | null {
  const inner = insetCell(cell, HALF_GAP + 9);
  const ys = inner.corners.map(({ y }) => y);
  const xs = inner.corners.map(({ x }) => x);
  const top = Math.min(...ys);
  const bottom = Math.max(...ys);
  const left = Math.min(...xs);
  const right = Math.max(...xs);
  const text = fitText(name.toUpperCase(), (right - left) / (1 + TRACKING), size, true);
  const width = trackedWidth(text, size);
  const height = size * 1.25;
  for (let y = top; y + height <= bottom; y += 3) {
    for (let x = left; x + width <= right; x += 4) {
      const box = { x, y, width, height };
      if (!boxInside(inner, box)) continue;
      return {
        x: box.x,
        y: box.y + size,
        anchor: "start",
        lines: [text, null],
        box,
      };
    }
  }
  return null;
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
