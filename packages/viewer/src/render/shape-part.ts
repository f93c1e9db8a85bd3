import { kindStyle } from "../theme/kinds.js";
import type { Paint } from "./paint.js";
import { shapeParts } from "./shapes.js";
import { type SvgNode, svg } from "./svg-node.js";

/** The elements of a kind's shape about the origin, coloured. */
export function shapeElements(kind: string, size: number, paint: Paint): readonly SvgNode[] {
  return shapeParts(kindStyle(kind).shape, size).map((part) => {
    const fill =
      part.fill === "kind"
        ? paint.kind(kind)
        : part.fill === "none"
          ? "none"
          : paint.token(part.fill);
    const stroke =
      part.stroke === "kind" ? paint.kind(kind) : part.stroke && paint.token(part.stroke);
    return svg(part.tag, {
      ...part.attributes,
      fill,
      stroke,
      "stroke-width": stroke === null ? null : part.strokeWidth,
    });
  });
}
