import { distance } from "../scene/geometry.js";
import type { Band, DrawnBand, Flow, OverviewPlate } from "../scene/overview.js";
import type { ContentKind, Point } from "../scene/scene.js";
import type { Paint } from "./paint.js";
import { type SvgNode, svg, tenth } from "./svg-node.js";

/** What colours what crosses: the kind of thing that does. */
export interface FlowPaint {
  readonly paint: Paint;
  readonly kinds: readonly ContentKind[];
}

const ROLE_OF: Readonly<Record<Exclude<Flow, "abroad">, string>> = {
  route: "goods",
  cooperation: "body",
  network: "group",
};

/** The colour of a kind of crossing: that of goods, bodies and groups of the field; ink for acts. */
export function flowColour(flow: Flow, { paint, kinds }: FlowPaint): string {
  if (flow === "abroad") return paint.token("ink");
  const kind = kinds.find(({ role }) => role === ROLE_OF[flow]);
  return kind === undefined ? paint.token("edge") : paint.kind(kind);
}

const ROUND = 14;
/** Length of an arrow's head against the width of its band. */
const HEAD = 7;
const DIAMONDS = 34;

/** A band in the form of its kind: arrow, two rails, thread with diamonds, line with a target. */
export function bandParts(
  { flow }: Pick<Band, "flow">,
  { points, width, bridge }: DrawnBand,
  flows: FlowPaint,
  { coarse }: Pick<OverviewPlate, "coarse">,
): readonly SvgNode[] {
  const colour = flowColour(flow, flows);
  const line = { fill: "none", stroke: colour, "stroke-linejoin": "round" };
  const hit = svg("path", {
    ...{ class: "hit", d: roundedPath(points), fill: "none", stroke: "transparent" },
    "stroke-width": Math.max(12, width + 6),
  });
  switch (flow) {
    case "route": {
      const head = HEAD + width * 0.6;
      const shaft = shortened(points, bridge ? 6 : head - 1);
      return [
        hit,
        svg("path", {
          ...line,
          d: roundedPath(shaft),
          "stroke-width": bridge ? Math.min(width, 4) : width,
          "stroke-opacity": 0.85,
        }),
        svg("path", { d: headPath(points, bridge ? 7 : head, width), fill: colour }),
      ];
    }
    case "cooperation": {
      const d = roundedPath(points);
      const wide = bridge ? 3.4 : coarse ? width + 1 : Math.max(4, width);
      return [
        hit,
        svg("path", { ...line, d, "stroke-width": wide + 1 }),
        svg("path", { ...line, d, stroke: flows.paint.token("paper"), "stroke-width": wide - 1.4 }),
      ];
    }
    case "network":
      return [
        hit,
        svg("path", { ...line, d: roundedPath(points), "stroke-width": 1.6 }),
        svg("path", { d: diamonds(points), fill: colour }),
      ];
    case "abroad":
      return [
        hit,
        svg("path", { ...line, d: roundedPath(shortened(points, 4)), "stroke-width": 1.6 }),
        ...target(points, colour, flows.paint),
      ];
  }
}

/** The points joined by strokes with rounded corners. */
function roundedPath(points: readonly Point[]): string {
  const [first] = points;
  if (first === undefined) return "";
  let path = `M${tenth(first.x)} ${tenth(first.y)}`;
  points.slice(1).forEach((point, at) => {
    const next = points[at + 2];
    const before = points[at] ?? first;
    if (next === undefined) {
      path += `L${tenth(point.x)} ${tenth(point.y)}`;
      return;
    }
    const reach = Math.min(ROUND, distance(before, point) / 2, distance(point, next) / 2);
    const from = towards(point, before, reach);
    const to = towards(point, next, reach);
    path += `L${tenth(from.x)} ${tenth(from.y)}Q${tenth(point.x)} ${tenth(point.y)} ${tenth(to.x)} ${tenth(to.y)}`;
  });
  return path;
}

function towards(from: Point, to: Point, by: number): Point {
  const length = distance(from, to) || 1;
  return {
    x: from.x + ((to.x - from.x) / length) * by,
    y: from.y + ((to.y - from.y) / length) * by,
  };
}

/** The course without so much of its end. */
function shortened(points: readonly Point[], by: number): readonly Point[] {
  const kept = [...points];
  let left = by;
  while (kept.length > 1) {
    const [last, before] = [kept.at(-1), kept.at(-2)];
    if (last === undefined || before === undefined) break;
    const length = distance(last, before);
    if (length > left) {
      kept[kept.length - 1] = towards(last, before, left);
      break;
    }
    left -= length;
    kept.pop();
  }
  return kept;
}

function headPath(points: readonly Point[], length: number, width: number): string {
  const tip = points.at(-1) ?? { x: 0, y: 0 };
  const back = shortened(points, length).at(-1) ?? tip;
  const size = distance(tip, back) || 1;
  const [dx, dy] = [(tip.x - back.x) / size, (tip.y - back.y) / size];
  const half = Math.max(4, width * 0.95 + 1);
  const base = { x: tip.x - dx * length, y: tip.y - dy * length };
  const a = `${tenth(base.x - dy * half)} ${tenth(base.y + dx * half)}`;
  const b = `${tenth(base.x + dy * half)} ${tenth(base.y - dx * half)}`;
  return `M${tenth(tip.x)} ${tenth(tip.y)}L${a}L${b}z`;
}

function diamonds(points: readonly Point[]): string {
  const parts: string[] = [];
  points.slice(1).forEach((point, at) => {
    const before = points[at] ?? point;
    const length = distance(before, point);
    const count = Math.max(length > 10 ? 1 : 0, Math.floor(length / DIAMONDS));
    for (let nth = 0; nth < count; nth += 1) {
      const { x, y } = towards(before, point, (length * (nth + 0.5)) / count);
      parts.push(`M${tenth(x - 3)} ${tenth(y)}l3 -3l3 3l-3 3z`);
    }
  });
  return parts.join("");
}

function target(points: readonly Point[], colour: string, paint: Paint): readonly SvgNode[] {
  const { x = 0, y = 0 } = points.at(-1) ?? {};
  return [
    svg("circle", {
      cx: tenth(x),
      cy: tenth(y),
      r: 3.6,
      fill: paint.token("paper"),
      stroke: colour,
    }),
    svg("circle", { cx: tenth(x), cy: tenth(y), r: 1.5, fill: colour }),
  ];
}
