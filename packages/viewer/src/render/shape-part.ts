import type { KindStyle } from "../theme/kinds.js";
import type { Paint } from "./paint.js";
import { shapeParts } from "./shapes.js";
import { type SvgNode, svg } from "./svg-node.js";

/** The elements of a kind's shape about the origin, coloured. */
export function shapeElements(style: KindStyle, size: number, paint: Paint): readonly SvgNode[] {
  return shapeParts(style.shape, size).map((part) => {
    const fill =
      part.fill === "kind"
        ? paint.kind(style)
        : part.fill === "none"
          ? "none"
          : paint.token(part.fill);
    const stroke =
      part.stroke === "kind" ? paint.kind(style) : part.stroke && paint.token(part.stroke);
    return svg(part.tag, {
      ...part.attributes,
      fill,
      stroke,
      "stroke-width": stroke === null ? null : part.strokeWidth,
    });
  });
}
