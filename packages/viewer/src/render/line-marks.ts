import { pointOn } from "../scene/geometry.js";
import { isDrawn } from "../scene/look-up.js";
import type { Point, Scene, SceneLine, SceneNode } from "../scene/scene.js";
import type { Paint } from "./paint.js";
import { group, type SvgNode, svg, tenth } from "./svg-node.js";

/** What stands on lines beside their strokes: heads of arrows, ends inside grounds, bars of denials. */
export function marksPart({ lines, nodes }: Pick<Scene, "lines" | "nodes">, paint: Paint): SvgNode {
  const ink = paint.token("edge");
  return group(
    { class: "marks", fill: ink, "pointer-events": "none" },
    lines.flatMap((line, at) => {
      const parts = lineMarks(line, nodes, ink);
      return parts.length === 0 ? [] : [group({ "data-line": at }, parts)];
    }),
  );
}

function lineMarks(line: SceneLine, nodes: readonly SceneNode[], ink: string): readonly SvgNode[] {
  const parts: SvgNode[] = [];
  for (const end of ["a", "b"] as const) {
    const node = nodes[line[end]];
    if (line.arrow === end || line.arrow === "both") parts.push(head(line, end, node));
    else if (!isDrawn(node)) parts.push(dot(end === "a" ? line.from : line.to));
  }
  if (line.doubt === "denied") parts.push(bar(line, ink));
  return parts;
}

/** A small solid head that ends at the node's rim, or at the point inside a ground. */
function head(line: SceneLine, end: "a" | "b", node: SceneNode | undefined): SvgNode {
  const reach = isDrawn(node) ? node.size + 2.5 : 0;
  const tip = walk(line, end, reach);
  const tail = walk(line, end, reach + 7);
  const dx = (tip.x - tail.x) * 0.48;
  const dy = (tip.y - tail.y) * 0.48;
  const corners = [tip, { x: tail.x - dy, y: tail.y + dx }, { x: tail.x + dy, y: tail.y - dx }];
  return svg("path", { d: `M${corners.map(pair).join("L")}Z` });
}

function dot({ x, y }: Point): SvgNode {
  return svg("circle", { cx: tenth(x), cy: tenth(y), r: 2.2 });
}

/** The bar across a line that somebody denies. */
function bar(line: SceneLine, stroke: string): SvgNode {
  const middle = pointOn(line, 0.5);
  const near = pointOn(line, 0.52);
  const dx = near.x - middle.x;
  const dy = near.y - middle.y;
  const scale = 6.5 / (Math.sqrt(dx * dx + dy * dy) || 1);
  const ends = [-scale, scale].map((side) => ({
    x: middle.x - dy * side + dx * side * 0.5,
    y: middle.y + dx * side + dy * side * 0.5,
  }));
  return svg("path", { stroke, "stroke-width": 1.8, d: `M${ends.map(pair).join("L")}` });
}

/** The point at a distance from one end, along the course. */
function walk(line: SceneLine, end: "a" | "b", reach: number): Point {
  const steps = 80;
  let last = pointOn(line, end === "a" ? 0 : 1);
  let left = reach;
  for (let step = 1; step <= steps && left > 0; step += 1) {
    const point = pointOn(line, end === "a" ? step / steps : 1 - step / steps);
    const length = Math.sqrt((point.x - last.x) ** 2 + (point.y - last.y) ** 2);
    if (length >= left) {
      const share = left / (length || 1);
      return { x: last.x + (point.x - last.x) * share, y: last.y + (point.y - last.y) * share };
    }
    left -= length;
    last = point;
  }
  return last;
}

function pair({ x, y }: Point): string {
  return `${tenth(x)},${tenth(y)}`;
}
