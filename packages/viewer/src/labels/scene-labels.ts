import type { Chain } from "@redthread/core/trace";
import { coursePoints } from "../scene/geometry.js";
import { isDrawn } from "../scene/look-up.js";
import type { Box, DrawnNode, LabelSpot, Scene, SceneNode } from "../scene/scene.js";
import { stopBoxes, type Thread, threadOf } from "../scene/thread.js";
import {
  LABEL_SIZE,
  PHONE_NODE_SCALE,
  PHONE_SCALE,
  PHONE_THREAD_SCALE,
  SUB_SIZE,
} from "../theme/fonts.js";
import { isBold } from "../theme/kinds.js";
import { type LabelWish, placeLabels } from "./place-labels.js";

type LabelScene = Pick<Scene, "nodes" | "lines" | "grounds" | "width" | "height">;

/** Type larger than this against the picture means a narrow screen, where only what was asked for is named. */
const NARROW = 1.3;

export interface LabelView {
  /** Factor on sizes of type and nodes in units of the picture; below 1 when zoomed in. */
  readonly fontScale: number;
  readonly nodeScale: number;
  /** The part of the picture that is seen. */
  readonly frame: Box;
  /** Nodes that choose before all others, such as the stops of a chain. */
  readonly first: ReadonlySet<number>;
  /** Nodes that have no label, such as those a filter hides. */
  readonly without: (node: number) => boolean;
  /** Boxes of the names of grounds. */
  readonly obstacles: readonly Box[];
  /** The followed chain, whose course labels keep off. */
  readonly thread?: Thread | null;
}

/** A place for the label of each node, or null; none touches another, a node or the frame. */
export function sceneLabels(scene: LabelScene, view: LabelView): readonly (LabelSpot | null)[] {
  const shown = scene.nodes.flatMap((node, at) => (isDrawn(node) ? [{ node, at }] : []));
  const wishes = shown.map(({ node, at }) => ({
    ...labelWish(node, view.nodeScale),
    sub: view.fontScale > NARROW ? null : node.sub,
    bold: isBold(node) || view.first.has(at),
    priority: priorityOf(node) + (view.first.has(at) ? 10_000 : 0),
    wanted: !view.without(at),
    needed: view.first.has(at),
  }));
  const placed = placeLabels(wishes, {
    frame: view.frame,
    fontSize: LABEL_SIZE * view.fontScale,
    subSize: SUB_SIZE * view.fontScale,
    obstacles: view.obstacles,
    lines: [
      ...scene.lines.map((line) => coursePoints(line)),
      ...(view.thread?.hops ?? []).map(({ points }) => points),
    ],
  });
  const places: (LabelSpot | null)[] = scene.nodes.map(() => null);
  shown.forEach(({ at }, nth) => {
    places[at] = placed[nth] ?? null;
  });
  return places;
}

/** The scene with its labels placed for a desktop and for a phone; those along the chain choose first. */
export function withLabels<T extends LabelScene & Pick<Scene, "edges">>(
  scene: T,
  chain: Pick<Chain, "stops" | "hops"> | null,
): T {
  const frame = { x: 2, y: 2, width: scene.width - 4, height: scene.height - 4 };
  const first = new Set(chain?.stops ?? []);
  const thread = chain === null ? null : threadOf(scene, chain);
  const stops = (scale: number) => (thread === null ? [] : stopBoxes(thread, scale));
  const desktop = sceneLabels(scene, {
    fontScale: 1,
    nodeScale: 1,
    frame,
    first,
    without: () => false,
    obstacles: [...scene.grounds.map(({ label }) => label.box), ...stops(1)],
    thread,
  });
  const phone = sceneLabels(scene, {
    fontScale: PHONE_SCALE,
    nodeScale: PHONE_NODE_SCALE,
    frame,
    first,
    without: (at) => !(first.size > 0 ? first.has(at) : scene.nodes[at]?.hub === true),
    obstacles: [
      ...scene.grounds.flatMap(({ phoneLabel }) => phoneLabel?.box ?? []),
      ...stops(PHONE_THREAD_SCALE),
    ],
  });
  return {
    ...scene,
    nodes: scene.nodes.map((node, at) => ({
      ...node,
      labelSpot: desktop[at] ?? null,
      phoneLabelSpot: phone[at] ?? null,
    })),
  };
}

function labelWish(node: DrawnNode, scale: number): Pick<LabelWish, "x" | "y" | "size" | "text"> {
  return {
    ...node.at,
    size: node.size * scale,
    text: node.label,
  };
}

/** Operations choose first, then hubs, then those with many lines. */
function priorityOf({ hub, kind, degree }: SceneNode): number {
  return (kind === "Operation" ? 2000 : 0) + (hub ? 1000 : 0) + degree;
}
