import { pointsPath } from "../scene/geometry.js";
import { isDrawn } from "../scene/look-up.js";
import type { Scene } from "../scene/scene.js";
import { trimmedPoints } from "../scene/thread.js";
import type { Paint } from "./paint.js";
import { group, type SvgNode, svg, tenth } from "./svg-node.js";

/** What a selection brings out, in ink: nodes ringed, grounds outlined by their names, edges drawn. */
export interface Focus {
  readonly nodes: readonly number[];
  readonly edges: readonly number[];
}

/**
 * The selected parts drawn darker over the rest, which stays as it is. Edges that the grounds say are
 * drawn too, with short dashes.
 */
export function focusPart(
  scene: Pick<Scene, "nodes" | "edges" | "lines" | "grounds">,
  focus: Focus,
  paint: Paint,
  scale: number,
): SvgNode {
  const ink = paint.token("ink");
  const seen = new Set<number>();
  const courses = focus.edges.flatMap((at) => {
    const edge = scene.edges[at];
    if (edge === undefined || !hasPlace(scene, edge.from) || !hasPlace(scene, edge.to)) return [];
    if (edge.line !== null && seen.has(edge.line)) return [];
    if (edge.line !== null) seen.add(edge.line);
    const said = edge.line === null;
    return [
      svg("path", {
        d: pointsPath(trimmedPoints(scene, at, edge.from, edge.to)),
        "stroke-width": tenth((said ? 1.2 : 1.8) * scale),
        "stroke-dasharray": said ? `${tenth(2 * scale)} ${tenth(3 * scale)}` : null,
      }),
    ];
  });
  const rings = focus.nodes.flatMap((at) => {
    const node = scene.nodes[at];
    if (!isDrawn(node)) return [];
    const r = tenth(node.size * scale + 4 * scale);
    return [svg("circle", { cx: node.at.x, cy: node.at.y, r, "stroke-width": tenth(1.8 * scale) })];
  });
  return group({ class: "focus", fill: "none", stroke: ink, "pointer-events": "none" }, [
    ...courses,
    ...rings,
  ]);
}

function hasPlace({ nodes }: Pick<Scene, "nodes">, at: number): boolean {
  return (nodes[at]?.at ?? nodes[at]?.isGround ?? null) !== null;
}
