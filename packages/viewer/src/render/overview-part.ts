import type {
  Band,
  DrawnBand,
  Overview,
  OverviewGround,
  OverviewPlate,
  OverviewRegion,
  PlacedText,
  StateContents,
  StatelessBox,
} from "../scene/overview.js";
import type { Box, ContentKind, Point, SceneKind } from "../scene/scene.js";
import { SANS, SERIF } from "../theme/fonts.js";
import { plainStyle } from "../theme/kinds.js";
import { bandParts, type FlowPaint, flowColour } from "./band-part.js";
import { marksPath } from "./marks-path.js";
import type { Paint } from "./paint.js";
import { group, type SvgNode, svg, svgMarkup, tenth } from "./svg-node.js";

export interface OverviewLook {
  readonly paint: Paint;
  readonly kinds: readonly ContentKind[] | readonly SceneKind[];
  /** Fragment that a state leads to, or null. */
  readonly hrefOf: (state: number) => string | null;
  readonly className: string;
  readonly description: string;
}

/** One plate of the overview as an SVG element, complete in itself. */
export function renderPlate(overview: Overview, plate: OverviewPlate, look: OverviewLook): string {
  return svgMarkup(platePart(overview, plate, look));
}

function platePart(overview: Overview, plate: OverviewPlate, look: OverviewLook): SvgNode {
  const { paint } = look;
  const flows: FlowPaint = { paint, kinds: look.kinds };
  const under = plate.bands.filter(({ bridge }) => !bridge);
  const over = plate.bands.filter(({ bridge }) => bridge);
  const bandOf = (drawn: DrawnBand) => bandGroup(overview.bands[drawn.band], drawn, flows, plate);
  return svg(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      class: look.className,
      viewBox: `0 0 ${plate.width} ${tenth(plate.height)}`,
      role: "img",
      "aria-label": look.description,
      "font-family": SANS,
      "font-size": 10,
    },
    group(
      { class: "regions" },
      plate.coarse ? [] : plate.regions.map((one) => regionPart(one, paint)),
    ),
    group({ class: "bands" }, under.map(bandOf)),
    group(
      { class: "states" },
      plate.regions.flatMap((region, at) =>
        region.grounds.map((ground) => groundPart(ground, at, plate, look)),
      ),
    ),
    group(
      { class: "listed" },
      plate.regions.flatMap(({ listed }) =>
        listed.map((state) =>
          linked(
            group(
              { "data-state": state.node },
              contentsPart(state, look, {
                "font-size": 10.5,
                fill: paint.token(state.soft ? "soft" : "ink"),
              }),
            ),
            look.hrefOf(state.node),
          ),
        ),
      ),
    ),
    group(
      { class: "stateless" },
      plate.boxes.map((box) => statelessPart(box, look)),
    ),
    group({ class: "bridges" }, over.map(bandOf)),
    group(
      { class: "band-words" },
      under.flatMap((one) => wordsOf(overview.bands[one.band], one, flows, plate)),
    ),
  );
}

function linked(content: SvgNode, href: string | null): SvgNode {
  return href === null ? content : svg("a", { href, tabindex: -1 }, content);
}

function regionPart(region: OverviewRegion, paint: Paint): SvgNode {
  const { box, label } = region;
  const words = svg(
    "text",
    {
      ...{ x: tenth(label.x), y: tenth(label.y), "font-family": SERIF, "font-style": "italic" },
      ...{ "font-size": 11.5, fill: paint.token("soft") },
    },
    label.text,
  );
  const shape = svg("path", {
    d: landPath(box, 22, region.name),
    fill: paint.token("region"),
    stroke: paint.token("rule"),
    "stroke-width": 0.8,
  });
  return group({ class: "region" }, [shape, words]);
}

function groundPart(
  ground: OverviewGround,
  region: number,
  plate: OverviewPlate,
  look: OverviewLook,
): SvgNode {
  const { paint } = look;
  const shape = svg("path", {
    d: landPath(ground.box, 16, String(ground.node)),
    fill: paint.token("land"),
  });
  const name = {
    "font-size": plate.coarse ? 12.2 : ground.strong ? 12 : 11,
    "font-weight": ground.strong ? 700 : 600,
    "letter-spacing": plate.coarse ? null : ".06em",
    fill: paint.token(ground.strong ? "ink" : "soft"),
  };
  const figures: Readonly<Record<string, number>> = plate.coarse ? { "font-size": 12.2 } : {};
  const what = plate.coarse ? { "data-region": region } : { "data-state": ground.node };
  const part = group({ class: "state", ...what }, [
    shape,
    ...contentsPart(ground, look, name, figures),
  ]);
  return plate.coarse ? part : linked(part, look.hrefOf(ground.node));
}

function contentsPart(
  state: StateContents,
  look: OverviewLook,
  name: Readonly<Record<string, string | number | null>>,
  figureLook: Readonly<Record<string, number>> = {},
): readonly SvgNode[] {
  const { paint } = look;
  const style = (kind: string) => look.kinds.find((one) => one.kind === kind) ?? plainStyle(kind);
  return [
    ...state.names.map((line) => svg("text", { ...at(line), ...name }, line.text)),
    ...state.marks
      .filter(({ points }) => points.length > 0)
      .map(({ kind, points }) =>
        svg("path", {
          "data-kind": kind,
          d: marksPath(style(kind).shape, points),
          fill: paint.kind(style(kind)),
          "fill-rule": "evenodd",
        }),
      ),
    ...state.figures.map((figure) =>
      svg("text", { ...at(figure), ...figureLook, fill: paint.token("soft") }, figure.text),
    ),
    ...state.strokes.map(({ flow, points }) =>
      svg("path", {
        "data-flow": flow,
        d: points.map(({ x, y }) => `M${tenth(x)} ${tenth(y - 4)}v8`).join(""),
        stroke: flowColour(flow, { paint, kinds: look.kinds }),
        "stroke-width": 1.5,
      }),
    ),
  ];
}

const at = ({ x, y }: PlacedText) => ({ x: tenth(x), y: tenth(y) });

function statelessPart({ kind, box, label, rows }: StatelessBox, look: OverviewLook): SvgNode {
  const { paint } = look;
  const rim = svg("rect", {
    ...{
      x: tenth(box.x),
      y: tenth(box.y),
      width: tenth(box.width),
      height: tenth(box.height),
      rx: 14,
    },
    ...{ fill: "none", stroke: paint.token("edge"), "stroke-dasharray": "2 3" },
  });
  const name = svg(
    "text",
    { ...at(label), "font-weight": 600, "letter-spacing": ".06em", fill: paint.token("soft") },
    label.text,
  );
  const figures = rows.flatMap((row) => {
    const style = look.kinds.find((one) => one.kind === row.kind) ?? plainStyle(row.kind);
    return [
      svg("path", {
        "data-kind": row.kind,
        d: marksPath(style.shape, [{ x: row.x - 9, y: row.y - 3.6 }]),
        fill: paint.kind(style),
        "fill-rule": "evenodd",
      }),
      svg("text", { ...at(row), fill: paint.token("soft") }, row.text),
    ];
  });
  return group({ class: "stateless-box", "data-box": kind }, [rim, name, ...figures]);
}

function bandGroup(
  band: Band | undefined,
  drawn: DrawnBand,
  flows: FlowPaint,
  plate: OverviewPlate,
): SvgNode {
  if (band === undefined) return group({}, []);
  return group(
    { class: "band", "data-band": drawn.band, "data-flow": band.flow },
    bandParts(band, drawn, flows, plate),
  );
}

function wordsOf(
  band: Band | undefined,
  { band: index, label, ring }: DrawnBand,
  flows: FlowPaint,
  plate: OverviewPlate,
): readonly SvgNode[] {
  if (band === undefined || plate.coarse) return [];
  const colour = flowColour(band.flow, flows);
  const attributes = { "data-band": index, "data-flow": band.flow };
  const word =
    label === null
      ? []
      : [
          svg(
            "text",
            {
              ...attributes,
              ...at(label),
              ...{ "font-weight": 600, fill: colour, stroke: flows.paint.token("paper") },
              ...{ "stroke-width": 2.6, "paint-order": "stroke", "stroke-linejoin": "round" },
            },
            label.text,
          ),
        ];
  if (ring === null) return word;
  return [...word, ringPart(ring, band.sources, colour, flows.paint, attributes)];
}

function ringPart(
  { x, y }: Point,
  number: number,
  colour: string,
  paint: Paint,
  attributes: Readonly<Record<string, string | number>>,
): SvgNode {
  return group({ ...attributes, transform: `translate(${tenth(x)},${tenth(y)})` }, [
    svg("circle", { r: 7.5, fill: paint.token("paper"), stroke: colour, "stroke-width": 1.2 }),
    svg(
      "text",
      { y: 3.6, "text-anchor": "middle", "font-weight": 700, fill: colour },
      String(number),
    ),
  ]);
}

/** A soft rectangle whose edges are a little uneven, the same for the same seed. */
function landPath({ x, y, width, height }: Box, corner: number, seed: string): string {
  const wobble = wobbles(seed);
  const r = Math.min(corner, width / 2, height / 2);
  const [left, top, right, bottom] = [x, y, x + width, y + height];
  const sides: readonly (readonly [number, number, number, number, number, number])[] = [
    [left + r, top, right - r, top, 0, -1],
    [right, top + r, right, bottom - r, 1, 0],
    [right - r, bottom, left + r, bottom, 0, 1],
    [left, bottom - r, left, top + r, -1, 0],
  ];
  const corners = [
    [right, top],
    [right, bottom],
    [left, bottom],
    [left, top],
  ];
  let path = `M${tenth(left + r)} ${tenth(top)}`;
  sides.forEach(([x1, y1, x2, y2, nx, ny], nth) => {
    const by = wobble(nth);
    const [mx, my] = [(x1 + x2) / 2 + nx * by, (y1 + y2) / 2 + ny * by];
    path += `Q${tenth(mx)} ${tenth(my)} ${tenth(x2)} ${tenth(y2)}`;
    const [cx = 0, cy = 0] = corners[nth] ?? [];
    const next = sides[(nth + 1) % 4] ?? [0, 0, 0, 0, 0, 0];
    path += `Q${tenth(cx)} ${tenth(cy)} ${tenth(next[0])} ${tenth(next[1])}`;
  });
  return `${path}Z`;
}

/** How far a side bends out, up to 2.4 px. */
function wobbles(seed: string): (nth: number) => number {
  let sum = 7;
  for (const char of seed) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 9973;
  return (nth) => (((sum * (nth + 3) * 131) % 997) / 997) * 4.8 - 2.4;
}
