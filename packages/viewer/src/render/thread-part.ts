import { pointsPath } from "../scene/geometry.js";
import { isDrawn } from "../scene/look-up.js";
import type { Scene } from "../scene/scene.js";
import { RING_GAP, STOP_SIZE, type Thread } from "../scene/thread.js";
import type { Paint } from "./paint.js";
import { group, type SvgNode, svg, tenth } from "./svg-node.js";

/** The red line: casing, course, a ring at each node on the way, a number on each hop. */
export function threadPart(
  thread: Thread | null,
  { nodes }: Pick<Scene, "nodes">,
  paint: Paint,
  scale = 1,
): SvgNode {
  if (thread === null) return group({ class: "thread" }, []);
  const red = paint.token("thread");
  const courses = thread.hops.map(({ points }) => svg("path", { d: pointsPath(points) }));
  const rings = thread.nodes.flatMap((at) => {
    const node = nodes[at];
    if (!isDrawn(node)) return [];
    return [
      svg("circle", { cx: node.at.x, cy: node.at.y, r: tenth((node.size + RING_GAP) * scale) }),
    ];
  });
  const ends = thread.ends.map(({ x, y }) =>
    svg("circle", { cx: tenth(x), cy: tenth(y), r: tenth(4.2 * scale) }),
  );
  const line = { fill: "none", "stroke-linecap": "round" };
  return group({ class: "thread", "pointer-events": "none" }, [
    group({ ...line, stroke: paint.token("land"), "stroke-width": tenth(6 * scale) }, courses),
    group({ ...line, stroke: red, "stroke-width": tenth(2.6 * scale) }, courses),
    group({ fill: "none", stroke: red, "stroke-width": tenth(1.8 * scale) }, rings),
    group({ fill: red }, ends),
    ...thread.hops.map(({ stop }, at) => stopPart(at + 1, stop, paint, scale)),
  ]);
}

function stopPart(
  number: number,
  { x, y }: { readonly x: number; readonly y: number },
  paint: Paint,
  scale: number,
): SvgNode {
  return group({ class: "stop", transform: `translate(${x},${y}) scale(${scale})` }, [
    svg("circle", {
      r: STOP_SIZE,
      fill: paint.token("thread"),
      stroke: paint.token("land"),
      "stroke-width": 1.8,
    }),
    svg(
      "text",
      {
        y: 3.8,
        "font-size": 10.5,
        "font-weight": 700,
        "text-anchor": "middle",
        fill: paint.token("onThread"),
      },
      String(number),
    ),
  ]);
}
