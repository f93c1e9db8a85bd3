import { coursePath, ringPath } from "../scene/geometry.js";
import type { LabelPlace, Scene, SceneGround, SceneLine, SceneNode } from "../scene/scene.js";
import { threadOf } from "../scene/thread.js";
import {
  GROUND_SIZE,
  LABEL_SIZE,
  LINE_HEIGHT,
  PHONE_SCALE,
  SANS,
  SUB_SIZE,
} from "../theme/fonts.js";
import { kindStyle } from "../theme/kinds.js";
import { escapeText } from "./escape.js";
import { renderLineMarks } from "./line-marks.js";
import { lineDash, lineWidth } from "./line-style.js";
import { fixedPaint, type Paint } from "./paint.js";
import { shapeParts } from "./shapes.js";
import { renderThread } from "./thread-svg.js";

export interface SvgOptions {
  /** Colours; the light theme where absent. */
  readonly paint?: Paint;
  /** One sentence for those who cannot see the picture. */
  readonly description?: string;
  /** Fragment an element leads to, or null; without it nothing is a link. */
  readonly hrefOf?: (what: "node" | "line" | "ground", index: number) => string | null;
  /** Draws wide unseen strokes under thin lines, for pointers. */
  readonly hits?: boolean;
  /** Adds the second set of labels that a phone shows. */
  readonly phone?: boolean;
}

/** The picture as an SVG element, complete in itself. The same scene gives the same string. */
export function renderSvg(scene: Scene, options: SvgOptions = {}): string {
  const paint = options.paint ?? fixedPaint("light");
  const chain = scene.open === null ? undefined : scene.chains[scene.open];
  const parts = [
    `<g class="grounds">${scene.grounds.map((ground, at) => renderGround(ground, at, paint, options)).join("")}</g>`,
    `<g class="lines" fill="none" stroke="${paint.token("edge")}" color="${paint.token("edge")}">${scene.lines.map((line, at) => renderLine(line, at, scene.nodes, options)).join("")}</g>`,
    `<g class="nodes">${scene.nodes.map((node, at) => renderNode(node, at, paint, options)).join("")}</g>`,
    `<g class="thread">${chain === undefined ? "" : renderThread(threadOf(scene, chain), scene, paint)}</g>`,
    renderLabels(scene, paint, false),
    options.phone === true ? renderLabels(scene, paint, true) : "",
  ];
  const label = escapeText(options.description ?? "Picture of the case");
  return `<svg xmlns="http://www.w3.org/2000/svg" class="picture" viewBox="0 0 ${scene.width} ${scene.height}" role="img" aria-label="${label}" font-family="${escapeText(SANS)}">${parts.join("")}</svg>`;
}

function renderGround(ground: SceneGround, at: number, paint: Paint, options: SvgOptions): string {
  const state = ground.kind === "state";
  const fill = state ? paint.token("land") : "none";
  const rim = state
    ? ""
    : ` stroke="${paint.token("rule")}" stroke-width="1.2" stroke-dasharray="2 4"`;
  const path = `<path class="ground" data-ground="${at}" fill="${fill}"${rim} pointer-events="all" d="${ringPath(ground.outline)}"/>`;
  return linked(path, options.hrefOf?.("ground", at) ?? null);
}

function renderLine(
  line: SceneLine,
  at: number,
  nodes: readonly SceneNode[],
  options: SvgOptions,
): string {
  const d = coursePath(line);
  const dash = lineDash(line.doubt);
  const dashes =
    dash === null
      ? ""
      : ` stroke-dasharray="${dash.dash}"${dash.round ? ' stroke-linecap="round"' : ""}`;
  const width = dash?.round ? Math.max(1.9, lineWidth(line.sources)) : lineWidth(line.sources);
  const hit =
    options.hits === true
      ? `<path class="hit" data-line="${at}" stroke="transparent" stroke-width="12" pointer-events="stroke" d="${d}"/>`
      : "";
  const path = `<path class="line" data-line="${at}" stroke-width="${width}"${dashes} d="${d}"/>${renderLineMarks(line, nodes)}${hit}`;
  return linked(path, options.hrefOf?.("line", at) ?? null);
}

function renderNode(node: SceneNode, at: number, paint: Paint, options: SvgOptions): string {
  if (!node.drawn) return "";
  const parts = shapeParts(kindStyle(node.kind).shape, node.size).map((part) => {
    const attributes = Object.entries(part.attributes).map(
      ([name, value]) => ` ${name}="${value}"`,
    );
    const fill =
      part.fill === "kind"
        ? paint.kind(node.kind)
        : part.fill === "none"
          ? "none"
          : paint.token(part.fill);
    const ink =
      part.stroke === "kind" ? paint.kind(node.kind) : part.stroke && paint.token(part.stroke);
    const stroke = ink === null ? "" : ` stroke="${ink}" stroke-width="${part.strokeWidth}"`;
    return `<${part.tag}${attributes.join("")} fill="${fill}"${stroke}/>`;
  });
  const hit =
    options.hits === true
      ? `<circle class="hit" r="${Math.max(12, node.size + 4)}" fill="transparent"/>`
      : "";
  const title = `<title>${escapeText(node.name)}</title>`;
  const group = `<g class="node" data-node="${at}" transform="translate(${node.x},${node.y})">${title}${hit}<g class="shape">${parts.join("")}</g></g>`;
  return linked(group, options.hrefOf?.("node", at) ?? null);
}

/** The content as a link that no Tab stops at: the lists hold the same for the keyboard. */
function linked(content: string, href: string | null): string {
  return href === null ? content : `<a href="${escapeText(href)}" tabindex="-1">${content}</a>`;
}

function renderLabels(scene: Scene, paint: Paint, phone: boolean): string {
  const scale = phone ? PHONE_SCALE : 1;
  const halo = `stroke="${paint.token("land")}" stroke-width="${3.2 * scale}" stroke-linejoin="round" paint-order="stroke"`;
  const grounds = scene.grounds.map((ground) => {
    const place = phone ? ground.phoneLabel : ground.label;
    const text = place?.lines.join(" ") ?? "";
    return place === null ? "" : `<text x="${place.x}" y="${place.y}">${escapeText(text)}</text>`;
  });
  const names = scene.nodes.map((node, at) =>
    renderLabel(node, at, phone ? node.phonePlace : node.place, paint, scale),
  );
  return (
    `<g class="ground-names${phone ? " phone" : ""}" font-size="${GROUND_SIZE * scale}" font-weight="600" letter-spacing="${0.14 * GROUND_SIZE * scale}" fill="${paint.token("soft")}" fill-opacity="0.85" pointer-events="none">${grounds.join("")}</g>` +
    `<g class="labels${phone ? " phone" : ""}" font-size="${LABEL_SIZE * scale}" fill="${paint.token("ink")}" ${halo}>${names.join("")}</g>`
  );
}

function renderLabel(
  node: SceneNode,
  at: number,
  place: LabelPlace | null,
  paint: Paint,
  scale: number,
): string {
  if (!node.drawn || place === null) return "";
  const bold = node.hub || node.kind === "Operation" ? ' font-weight="600"' : "";
  const anchor = place.anchor === "start" ? "" : ` text-anchor="${place.anchor}"`;
  const step = LABEL_SIZE * LINE_HEIGHT * scale;
  const names = place.lines.map(
    (line, nth) =>
      `<text x="${place.x}" y="${tenth(place.y + nth * step)}"${bold}${anchor}>${escapeText(line)}</text>`,
  );
  const below = tenth(place.y + (place.lines.length - 1) * step + SUB_SIZE * LINE_HEIGHT * scale);
  const sub =
    place.sub === null
      ? ""
      : `<text class="sub" x="${place.x}" y="${below}" font-size="${SUB_SIZE * scale}" fill="${paint.token("soft")}"${anchor}>${escapeText(place.sub)}</text>`;
  return `<g class="label" data-node="${at}">${names.join("")}${sub}</g>`;
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
