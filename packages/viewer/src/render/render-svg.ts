import type { Scene } from "../scene/scene.js";
import { renderPlate } from "./overview-part.js";
import { fixedPaint } from "./paint.js";
import { pictureNode, type SvgOptions } from "./picture-node.js";
import { svgMarkup } from "./svg-node.js";

/**
 * The picture as an SVG element, complete in itself: the overview of a large case where no chain is
 * open, else what has a place. The same scene gives the same string.
 */
export function renderSvg(scene: Scene, options: SvgOptions = {}): string {
  const { overview, open } = scene;
  if (overview === null || open !== null) return svgMarkup(pictureNode(scene, options));
  return renderPlate(overview, overview.wide, {
    paint: options.paint ?? fixedPaint("light"),
    kinds: scene.kinds,
    hrefOf: (state) => options.hrefOf?.("node", state) ?? null,
    className: "picture",
    description: options.description ?? "Picture of the case",
  });
}
