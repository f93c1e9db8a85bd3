import { DOUBTS, type Doubt, type Scene, type SceneChain } from "../scene/scene.js";
import { capitalised, confidenceWords, countWords } from "../scene/wording.js";
import { callName } from "./link-words.js";

type ChainScene = Pick<Scene, "nodes" | "edges">;

/** A chain's title: its two ends. */
export function chainTitle(scene: ChainScene, { stops }: SceneChain): string {
  return `${capitalised(callName(scene, stops[0] ?? 0))} to ${callName(scene, stops.at(-1) ?? 0)}`;
}

/** Its length, borders and weakest link in words. */
export function chainSummary(scene: ChainScene, chain: SceneChain): string {
  const length = countWords(chain.hops.length, "link");
  const over = chain.borders === 0 ? "" : ` over ${countWords(chain.borders, "border")}`;
  return `${length}${over} · ${weakestWords(scene, chain)}`;
}

/** Index of the hop that proves least: gravest doubt, then fewest sources, then least confidence. */
export function weakestHop({ edges }: ChainScene, { hops }: SceneChain): number {
  let weakest = 0;
  hops.forEach(({ edge }, at) => {
    const one = edges[edge];
    const other = edges[hops[weakest]?.edge ?? -1];
    if (one === undefined || other === undefined) return;
    const order =
      rank(other.doubt) - rank(one.doubt) ||
      one.sources - other.sources ||
      one.confidence - other.confidence;
    if (order < 0) weakest = at;
  });
  return weakest;
}

function weakestWords(scene: ChainScene, chain: SceneChain): string {
  const at = weakestHop(scene, chain);
  const edge = scene.edges[chain.hops[at]?.edge ?? -1];
  if (edge === undefined) return "no link";
  const doubt = edge.doubt === "asserted" ? "" : `, ${edge.doubt}`;
  const sources = edge.sources === 1 ? "one source" : countWords(edge.sources, "source");
  return `weakest: link ${at + 1}, ${sources}${doubt}, ${edge.band} ${confidenceWords(edge.confidence)}`;
}

function rank(doubt: Doubt): number {
  return DOUBTS.indexOf(doubt);
}
