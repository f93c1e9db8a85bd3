import { coursePath, ringPath } from "../scene/geometry.js";
import { isDrawn, styleOf } from "../scene/look-up.js";
import type { DrawnNode, Scene, SceneGround, SceneLine } from "../scene/scene.js";
import type { KindStyle } from "../theme/kinds.js";
import { lineDash, lineWidth } from "./line-style.js";
import type { Paint } from "./paint.js";
import { shapeElements } from "./shape-part.js";
import { group, type SvgNode, svg } from "./svg-node.js";

/** Gives the fragment that an element leads to, or null. */
export type HrefOf = (what: "node" | "line" | "ground", index: number) => string | null;

/** How the parts of a picture are drawn. */
export interface PartOptions {
  readonly paint: Paint;
  readonly hrefOf: HrefOf;
  /** Draws wide unseen strokes under thin lines, for pointers. */
  readonly hits: boolean;
}

export function groundsPart({ grounds }: Pick<Scene, "grounds">, options: PartOptions): SvgNode {
  return group(
    { class: "grounds" },
    grounds.map((ground, at) =>
      linked(groundPart(ground, at, options), options.hrefOf("ground", at)),
    ),
  );
}

function groundPart(
  { kind, name, outline }: SceneGround,
  at: number,
  { paint }: PartOptions,
): SvgNode {
  const state = kind === "state";
  const attributes = {
    class: "ground",
    "data-ground": at,
    fill: state ? paint.token("land") : "none",
    stroke: state ? null : paint.token("rule"),
    "stroke-width": state ? null : 1.2,
    "stroke-dasharray": state ? null : "2 4",
    "pointer-events": "all",
    d: ringPath(outline),
  };
  return svg("path", attributes, svg("title", {}, name));
}

export function linesPart(
  { lines, nodes }: Pick<Scene, "lines" | "nodes">,
  options: PartOptions,
): SvgNode {
  const title = ({ a, b }: SceneLine) =>
    svg("title", {}, `${nodes[a]?.name ?? ""} – ${nodes[b]?.name ?? ""}`);
  return group(
    { class: "lines", fill: "none", stroke: options.paint.token("edge") },
    lines.map((line, at) =>
      linked(
        group({ "data-line": at }, [title(line), ...linePart(line, options)]),
        options.hrefOf("line", at),
      ),
    ),
  );
}

/** Width a line is drawn with; dots need a little more than a hair to be seen. */
export function strokeWidth({ doubt, sources }: Pick<SceneLine, "doubt" | "sources">): number {
  const width = lineWidth(sources);
  return lineDash(doubt)?.round === true ? Math.max(1.9, width) : width;
}

function linePart(line: SceneLine, { hits }: PartOptions): readonly SvgNode[] {
  const d = coursePath(line);
  const dash = lineDash(line.doubt);
  const stroke = svg("path", {
    class: "line",
    "stroke-width": strokeWidth(line),
    "stroke-dasharray": dash?.dash ?? null,
    "stroke-linecap": dash?.round === true ? "round" : null,
    d,
  });
  if (!hits) return [stroke];
  const hit = svg("path", {
    class: "hit",
    stroke: "transparent",
    "stroke-width": 12,
    "pointer-events": "stroke",
    d,
  });
  return [hit, stroke];
}

export function nodesPart(
  { nodes, kinds }: Pick<Scene, "nodes" | "kinds">,
  options: PartOptions,
): SvgNode {
  return group(
    { class: "nodes" },
    nodes.flatMap((node, at) =>
      isDrawn(node)
        ? [
            linked(
              nodePart(node, at, styleOf({ kinds }, node.kind), options),
              options.hrefOf("node", at),
            ),
          ]
        : [],
    ),
  );
}

/** One node: its shape at its place. */
export function nodePart(
  node: DrawnNode,
  at: number,
  style: KindStyle,
  { paint, hits }: Pick<PartOptions, "paint" | "hits">,
): SvgNode {
  const shape = group({ class: "shape" }, shapeElements(style, node.size, paint));
  const hit = svg("circle", { class: "hit", r: Math.max(11, node.size + 4), fill: "transparent" });
  return group(
    { class: "node", "data-node": at, transform: `translate(${node.at.x},${node.at.y})` },
    [svg("title", {}, node.name), ...(hits ? [hit] : []), shape],
  );
}

/** The content as a link that no Tab stops at: the lists hold the same for the keyboard. */
function linked(content: SvgNode, href: string | null): SvgNode {
  return href === null ? content : svg("a", { href, tabindex: -1 }, content);
}
