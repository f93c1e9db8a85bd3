import { type LabelRoom, type LabelWish, placeLabels } from "../labels/place-labels.js";
import { coursePoints } from "../scene/geometry.js";
import type { Box, SceneNode } from "../scene/scene.js";
import { LABEL_SIZE, SUB_SIZE } from "../theme/fonts.js";
import type { PlacedScene } from "./place-scene.js";

/** Widest label on the picture before it is cut. */
const MAX_WIDTH = 190;

/** The scene with its labels placed; ground names stand first. */
export function placeSceneLabels(scene: PlacedScene, frame: Box): PlacedScene {
  const drawn = scene.nodes.filter(({ drawn }) => drawn);
  const wishes = drawn.map(labelWish);
  const room: LabelRoom = {
    frame: { x: frame.x + 2, y: frame.y + 2, width: frame.width - 4, height: frame.height - 4 },
    fontSize: LABEL_SIZE,
    subSize: SUB_SIZE,
    obstacles: scene.grounds.map(({ label }) => label.box),
    lines: scene.lines.map((line) => coursePoints(line)),
    maxWidth: MAX_WIDTH,
  };
  const places = placeLabels(wishes, room);
  const placeOf = new Map(drawn.map((node, at) => [node, places[at] ?? null]));
  return {
    ...scene,
    nodes: scene.nodes.map((node) => ({ ...node, place: placeOf.get(node) ?? null })),
  };
}

/** What a node asks of the picture: hubs choose first, then those with many lines. */
export function labelWish(node: SceneNode): LabelWish {
  return {
    x: node.x,
    y: node.y,
    size: node.size,
    text: node.label,
    sub: node.sub,
    bold: isBold(node),
    priority: (node.hub ? 1000 : 0) + (node.kind === "Operation" ? 100 : 0) + node.degree,
    wanted: true,
  };
}

/** Names in bold: hubs, and the dates of operations. */
export function isBold({ hub, kind }: Pick<SceneNode, "hub" | "kind">): boolean {
  return hub || kind === "Operation";
}
