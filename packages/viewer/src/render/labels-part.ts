import type { LabelSpot, Scene } from "../scene/scene.js";
import { GROUND_SIZE, LABEL_SIZE, LINE_HEIGHT, SUB_SIZE } from "../theme/fonts.js";
import { isBold } from "../theme/kinds.js";
import type { Paint } from "./paint.js";
import { group, type SvgNode, svg, tenth } from "./svg-node.js";

/** Names of grounds at the places given, `scale` times their usual size; red where the followed chain ends in one. */
export function groundNamesPart(
  places: readonly (LabelSpot | null)[],
  paint: Paint,
  scale: number,
  reached: ReadonlySet<number>,
  className = "ground-names",
): SvgNode {
  return group(
    {
      class: className,
      "font-size": tenth(GROUND_SIZE * scale),
      "font-weight": 600,
      "letter-spacing": tenth(0.14 * GROUND_SIZE * scale),
      fill: paint.token("soft"),
      "pointer-events": "none",
    },
    places.flatMap((place, at) =>
      (place?.lines ?? []).map((line, nth) =>
        svg(
          "text",
          {
            "data-ground": at,
            x: place?.x ?? 0,
            y: tenth((place?.y ?? 0) + nth * GROUND_SIZE * 1.25 * scale),
            fill: reached.has(at) ? paint.token("thread") : null,
          },
          line,
        ),
      ),
    ),
  );
}

/** How much of a ground the picture leaves out, in words under its name; none where it shows all. */
export function handlesPart(
  { grounds }: Pick<Scene, "grounds">,
  paint: Paint,
  scale: number,
): readonly SvgNode[] {
  const words = grounds.flatMap(({ label, more }, at) =>
    more === undefined
      ? []
      : [
          svg(
            "text",
            {
              "data-more": at,
              x: label.x,
              y: tenth(label.y + (label.lines.length * 1.25 + 0.1) * GROUND_SIZE * scale),
              "font-size": tenth(12.5 * scale),
              "text-decoration": "underline",
              fill: paint.token("soft"),
            },
            `${more} more`,
          ),
        ],
  );
  return words.length === 0 ? [] : [group({ class: "handles" }, words)];
}

export interface LabelLook {
  readonly className?: string;
  /** Nodes whose names are bold beside hubs and operations. */
  readonly bold?: ReadonlySet<number>;
}

/** Labels of nodes at the places given, `scale` times their usual size. */
export function labelsPart(
  { nodes }: Pick<Scene, "nodes">,
  places: readonly (LabelSpot | null)[],
  paint: Paint,
  scale: number,
  look: LabelLook = {},
): SvgNode {
  return group(
    {
      class: look.className ?? "labels",
      "font-size": tenth(LABEL_SIZE * scale),
      fill: paint.token("ink"),
      stroke: paint.token("land"),
      "stroke-width": 3.2 * scale,
      "stroke-linejoin": "round",
      "paint-order": "stroke",
    },
    nodes.flatMap((node, at) => {
      const place = places[at] ?? null;
      return place === null || node.at === null
        ? []
        : [labelPart(at, place, look.bold?.has(at) === true || isBold(node), paint, scale)];
    }),
  );
}

/** One label: its lines and, smaller and softer, its last. */
export function labelPart(
  at: number,
  place: LabelSpot,
  bold: boolean,
  paint: Paint,
  scale: number,
): SvgNode {
  const anchor = place.anchor === "start" ? null : place.anchor;
  const step = LABEL_SIZE * LINE_HEIGHT * scale;
  const lines = place.lines.map((line, nth) =>
    svg(
      "text",
      {
        x: place.x,
        y: tenth(place.y + nth * step),
        "font-weight": bold ? 600 : null,
        "text-anchor": anchor,
      },
      line,
    ),
  );
  const below = tenth(place.y + (place.lines.length - 1) * step + SUB_SIZE * LINE_HEIGHT * scale);
  const sub =
    place.sub === null
      ? []
      : [
          svg(
            "text",
            {
              x: place.x,
              y: below,
              "font-size": tenth(SUB_SIZE * scale),
              fill: paint.token("soft"),
              "text-anchor": anchor,
            },
            place.sub,
          ),
        ];
  return group({ class: "label", "data-node": at }, [...lines, ...sub]);
}
