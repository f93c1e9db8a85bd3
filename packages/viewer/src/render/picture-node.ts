import type { PageScene } from "../scene/page-scene.js";
import { threadOf } from "../scene/thread.js";
import { PHONE_SCALE, SANS } from "../theme/fonts.js";
import { backdropParts, captionParts } from "./chain-parts.js";
import { groundNamesPart, handlesPart, labelsPart } from "./labels-part.js";
import { marksPart } from "./line-marks.js";
import { fixedPaint, type Paint } from "./paint.js";
import { groundsPart, type HrefOf, linesPart, nodesPart } from "./picture-parts.js";
import { type SvgNode, svg } from "./svg-node.js";
import { threadPart } from "./thread-part.js";

type PictureScene = Omit<PageScene, "evidence" | "documents">;

export interface SvgOptions {
  /** Colours; the light theme where absent. */
  readonly paint?: Paint;
  /** One sentence for those who cannot see the picture. */
  readonly description?: string;
  /** Fragment an element leads to; without it nothing is a link. */
  readonly hrefOf?: HrefOf;
  /** Draws wide unseen strokes under thin lines, for pointers. */
  readonly hits?: boolean;
  /** Adds the second set of labels that a phone shows. */
  readonly phone?: boolean;
}

/** What has a place as an SVG element. */
export function pictureNode(scene: PictureScene, options: SvgOptions = {}): SvgNode {
  const paint = options.paint ?? fixedPaint("light");
  const chain = scene.open === null ? undefined : scene.chains[scene.open];
  const parts = { paint, hrefOf: options.hrefOf ?? (() => null), hits: options.hits === true };
  const thread = chain === undefined ? null : threadOf(scene, chain);
  const reached = new Set(thread?.grounds ?? []);
  const bold = new Set(chain?.stops ?? []);
  const names = (phone: boolean) => {
    const grounds = scene.grounds.map((ground) => (phone ? ground.phoneLabel : ground.label));
    const nodes = scene.nodes.map((node) => (phone ? node.phoneLabelSpot : node.labelSpot));
    const scale = phone ? PHONE_SCALE : 1;
    const suffix = phone ? " phone" : "";
    return {
      grounds: groundNamesPart(grounds, paint, scale, reached, `ground-names${suffix}`),
      labels: labelsPart(scene, nodes, paint, scale, { className: `labels${suffix}`, bold }),
    };
  };
  const sets = options.phone === true ? [names(false), names(true)] : [names(false)];
  return svg(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      class: "picture",
      viewBox: `0 0 ${scene.width} ${scene.height}`,
      role: "img",
      "aria-label": options.description ?? "Picture of the case",
      "font-family": SANS,
    },
    ...backdropParts(scene, paint),
    groundsPart(scene, parts),
    linesPart(scene, parts),
    marksPart(scene, paint),
    nodesPart(scene, parts),
    ...sets.map(({ grounds }) => grounds),
    ...handlesPart(scene, paint, 1),
    threadPart(thread, scene, paint),
    ...sets.map(({ labels }) => labels),
    ...captionParts(scene, paint),
  );
}
