import { type Chain, countWords, strengthInWords } from "@redthread/core/trace";
import type { PageScene } from "../scene/page-scene.js";
import { capitalised } from "../scene/wording.js";
import { callName } from "./link-words.js";

type WordScene = Pick<PageScene, "nodes" | "edges">;

/** A chain's title: its two ends. */
export function chainTitle(scene: WordScene, { stops }: Pick<Chain, "stops">): string {
  return `${capitalised(callName(scene, stops[0] ?? 0))} to ${callName(scene, stops.at(-1) ?? 0)}`;
}

/** Its length, borders and weakest link in words. */
export function chainSummary(scene: WordScene, chain: Chain): string {
  const length = countWords(chain.hops.length, "link");
  const over = chain.borders === 0 ? "" : ` over ${countWords(chain.borders, "border")}`;
  return `${length}${over} · ${chain.verdict} · ${weakestWords(scene, chain)}`;
}

function weakestWords(scene: WordScene, { hops, weakest }: Chain): string {
  const edge = scene.edges[hops[weakest]?.link ?? -1];
  if (edge === undefined) return "no link";
  return `weakest: link ${weakest + 1}, ${strengthInWords(edge)}`;
}
