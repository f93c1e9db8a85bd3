import type { Scene } from "../scene/scene.js";
import { SERIF } from "../theme/fonts.js";
import type { Paint } from "./paint.js";
import { group, type SvgNode, svg, tenth } from "./svg-node.js";

/** Size of the words of sources beside the links of a chain. */
const CAPTION_SIZE = 12.5;

/** Outlines of the regions under a chain. */
export function backdropParts(
  { backdrop = [] }: Pick<Scene, "backdrop">,
  paint: Paint,
): readonly SvgNode[] {
  if (backdrop.length === 0) return [];
  const shape = { fill: paint.token("region"), stroke: paint.token("rule"), rx: 24 };
  return [
    group(
      { class: "backdrop", "pointer-events": "none" },
      backdrop.flatMap(({ name, box }) => [
        svg("rect", { ...shape, ...box }),
        svg(
          "text",
          {
            ...{ x: box.x + 14, y: box.y + 17, "font-size": 12.5, fill: paint.token("edge") },
            ...{ "font-family": SERIF, "font-style": "italic" },
          },
          name,
        ),
      ]),
    ),
  ];
}

/** Words of the sources beside the links that they prove. */
export function captionParts(
  { captions = [] }: Pick<Scene, "captions">,
  paint: Paint,
): readonly SvgNode[] {
  if (captions.length === 0) return [];
  const look = {
    ...{ "font-family": SERIF, "font-size": CAPTION_SIZE, fill: paint.token("ink") },
    ...{ stroke: paint.token("land"), "stroke-width": 3.2, "paint-order": "stroke" },
  };
  return [
    group(
      { class: "captions", ...look, "stroke-linejoin": "round" },
      captions.map(({ x, y, anchor, lines }) =>
        group(
          { class: "caption" },
          lines.map((line, nth) =>
            svg(
              "text",
              { x, y: tenth(y + nth * CAPTION_SIZE * 1.25), "text-anchor": anchor },
              line,
            ),
          ),
        ),
      ),
    ),
  ];
}
