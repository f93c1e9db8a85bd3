import type { Chain } from "@redthread/core/trace";
import { captionSpots } from "../labels/caption-spots.js";
import { withLabels } from "../labels/scene-labels.js";
import type { PageScene } from "../scene/page-scene.js";
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
  return { ...labelled, captions: captionSpots(labelled, chain, quoteOf) };
}
