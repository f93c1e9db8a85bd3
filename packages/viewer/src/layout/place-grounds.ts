import type { GroundPlan } from "../scene/assign-grounds.js";
import { pointOn } from "../scene/geometry.js";
import type { LabelSpot, Point, SceneGround, SceneLine, SceneNode } from "../scene/scene.js";
import { type Cell, cellOf, insetCell } from "./convex-cell.js";
import { HALF_GAP, phoneGroundLabel, settledGroundLabel } from "./ground-frames.js";
import { type Disc, discsOf } from "./line-courses.js";
import { roundOutline, roundPoint, warp } from "./outline.js";

/** Shares of a line at which names of grounds look where it runs. */
const SHARES = Array.from({ length: 41 }, (_, at) => at / 40);

/** The grounds with their outlines, and their names where they cover least. */
export function placeGrounds(
  plan: GroundPlan,
  cells: readonly Cell[],
  nodes: readonly SceneNode[],
  lines: readonly SceneLine[],
): readonly SceneGround[] {
  const discs = [...discsOf(nodes), ...lineEnds(lines)];
  const courses = lines.flatMap((line) => SHARES.map((share) => pointOn(line, share)));
  return plan.grounds.map(({ kind, name, node, members }, at) => {
    const cell = cells[at] ?? cellOf([]);
    const outline = roundOutline(insetCell(cell, HALF_GAP)).map((point) => roundPoint(warp(point)));
    const label =
      settledGroundLabel(name, cell, discs, courses) ??
      cornerLabel(name, outline[0] ?? { x: 0, y: 0 });
    return {
      kind,
      name,
      node,
      outline,
      members,
      label: bendLabel(label),
      phoneLabel: phoneGroundLabel(name, cell, discs),
    };
  });
}

/** The ends of lines as small discs, so that no name covers where a line ends in a ground. */
function lineEnds(lines: readonly SceneLine[]): readonly Disc[] {
  return lines.flatMap(({ from, to }) =>
    [from, to].map(({ x, y }) => ({ node: -1, x, y, size: 3 })),
  );
}

function cornerLabel(name: string, { x, y }: Point): LabelSpot {
  return {
    x,
    y,
    anchor: "start",
    lines: [name.toUpperCase()],
    sub: null,
    box: { x, y, width: 0, height: 0 },
  };
}

/** The label moved as the plane is bent at its middle. */
function bendLabel(label: LabelSpot): LabelSpot {
  const { box } = label;
  const centre = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const bent = warp(centre);
  const dx = bent.x - centre.x;
  const dy = bent.y - centre.y;
  return {
    ...label,
    ...roundPoint({ x: label.x + dx, y: label.y + dy }),
    box: {
      ...roundPoint({ x: box.x + dx, y: box.y + dy }),
      width: roundPoint({ x: box.width, y: 0 }).x,
      height: roundPoint({ x: box.height, y: 0 }).x,
    },
  };
}
