import type { Chain } from "@redthread/core/trace";
import { captionSpots } from "../labels/caption-spots.js";
import { touches } from "../labels/place-labels.js";
import { withLabels } from "../labels/scene-labels.js";
import type { PageScene } from "../scene/page-scene.js";
import type { Box, Point } from "../scene/scene.js";
import { placeChain } from "./place-chain.js";

/** Size of the picture of a chain or a focus. */
export const VIEW_SIZE = { width: 900, height: 712 };

/** A large case with the stops of one chain in their places, and the words that prove each link. */
export function placeChainScene<T extends PageScene>(
  scene: T,
  chain: Pick<Chain, "stops" | "hops">,
  quoteOf: (number: number) => string,
): T {
  if (scene.overview === null) return scene;
  const placed = placeChain(scene, chain, scene.overview, VIEW_SIZE);
  const labelled = withLabels({ ...scene, ...placed }, chain);
  const captions = captionSpots(labelled, chain, quoteOf);
  const covers = [
    ...placed.grounds.map(({ outline }) => boundsOf(outline)),
    ...captions.map(({ box }) => box),
  ];
  // The name of a region that something lies on would only be half read.
  const backdrop = placed.backdrop.map(({ name, box }) => {
    const word = { x: box.x + 10, y: box.y + 4, width: name.length * 6.6 + 8, height: 16 };
    return { name: covers.some((other) => touches(word, other, 0)) ? "" : name, box };
  });
  return { ...labelled, captions, backdrop };
}

function boundsOf(points: readonly Point[]): Box {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}
